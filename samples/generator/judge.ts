import type { Doubt, Extraction, Figure, Flag, SectionRole } from '../../src/model/report.ts';
import type { Generated } from './generate.ts';
import { toTraditional } from './traditional.ts';
import type { TrueFigure } from './truth.ts';

/** A figure that was not read as it stands in the document. */
interface Difference {
  readonly cell: string;
  readonly expected: string;
  readonly read: string;
  /** No doubt and no flag names the cell: the worst thing that can happen. */
  readonly silent: boolean;
}

/** What is to be said about one reading of one generated document. */
export interface Verdict {
  readonly cells: number;
  readonly differences: readonly Difference[];
  readonly arithmetic: readonly Flag[];
  /** Front matter, editions and outline that were not read as they stand. */
  readonly head: readonly string[];
  readonly loudDoubts: readonly Doubt[];
}

const ARITHMETIC = new Set(['T3-ROW-SUM', 'T3-RESULT-SUM', 'T3-BALANCE', 'T3-SUBTOTAL', 'T4-SUM']);

const show = (value: number | null, statuses: readonly string[]): string =>
  `${value ?? 'null'} (${statuses.join(' or ')})`;

function isRight(figure: Figure | undefined, truth: TrueFigure): boolean {
  if (!figure) return truth.statuses.includes('missing');
  return figure.value === truth.value && truth.statuses.includes(figure.status);
}

/** Whether a doubt or flag speaks of a cell; of a figure that the read edition does not have, one on a like row will do. */
function isNamed(cell: string, named: ReadonlySet<string>, known: boolean): boolean {
  if (named.has(cell)) return true;
  const [table, row] = cell.split('.');
  return !known && [...named].some((one) => one.startsWith(`${table}.${row?.split('_')[0]}`));
}

function differencesOf(reading: Extraction, { truth }: Generated): Difference[] {
  const named = new Set([...reading.doubts, ...reading.flags].flatMap(({ cells }) => cells));
  const refused = reading.report === null && reading.doubts.some(({ severity }) => severity === 'error');
  const isSilent = (cell: string, known: boolean): boolean => !refused && !isNamed(cell, named, known);
  const wrong = Object.entries(truth.figures).flatMap(([cell, figure]): Difference[] => {
    const read = reading.figures[cell];
    if (isRight(read, figure)) return [];
    const said = read ? show(read.value, [read.status]) : 'nothing';
    return [
      { cell, expected: show(figure.value, figure.statuses), read: said, silent: isSilent(cell, read !== undefined) },
    ];
  });
  const invented = Object.entries(reading.figures).flatMap(([cell, read]): Difference[] =>
    cell in truth.figures || read.status === 'missing'
      ? []
      : [{ cell, expected: 'no such figure', read: show(read.value, [read.status]), silent: isSilent(cell, true) }],
  );
  return [...wrong, ...invented];
}

const alike = (read: string | null, truth: string): boolean =>
  read !== null && toTraditional(read.normalize('NFKC')).replace(/\s/g, '') === toTraditional(truth.normalize('NFKC'));

function headOf(reading: Extraction, { truth, headings }: Generated): string[] {
  const { report, sections } = reading;
  if (!report) return ['not taken for a report'];
  const roles: SectionRole[] = sections.map(({ role }) => role).filter((role) => role !== 'preamble');
  const checks: readonly (readonly [string, unknown, unknown, boolean])[] = [
    ['year', report.year, truth.year, report.year === truth.year],
    ['agency', report.agency, truth.agency, alike(report.agency, truth.agency)],
    ['publishedOn', report.publishedOn, truth.publishedOn, report.publishedOn === truth.publishedOn],
    ['periodStart', report.periodStart, `${truth.year}-01-01`, report.periodStart === `${truth.year}-01-01`],
    ['periodEnd', report.periodEnd, `${truth.year}-12-31`, report.periodEnd === `${truth.year}-12-31`],
    [
      'edition of table 2',
      report.editions.proactive,
      truth.editions.proactive,
      report.editions.proactive === truth.editions.proactive,
    ],
    [
      'edition of table 3',
      report.editions.requests,
      truth.editions.requests,
      report.editions.requests === truth.editions.requests,
    ],
    [
      'sections',
      roles.join(' '),
      truth.sections.map(({ role }) => role).join(' '),
      headings === 'lost' || roles.join() === truth.sections.map(({ role }) => role).join(),
    ],
  ];
  return checks.flatMap(([name, read, expected, right]) => (right ? [] : [`${name}: read ${read}, is ${expected}`]));
}

function unitsOf(reading: Extraction, { truth }: Generated): string[] {
  return Object.entries(truth.figures).flatMap(([cell, { unit }]) => {
    const read = reading.figures[cell]?.unit;
    return cell.includes('procurement') && unit && (read === undefined || !alike(read, unit))
      ? [`unit of ${cell}: read ${read}, is ${unit}`]
      : [];
  });
}

/** The contract: a worked-out number stands under a doubt or a flag that says how it was worked out. */
function unexplained(reading: Extraction): string[] {
  const named = new Set([...reading.doubts, ...reading.flags].flatMap(({ cells }) => cells));
  const silent = Object.keys(reading.figures).filter(
    (cell) => reading.figures[cell]?.status === 'inferred' && !named.has(cell),
  );
  return silent.length > 0 ? [`${silent.length} inferred figures without a word how, the first ${silent[0]}`] : [];
}

export function judge(reading: Extraction, document: Generated): Verdict {
  return {
    cells: Object.keys(document.truth.figures).length,
    differences: differencesOf(reading, document),
    arithmetic: reading.flags.filter(({ rule }) => ARITHMETIC.has(rule)),
    head: [...headOf(reading, document), ...unitsOf(reading, document), ...unexplained(reading)],
    loudDoubts: reading.doubts.filter(({ severity }) => severity !== 'info'),
  };
}

/** Seed, messes and the first few things that are wrong, for a failure message. */
export function describeVerdict(document: Generated, verdict: Verdict): string {
  const cells = verdict.differences
    .slice(0, 4)
    .map(({ cell, expected, read, silent }) => `${cell}: is ${expected}, read ${read}${silent ? ', SILENT' : ''}`);
  const flags = verdict.arithmetic.slice(0, 3).map(({ rule, cells: [cell] }) => `${rule} on ${cell}`);
  const more = verdict.differences.length > 4 ? [`${verdict.differences.length} cells differ`] : [];
  const what = [...cells, ...more, ...flags, ...verdict.head].join('; ');
  return `seed ${document.seed} [${document.messes.join(' + ') || 'no mess'}]${document.readable ? '' : ' (not readable)'}: ${what}`;
}
