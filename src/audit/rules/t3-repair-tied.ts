import { cellName } from '../labels.ts';
import { describeFailing, describeRepair } from '../repair/describe-repair.ts';
import { judgeDiagnosis, tableOfRequests } from '../repair/judge-repair.ts';
import { changesOf, isAnswered } from '../repair/repair-report.ts';
import { flagged, NOT_APPLICABLE, type Rule } from '../rule.ts';

/** Repairs named in a message; the report's `repair` lists more. */
const NAMED = 10;

export const t3RepairTied: Rule<null> = {
  code: 'T3-REPAIR-TIED',
  title: { zh: '第三表有误，改法不止一种', en: 'Table 3 is wrong, and several repairs are as small' },
  severity: 'warning',
  scope: 'table',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '同样少的改法有数种，仅凭等式不能断定；列出各种改法及其共有的格，按常见笔误排先后，在前的只是较为可能。',
    en: 'Several sets of changes are as small, and the sums alone can’t tell which is right. They are listed with the cells that all share, in the order of common slips; what comes first is no more than likelier.',
  },
  basis: {
    zh: 'Fellegi–Holt 最小改动原则；只有共有部分可以断定',
    en: 'The principle of Fellegi and Holt; only what all share is certain',
  },
  notWhen: {
    zh: '大多数行只填了总计，由 T3-TOTAL-ONLY 提示。',
    en: 'Most rows hold a total only, which T3-TOTAL-ONLY tells.',
  },
  subjects: tableOfRequests,
  check: (_, facts) =>
    judgeDiagnosis(facts, (diagnosis) => {
      const { only, ranked, search } = diagnosis;
      if (only || !isAnswered(diagnosis, facts)) return NOT_APPLICABLE;
      const edition = facts.report.editions.requests ?? '2021';
      const cellSets = ranked.map((option) => changesOf(option, diagnosis).map(({ cell }) => cell));
      const shared = (cellSets[0] ?? []).filter((cell) => cellSets.every((cells) => cells.includes(cell)));
      const named = ranked.slice(0, NAMED).map((option) => describeRepair(option, diagnosis, facts));
      const sums = describeFailing(diagnosis, facts);
      const atLeast = search.complete ? { zh: '', en: '' } : { zh: '至少 ', en: 'at least ' };
      const [first, second] = ranked;
      const likelier = first && second && first.cost < second.cost;
      const order = likelier
        ? { zh: '以第一种较为可能', en: 'the first is the likeliest' }
        : { zh: '前几种同样可能', en: 'no one of the first is likelier than the next' };
      const list = (of: 'zh' | 'en', mark: string) =>
        named.map((message, place) => `(${place + 1}) ${message[of]}`).join(mark);
      const sharedNames = shared.map((cell) => cellName(cell, edition));
      const names = (of: 'zh' | 'en', mark: string) => sharedNames.map((name) => name[of]).join(mark);
      return flagged({
        cells: [...new Set(cellSets.slice(0, NAMED).flat())],
        message: {
          zh: `第三表有${atLeast.zh || ' '}${ranked.length} 种同样少的改法，任一种都使${sums.zh}，${order.zh}：${list('zh', '；')}${shared.length > 0 ? `。各种改法都改：${names('zh', '、')}` : ''}`,
          en: `Table 3 has ${atLeast.en}${ranked.length} repairs that are as small; with any of them ${sums.en}; ${order.en}: ${list('en', '; ')}${shared.length > 0 ? `. All of them change: ${names('en', '; ')}` : ''}`,
        },
        observed: null,
        expected: null,
      });
    }),
};
