import { chineseDate } from '../../../model/messages/chinese-date.ts';
import { bodyKind } from '../../../model/text/body-kind.ts';
import { quote } from '../../../model/text/quote.ts';
import { couldNotRun, flagged, NOT_APPLICABLE, PASSED, WHOLE_REPORT } from '../../rule.ts';
import type { CrossRule } from '../cross-rule.ts';

/** The day by which each kind of body publishes; towns by custom. Regulation, Article 49. */
const DEADLINES: Readonly<Record<string, string>> = {
  government: '03-31',
  department: '01-31',
  town: '01-31',
  subdistrict: '01-31',
};

export const pubMissing: CrossRule<null> = {
  code: 'PUB-MISSING',
  title: { zh: '下一年度年报未见', en: 'The next year’s report is missing' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: [],
  compares: ['next'],
  explanation: {
    zh: '曾公布年报的机关，下一年度期限已过而门户上仍未见其年报，或标明其名的链接指向其他机关、年度的年报。',
    en: 'A body that reported has no report for the next year after its deadline, or the link under its name leads to another body’s or year’s. The flag stands on its last report.',
  },
  basis: { zh: '《政府信息公开条例》第四十九条', en: 'Regulation, Article 49' },
  notWhen: {
    zh: '未在采集其门户；门户在期限之后未能访问；不受第四十九条约束的机关。',
    en: 'Its portal is not crawled, or has not answered since the deadline; Article 49 does not bind the body.',
  },
  subjects: ({ body }, { next }) => (next && DEADLINES[bodyKind(body.name).kind] ? WHOLE_REPORT : []),
  check(_, { body }, { next }) {
    if (!next || next.held) return PASSED;
    const deadline = `${next.year + 1}-${DEADLINES[body.kind] ?? '01-31'}`;
    if (next.today <= deadline) return NOT_APPLICABLE;
    if (!next.portal) return NOT_APPLICABLE;
    const { name, answeredAt } = next.portal;
    if (answeredAt === null || answeredAt.slice(0, 10) <= deadline) {
      return couldNotRun({ zh: `${name}在期限之后尚未访问成功`, en: `${name} has not answered since the deadline` });
    }
    const { misled } = next;
    const led = misled
      ? {
          zh: `；链接“${quote(misled.title)}”（${misled.url}）实为${misled.found}`,
          en: `; the link “${quote(misled.title)}” (${misled.url}) led to ${misled.found}`,
        }
      : { zh: '', en: '' };
    return flagged({
      cells: [],
      message: {
        zh: `${next.year}年年报应于${chineseDate(deadline)}前公布，${name}至${chineseDate(answeredAt)}仍未见${led.zh}`,
        en: `the report for ${next.year} was due by ${deadline}; ${name} still had none on ${answeredAt.slice(0, 10)}${led.en}`,
      },
      observed: null,
      expected: next.year,
    });
  },
};
