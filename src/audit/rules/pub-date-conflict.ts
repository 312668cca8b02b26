import { chineseDate } from '../../model/messages/chinese-date.ts';
import { bodyKind } from '../../model/text/body-kind.ts';
import { ISO_DATE, judgePublication, otherwiseRead } from '../deadline.ts';
import { type Facts, flagged, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

/** The last day of Article 49 for the publisher, or null where it sets none. */
function deadlineOf({ report }: Facts, year: number): string | null {
  const kind = report.agency === null ? 'other' : bodyKind(report.agency).kind;
  if (kind === 'department') return `${year + 1}-01-31`;
  return kind === 'government' ? `${year + 1}-03-31` : null;
}

export const pubDateConflict: Rule<null> = {
  code: 'PUB-DATE-CONFLICT',
  title: { zh: '各处发布日期不一致', en: 'Dates of publication that disagree' },
  severity: 'info',
  scope: 'report',
  table: null,
  needs: ['report.year', 'report.publishedOn'],
  explanation: {
    zh: '页面元数据、信息栏和正文上方的发布日期应一致；不一致的为提示，分居法定期限两侧的为警告。',
    en: 'Meta tags, information lines and the date under the title agree; info where they differ, a warning where they fall on both sides of the deadline.',
  },
  basis: { zh: '《政府信息公开条例》第四十九条', en: 'Regulation, Article 49' },
  notWhen: { zh: '发布日期不明。', en: 'The date of publication is unknown.' },
  subjects: () => WHOLE_REPORT,
  check: (_, facts) =>
    judgePublication(facts, (year, published) => {
      const others = [...new Set(otherwiseRead(facts, ISO_DATE))].filter((date) => date !== published);
      if (others.length === 0) return PASSED;
      const deadline = deadlineOf(facts, year);
      const late = (date: string) => deadline !== null && date > deadline;
      const across = others.some((date) => late(date) !== late(published));
      return flagged({
        cells: [],
        severity: across ? 'warning' : 'info',
        message: {
          zh: `发布日期为${chineseDate(published)}，另一处为${others.map(chineseDate).join('、')}${across ? `，分居期限${chineseDate(deadline ?? '')}两侧` : ''}`,
          en: `published on ${published}, elsewhere ${others.join(', ')}${across ? `, on both sides of the deadline ${deadline}` : ''}`,
        },
        observed: others.join(' '),
        expected: published,
      });
    }),
};
