import { numberIn } from '../../../model/report.ts';
import { quote } from '../../../model/text/quote.ts';
import { flagged, PASSED, WHOLE_REPORT } from '../../rule.ts';
import type { CrossRule } from '../cross-rule.ts';
import { coversOfficeOnly, scopeWords } from '../region-sums.ts';

const RECEIVED = 'requests.received.total';

export const hOwnOfficeOnly: CrossRule<null> = {
  code: 'H-OWN-OFFICE-ONLY',
  title: { zh: '政府年报似仅涵盖本级', en: 'A government’s report seems to cover its office alone' },
  severity: 'info',
  scope: 'report',
  table: 'requests',
  needs: ['requests.*.*'],
  compares: ['children'],
  explanation: {
    zh: '第三表各项均等于政府办公室（厅）的年报，或均小于已存各所属单位之和的，所涵盖的是本级而非全区域。',
    en: 'Where all of table 3 is the office’s own, or below the sum of the bodies held, the report covers the office and not the region.',
  },
  basis: { zh: '《政府信息公开条例》第四十九条第二款', en: 'Regulation, Article 49 ¶2' },
  notWhen: {
    zh: '未存有所属单位的年报；非零数字少于 3 个。',
    en: 'No report of a body below is held; fewer than three figures are not zero.',
  },
  subjects: ({ body }, { children }) => (body.kind === 'government' && children.length > 0 ? WHOLE_REPORT : []),
  check(_, report, { children }) {
    const found = coversOfficeOnly(report, children);
    if (found === null) return PASSED;
    const words = scopeWords(report);
    const says =
      words === null
        ? { zh: '文中未说明范围', en: 'it says nothing of its scope' }
        : { zh: `文中称“${quote(words)}”`, en: `it says “${quote(words)}”` };
    const own = numberIn(report.figures[RECEIVED]);
    const sum = children.reduce((total, { figures }) => total + (numberIn(figures[RECEIVED]) ?? 0), 0);
    return flagged({
      cells: [RECEIVED],
      message:
        found === 'as-office'
          ? {
              zh: `第三表各项均与其办公室（厅）年报相同；${says.zh}`,
              en: `all of table 3 is as in its office’s own report; ${says.en}`,
            }
          : {
              zh: `第三表各项均小于已存 ${children.length} 个所属单位之和（新收申请 ${own} 对 ${sum}）；${says.zh}`,
              en: `all of table 3 is below the sum of the ${children.length} bodies held (requests received: ${own} against ${sum}); ${says.en}`,
            },
      observed: own,
      expected: Number.isNaN(sum) ? null : sum,
    });
  },
};
