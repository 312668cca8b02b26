import { type Generated, generate } from '../../samples/generator/generate.ts';
import { describeVerdict, judge, type Verdict } from '../../samples/generator/judge.ts';
import { extractPage } from '../../src/app/pipeline/extract.ts';
import { isFailure } from '../../src/model/report.ts';

/** Reads many generated documents and counts, mess by mess, how that went. */

export interface Outcome {
  readonly document: Generated;
  readonly verdict: Verdict;
}

/** Reads one document through the whole pipeline, bytes to flags. */
export function readGenerated(document: Generated): Outcome {
  const result = extractPage(document.bytes, document.path);
  if (isFailure(result)) {
    throw new Error(
      `seed ${document.seed} [${document.messes.join(' + ')}] could not be read: ${result.error.message}`,
    );
  }
  return { document, verdict: judge(result, document) };
}

export const sweep = (seeds: readonly number[]): Outcome[] => seeds.map((seed) => readGenerated(generate(seed)));

export const silentErrors = ({ verdict }: Outcome): number => verdict.differences.filter(({ silent }) => silent).length;

/** Everything that a readable document must be, in words; empty if all is well. */
export function faultsOf(outcome: Outcome): string[] {
  const { document, verdict } = outcome;
  const perfect = verdict.differences.length === 0 && verdict.arithmetic.length === 0 && verdict.head.length === 0;
  const clean = document.messes.length > 0 || verdict.loudDoubts.length === 0;
  if (!document.readable) return silentErrors(outcome) === 0 ? [] : [describeVerdict(document, verdict)];
  if (!clean)
    return [
      `${describeVerdict(document, verdict)}; doubts without a mess: ${verdict.loudDoubts.map(({ rule }) => rule).join()}`,
    ];
  return perfect ? [] : [describeVerdict(document, verdict)];
}

interface Tally {
  documents: number;
  faulty: number;
  cells: number;
  right: number;
  silent: number;
  doubted: number;
}

function tally(outcomes: readonly Outcome[]): Tally {
  const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const cells = sum(({ verdict }) => verdict.cells);
  return {
    documents: outcomes.length,
    faulty: outcomes.filter((outcome) => faultsOf(outcome).length > 0).length,
    cells,
    right:
      cells - sum(({ verdict }) => verdict.differences.filter(({ expected }) => expected !== 'no such figure').length),
    silent: sum(silentErrors),
    doubted: outcomes.filter(({ verdict }) => verdict.loudDoubts.length > 0).length,
  };
}

/** A table of plain text: one line per mess, documents that hold several messes counted under each. */
export function summary(outcomes: readonly Outcome[]): string {
  const messes = [...new Set(outcomes.flatMap(({ document }) => document.messes))].sort();
  const groups: readonly (readonly [string, readonly Outcome[]])[] = [
    ...messes.map((mess) => [mess, outcomes.filter(({ document }) => document.messes.includes(mess))] as const),
    ['(no mess)', outcomes.filter(({ document }) => document.messes.length === 0)],
    ['ALL READABLE', outcomes.filter(({ document }) => document.readable)],
    ['ALL NOT READABLE', outcomes.filter(({ document }) => !document.readable)],
  ];
  const head = ['mess', 'documents', 'faulty', 'cells', 'right', 'silent', 'with a doubt'];
  const lines = groups.map(([name, group]) => {
    const counts = tally(group);
    return [name, counts.documents, counts.faulty, counts.cells, counts.right, counts.silent, counts.doubted].map(
      String,
    );
  });
  const wide = head.map((text, column) => Math.max(text.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const show = (line: readonly string[]) =>
    line
      .map((text, column) => (column === 0 ? text.padEnd(wide[0] ?? 0) : text.padStart(wide[column] ?? 0)))
      .join('  ');
  return [head, ...lines].map(show).join('\n');
}
