import { flagged, NOT_APPLICABLE, PASSED, WHOLE_REPORT } from '../../rule.ts';
import { seenAt } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { besideLastYear, lastYearOf, SAME_BODY } from '../last-year.ts';
import { likenessOf, percent, sharedSentences } from '../narrative/likeness.ts';

const MUCH = 0.8;
const NEARLY_ALL = 0.95;

export const dupOwnYear: CrossRule<null> = {
  code: 'DUP-OWN-YEAR',
  title: { zh: '正文与上年年报雷同', en: 'The narrative is last year’s' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: [],
  compares: ['earlier', 'boilerplate'],
  explanation: {
    zh: '除去名称、日期、数字和通用语句后，正文有 80% 以上见于本机关上年年报（95% 以上为错误）。',
    en: 'Names, dates, numbers and common phrases aside, 80 % of the narrative stands in the body’s own report of the year before; an error from 95 %.',
  },
  basis: { zh: '国办公开办函〔2021〕30号（内容雷同）', en: '国办公开办函〔2021〕30号, which blames copied content' },
  notWhen: {
    zh: `${SAME_BODY.zh}正文不足 300 字，或几乎全为通用语句。`,
    en: `${SAME_BODY.en} Fewer than 300 characters, or little but common phrases.`,
  },
  subjects: (_, companions) => besideLastYear(companions, () => WHOLE_REPORT),
  check(_, report, companions) {
    const lastYear = lastYearOf(companions);
    const share = likenessOf(report, lastYear, companions.boilerplate);
    if (share === null) return NOT_APPLICABLE;
    if (share < MUCH) return PASSED;
    const passages = sharedSentences(report, lastYear).map((sentence) => `“${sentence}”`);
    const place = seenAt(lastYear);
    return flagged({
      cells: [],
      severity: share >= NEARLY_ALL ? 'error' : 'warning',
      message: {
        zh: `正文有 ${percent(share)}% 见于${lastYear.year}年年报${place.zh}，如${passages.join('、')}`,
        en: `${percent(share)} % of the narrative stands in the report for ${lastYear.year}${place.en}, as ${passages.join(', ')}`,
      },
      observed: `${percent(share)}%`,
      expected: null,
    });
  },
};
