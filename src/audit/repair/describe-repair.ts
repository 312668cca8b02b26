import type { Identity } from '../../model/forms/identities.ts';
import type { Message } from '../../model/report.ts';
import { namesOf } from '../labels.ts';
import type { Facts } from '../rule.ts';
import type { Diagnosis } from './diagnose.ts';
import { explainChange, SLIP_NAMES } from './explain-change.ts';
import type { RankedSolution } from './rank-solutions.ts';

/** How repairs stand in messages. */

const join = (messages: readonly Message[], zh: string, en: string): Message => ({
  zh: messages.map((message) => message.zh).join(zh),
  en: messages.map((message) => message.en).join(en),
});

/** “（七）总计”一行“自然人”栏 0 → 3（漏写一位）; without the slips, which are named at the end. */
export function describeRepair(ranked: RankedSolution, diagnosis: Diagnosis, facts: Facts): Message {
  const { solution } = ranked;
  const { network, values, empty } = diagnosis.sums;
  const edition = facts.report.editions[diagnosis.role] ?? '2021';
  const bySlip = new Set(solution.slips.flatMap((slip) => [...slip.to.keys()]));
  const cells = [...solution.to].map(([place, to]) => {
    const { row, column } = namesOf(network.edges[place]?.key ?? '', edition);
    const why = bySlip.has(place) ? null : explainChange(place, to, diagnosis);
    return {
      zh: `“${row.zh}”一行“${column.zh}”栏 ${empty[place] ? '空' : values[place]} → ${to}${why ? `（${why.zh}）` : ''}`,
      en: `row “${row.en}”, column “${column.en}” ${empty[place] ? 'empty' : values[place]} → ${to}${why ? ` (${why.en})` : ''}`,
    };
  });
  const changes = join(cells, '，', '; ');
  if (solution.slips.length === 0) return changes;
  const slips = join(
    solution.slips.map(({ kind }) => SLIP_NAMES[kind]),
    '、',
    ', ',
  );
  return { zh: `${changes}（${slips.zh}）`, en: `${changes} (${slips.en})` };
}

const SUMS: Readonly<Record<Identity['kind'], Message>> = {
  'row-sum': { zh: '行', en: 'row' },
  'result-sum': { zh: '列办理结果', en: 'results of column' },
  balance: { zh: '列收办', en: 'balance of column' },
  'dispute-sum': { zh: '项', en: 'procedure' },
};

/** The equalities that fail as printed and hold when repaired, which the repair so explains. */
export function describeFailing({ failing, role }: Diagnosis, facts: Facts): Message {
  const edition = facts.report.editions[role] ?? '2021';
  const names = failing.map(({ kind, left }) => {
    const { row, column } = namesOf(left[0] ?? '', edition);
    const name = kind === 'row-sum' || kind === 'dispute-sum' ? row : column;
    return { zh: `“${name.zh}”${SUMS[kind].zh}`, en: `${SUMS[kind].en} “${name.en}”` };
  });
  const list = join(names, '、', ', ');
  if (failing.length === 0) return { zh: '各等式即可成立', en: 'the sums then agree' };
  return {
    zh: `不成立的 ${failing.length} 个等式（${list.zh}）即全部成立`,
    en: `the ${failing.length} ${failing.length === 1 ? 'sum that fails' : 'sums that fail'} (${list.en}) then hold`,
  };
}
