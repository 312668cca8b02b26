import { createHash } from 'node:crypto';
import type { Document } from '../../extractors/document.ts';
import { mapDocument } from '../../extractors/mapping/map-document.ts';
import { type Format, type GeneratedFormat, generateFormat } from '../../samples/generator/formats/generate-format.ts';
import { describeVerdict, judge, type Verdict } from '../../samples/generator/judge.ts';
import { auditReport } from '../../src/audit/run-rules.ts';
import { type Extraction, REPORT_SCHEMA, type Severity } from '../../src/model/report.ts';

/** One document of a format, read and judged. */
export interface FormatOutcome {
  readonly document: GeneratedFormat;
  readonly verdict: Verdict;
}

/**
 * Lays what a reader made of the bytes against the form, audits it and judges it against the truth. `heard` says which
 * severities of doubt keep an error from being silent.
 */
export function judgeDocument(
  generated: GeneratedFormat,
  document: Document,
  heard: readonly Severity[] = ['info', 'warning', 'error'],
): FormatOutcome {
  const whole = mapDocument(document);
  const reading = { ...whole, doubts: whole.doubts.filter(({ severity }) => heard.includes(severity)) };
  const { bytes, path } = generated;
  const extraction: Extraction = {
    schema: REPORT_SCHEMA,
    source: {
      path,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'application/octet-stream',
      bytes: bytes.length,
      charset: null,
    },
    ...reading,
    flags: auditReport(reading).flags,
    repair: null,
  };
  return { document: generated, verdict: judge(extraction, generated) };
}

/** Generates the documents of some seeds one after the other and reads each; a document that can't be read is an error. */
export async function readFormats(
  format: Format,
  seeds: readonly number[],
  read: (bytes: Uint8Array) => Promise<Document>,
  heard?: readonly Severity[],
): Promise<FormatOutcome[]> {
  const outcomes: FormatOutcome[] = [];
  for (const seed of seeds) {
    const generated = await generateFormat(seed, format);
    const document = await read(generated.bytes).catch((error: unknown) => {
      throw new Error(`${format}, seed ${seed}: ${generated.messes.join(' + ')}, ${generated.style}: ${error}`, {
        cause: error,
      });
    });
    outcomes.push(judgeDocument(generated, document, heard));
  }
  return outcomes;
}

export const silentOf = ({ verdict }: FormatOutcome): number =>
  verdict.differences.filter(({ silent }) => silent).length;

/** What a document that a person can read must be, in words; null if all is well. */
export function faultOf(outcome: FormatOutcome): string | null {
  const { document, verdict } = outcome;
  const exact = verdict.differences.length === 0 && verdict.arithmetic.length === 0 && verdict.head.length === 0;
  const good = document.readable ? exact : silentOf(outcome) === 0;
  return good ? null : `${document.format}, ${document.style}: ${describeVerdict(document, verdict)}`;
}

/** Cells of readable documents, how many were read as they stand, and what was wrong without a word. */
export interface Tally {
  readonly documents: number;
  readonly faulty: number;
  readonly cells: number;
  readonly right: number;
  readonly silent: number;
}

export function tally(outcomes: readonly FormatOutcome[]): Tally {
  const readable = outcomes.filter(({ document }) => document.readable);
  const cells = readable.reduce((sum, { verdict }) => sum + verdict.cells, 0);
  const wrong = readable.flatMap(({ verdict }) =>
    verdict.differences.filter(({ expected }) => expected !== 'no such figure'),
  );
  return {
    documents: outcomes.length,
    faulty: outcomes.filter((outcome) => faultOf(outcome) !== null).length,
    cells,
    right: cells - wrong.length,
    silent: outcomes.reduce((sum, outcome) => sum + silentOf(outcome), 0),
  };
}

/** The table that the measured tests print. */
export function tallyTable(rows: readonly (readonly [string, Tally])[]): string {
  const head = ['', 'documents', 'faulty', 'cells', 'right', 'silent'];
  const lines = rows.map(([name, one]) => [
    name,
    ...[one.documents, one.faulty, one.cells, one.right, one.silent].map(String),
  ]);
  const wide = head.map((text, column) => Math.max(text.length, ...lines.map((line) => line[column]?.length ?? 0)));
  return [head, ...lines]
    .map((line) =>
      line.map((text, at) => (at === 0 ? text.padEnd(wide[at] ?? 0) : text.padStart(wide[at] ?? 0))).join('  '),
    )
    .join('\n');
}
