import { chineseDate } from '../model/messages/chinese-date.ts';
import type { Message, Severity } from '../model/report.ts';
import { type BodyKind, bodyKind } from '../model/text/body-kind.ts';
import { couldNotRun, type Facts, flagged, type Judgement, NO_SUBJECTS, PASSED, WHOLE_REPORT } from './rule.ts';

const DAY = 86_400_000;
export const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Dates or years that other places of the page give, as the doubts of the reading list them. */
export const otherwiseRead = ({ doubts }: Facts, form: RegExp): readonly string[] =>
  doubts
    .filter(({ rule }) => rule === 'DOC-FRONT-MATTER')
    .flatMap(({ alternatives = [] }) => alternatives.flat())
    .filter((text) => form.test(text));

/** The report as the one thing to judge if its publisher is of a kind; a publisher that is not known may be. */
export function publishedBy(facts: Facts, fits: (body: BodyKind) => boolean): readonly null[] {
  const { agency } = facts.report;
  return agency === null || fits(bodyKind(agency)) ? WHOLE_REPORT : NO_SUBJECTS;
}

/** The year of the report and its date of publication in ISO form; could not run when either is unknown or no date. */
export function judgePublication(facts: Facts, judge: (year: number, date: string) => Judgement): Judgement {
  const { year, publishedOn } = facts.report;
  if (year === null || publishedOn === null) {
    return couldNotRun({ zh: '不知道报告年度或发布日期', en: 'the year or the date of publication is not known' });
  }
  if (!ISO_DATE.test(publishedOn) || Number.isNaN(Date.parse(publishedOn))) {
    return couldNotRun({ zh: '发布日期不是日期', en: 'the date of publication is no date' });
  }
  return judge(year, publishedOn);
}

/**
 * Judges publication by a day (`01-31`) of the year after the report's. No error where another place of the page gives a date
 * or a year by which it was in time.
 */
export function judgeDeadline(facts: Facts, day: string, rule: Message, severity: Severity): Judgement {
  return judgePublication(facts, (year, published) => {
    const deadline = `${year + 1}-${day}`;
    if (published <= deadline) return PASSED;
    const dates = [published, ...otherwiseRead(facts, ISO_DATE)];
    const years = [year, ...otherwiseRead(facts, /^\d{4}$/).map(Number)];
    const maybeInTime = dates.some((date) => years.some((one) => date <= `${one + 1}-${day}`));
    const late = Math.round((Date.parse(published) - Date.parse(deadline)) / DAY);
    return flagged({
      cells: [],
      severity: severity === 'error' && maybeInTime ? 'warning' : severity,
      message: {
        zh: `发布于${chineseDate(published)}，晚于${rule.zh}（${chineseDate(deadline)}），迟 ${late} 天`,
        en: `published on ${published}, after ${deadline}, ${rule.en}: ${late} ${late === 1 ? 'day' : 'days'} late`,
      },
      observed: published,
      expected: deadline,
    });
  });
}
