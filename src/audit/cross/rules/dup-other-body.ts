import { flagged, NOT_APPLICABLE, PASSED } from '../../rule.ts';
import type { Companions, StoredReport } from '../companions.ts';
import { seenAt } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { likenessOf, percent, sharedSentences } from '../narrative/likeness.ts';

const MUCH = 0.7;
const NEARLY_ALL = 0.95;

/** 与区政府办公室联合编制: a text that parent and child say they have in common. */
const IN_COMMON = /(?:联合|统一|共同|合并)(?:编制|编写|发布|公布)/u;

function related(report: StoredReport, other: StoredReport, { parent, children }: Companions): boolean {
  const isFamily = parent?.name === other.body.name || children.some(({ body }) => body.name === other.body.name);
  return isFamily && [report, other].some(({ sections }) => sections.some(({ text }) => IN_COMMON.test(text)));
}

interface Match {
  readonly other: StoredReport;
  readonly share: number;
}

/** The one most alike first; of two alike, that of the same year. */
function matches(report: StoredReport, companions: Companions): Match[] {
  return companions.lookalikes
    .filter((other) => !related(report, other, companions))
    .flatMap((other) => {
      const share = likenessOf(report, other, companions.boilerplate);
      return share === null ? [] : { other, share };
    })
    .sort((a, b) => b.share - a.share || Math.abs(a.other.year - report.year) - Math.abs(b.other.year - report.year));
}

export const dupOtherBody: CrossRule<readonly Match[]> = {
  code: 'DUP-OTHER-BODY',
  title: { zh: '正文与其他机关年报雷同', en: 'The narrative stands in another body’s report' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: [],
  compares: ['lookalikes', 'boilerplate', 'parent', 'children'],
  explanation: {
    zh: '除去名称、日期、数字和五分之一以上机关通用的语句后，正文有 70% 以上见于另一机关的年报（95% 以上为错误）；谁抄谁不作判断。',
    en: 'Names, dates, numbers and phrases of more than a fifth of all bodies aside, 70 % of the narrative stands in another body’s report; an error from 95 %. Who copied whom is not said.',
  },
  basis: { zh: '国办公开办函〔2021〕30号（内容雷同）', en: '国办公开办函〔2021〕30号, which blames copied content' },
  notWhen: {
    zh: '正文不足 300 字或几乎全为通用语句；上下级注明共同编制的。存有的机关不足 30 个时，通用语句尚不可知，仅作提示。',
    en: 'Fewer than 300 characters, or little but common phrases; parent and child that state a common text. A remark only where fewer than 30 bodies are held, as what is common is not known.',
  },
  subjects(report, companions) {
    const found = matches(report, companions);
    return found.length > 0 ? [found] : [];
  },
  check(found, report, { boilerplate }) {
    const [best, ...others] = found.filter(({ share }) => share >= MUCH);
    if (!best) return found.length > 0 ? PASSED : NOT_APPLICABLE;
    const { other, share } = best;
    const passages = sharedSentences(report, other).map((sentence) => `“${sentence}”`);
    const place = seenAt(other);
    const more =
      others.length > 0
        ? { zh: `；另与 ${others.length} 份年报相近`, en: `; ${others.length} more are nearly the same` }
        : { zh: '', en: '' };
    const unknown = boilerplate.size === 0;
    const remark = unknown
      ? { zh: '（机关太少，通用语句尚未扣除）', en: ' (too few bodies to know which phrases are common to all)' }
      : { zh: '', en: '' };
    const severity = share >= NEARLY_ALL ? 'error' : 'warning';
    return flagged({
      cells: [],
      severity: unknown ? 'info' : severity,
      message: {
        zh: `正文与${other.body.name}${other.year}年年报${place.zh}有 ${percent(share)}% 相同${remark.zh}，如${passages.join('、')}${more.zh}`,
        en: `${percent(share)} % of the narrative is the same as in the report of ${other.body.name} for ${other.year}${place.en}${remark.en}, as ${passages.join(', ')}${more.en}`,
      },
      observed: `${other.body.name} ${other.year}`,
      expected: null,
    });
  },
};
