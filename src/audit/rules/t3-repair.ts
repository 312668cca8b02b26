import { describeFailing, describeRepair } from '../repair/describe-repair.ts';
import { MOST_EDITS } from '../repair/find-repairs.ts';
import { judgeDiagnosis, TOLD_APART, tableOfRequests } from '../repair/judge-repair.ts';
import { changesOf } from '../repair/repair-report.ts';
import { couldNotRun, flagged, NOT_APPLICABLE, type Rule } from '../rule.ts';

export const t3Repair: Rule<null> = {
  code: 'T3-REPAIR',
  title: { zh: '第三表数格有误，改法唯一', en: 'Several cells of table 3 are wrong, and only one repair is as small' },
  severity: 'error',
  scope: 'table',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '使全表勾稽（且均为不小于 0 的整数）的最少改动涉及两格以上，且只有一种；原数照存，仅作建议。所述各等式的提示均归于此条。',
    en: 'The fewest changes that make every sum hold with whole numbers of at least 0 are of two cells or more, and there is one such set. A suggestion; the figures stay as printed. The flags of the sums fold under this one.',
  },
  basis: { zh: 'Fellegi–Holt 最小改动原则', en: 'The principle of Fellegi and Holt' },
  notWhen: {
    zh: `需改 ${MOST_EDITS} 处以上；或整个改法就是一处互换、错位、分格或重复计入，由相应规则提示；或大多数行只填了总计。`,
    en: `More than ${MOST_EDITS} edits are needed; or the whole repair is one exchange, shift, split or double count, which has its own rule; or most rows hold a total only.`,
  },
  subjects: tableOfRequests,
  check: (_, facts) =>
    judgeDiagnosis(facts, (diagnosis) => {
      const { only, ranked, search } = diagnosis;
      if (!search.complete && ranked.length === 0) {
        return couldNotRun({
          zh: `第三表错处过多或过于交错，查到 ${search.edits} 处改动、试过 ${search.steps} 步仍未查完`,
          en: `the faults of table 3 are too many or too entangled: the search for repairs of ${search.edits} edits ended after ${search.steps} steps`,
        });
      }
      const changes = only ? changesOf(only, diagnosis) : [];
      const [slip] = only?.solution.slips ?? [];
      const toldApart = search.edits === 1 && slip !== undefined && TOLD_APART.includes(slip.kind);
      if (!only || changes.length < 2 || toldApart) return NOT_APPLICABLE;
      const [cells, sums] = [describeRepair(only, diagnosis, facts), describeFailing(diagnosis, facts)];
      const others = ranked.length - 1;
      return flagged({
        cells: changes.map(({ cell }) => cell),
        message: {
          zh: `第三表改 ${changes.length} 格：${cells.zh}，${sums.zh}；${others > 0 ? `另有 ${others} 种同样少的改法，但远不如此可信` : `其余改法至少要改 ${search.edits + 1} 处`}`,
          en: `Table 3 needs ${changes.length} cells changed: ${cells.en}; ${sums.en}; ${others > 0 ? `${others} other repairs are as small but far less likely` : `any other repair takes ${search.edits + 1} edits or more`}`,
        },
        observed: changes.map(({ from }) => from ?? '-').join(', '),
        expected: changes.map(({ to }) => to).join(', '),
      });
    }),
};
