import { type Message, numberIn } from '../../model/report.ts';
import { areOpen } from '../doubted.ts';
import { blockedBy } from '../numbers.ts';
import { type Judgement, NOT_APPLICABLE } from '../rule.ts';
import type { StoredReport } from './companions.ts';

/** A figure of one of several reports. */
interface PlacedCell {
  readonly of: StoredReport;
  readonly key: string;
}

/**
 * Judges figures of several reports that must all hold numbers: not applicable when one is empty, could not run when one is
 * missing or unreadable, with the report named.
 */
export function judgeCells(cells: readonly PlacedCell[], judge: (numbers: readonly number[]) => Judgement): Judgement {
  const numbers = cells.map(({ of, key }) => numberIn(of.figures[key]));
  const blocked = cells[numbers.findIndex((number) => Number.isNaN(number))];
  if (blocked) {
    const judgement = blockedBy([blocked.key], blocked.of);
    if (judgement.outcome !== 'could_not_run') return judgement;
    const { zh, en } = judgement.reason;
    const { name } = blocked.of.body;
    return {
      ...judgement,
      reason: { zh: `${name}${blocked.of.year}年年报：${zh}`, en: `${name} ${blocked.of.year}: ${en}` },
    };
  }
  return numbers.every((number) => number !== null) ? judge(numbers) : NOT_APPLICABLE;
}

/** The doubts of the reading that a companion's figures are under, as a remark; a flag's own figures are named elsewhere. */
export function doubtsOf(report: StoredReport, keys: readonly string[]): Message {
  const rules = new Set(
    report.doubts
      .filter(({ rule, cells }) => rule.startsWith('EX-') && cells.some((cell) => keys.includes(cell)))
      .map(({ rule }) => rule),
  );
  if (rules.size === 0) return { zh: '', en: '' };
  const names = [...rules].join(', ');
  return {
    zh: `（${report.body.name}${report.year}年年报中所据数字的读取存疑：${names}）`,
    en: ` (in the report of ${report.body.name} for ${report.year} its figures were read with doubt: ${names})`,
  };
}

/** Whether a figure is under an error of its own report's tables, or what would be one but for a doubt, so that nothing else should be built on it. */
export const isUnderError = ({ flags, doubts }: StoredReport, key: string): boolean =>
  flags.some(
    ({ rule, severity, cells }) =>
      /^T[34]-/.test(rule) &&
      cells.includes(key) &&
      (severity === 'error' || (severity === 'warning' && areOpen(cells, doubts))),
  );

/** Where a companion was seen, for messages. */
export const seenAt = ({ place }: { readonly place: string | null }): Message =>
  place === null ? { zh: '', en: '' } : { zh: `（${place}）`, en: ` (${place})` };

/** The first few of a list, and that there are more. */
export const firstOf = (names: readonly string[], most = 5): Message => {
  const shown = names.slice(0, most);
  const left = names.length - shown.length;
  return {
    zh: shown.join('、') + (left > 0 ? `等 ${names.length} 个` : ''),
    en: shown.join(', ') + (left > 0 ? ` and ${left} more` : ''),
  };
};
