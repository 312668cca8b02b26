import { distance } from 'fastest-levenshtein';
import type { RowLabel } from './label-index.ts';
import type { TableLine } from './table-line.ts';

/** A line laid against a row of the form, and on what ground. */
export interface RowMatch {
  readonly line: TableLine;
  readonly row: string;
  readonly ground: 'known' | 'similar' | 'position';
  /** 1 for a known label, the share of characters kept for a similar one, 0 for position alone. */
  readonly similarity: number;
}

interface RowAlignment {
  readonly matches: readonly RowMatch[];
  /** Lines that hold values and were laid against nothing. */
  readonly unmatched: readonly TableLine[];
}

/** Weights of the alignment. A known label outweighs any number of skipped rows; position alone barely beats skipping. */
const WEIGHT = { known: 3, number: 0.4, similar: 2, position: 0.3, strayValues: -0.6 } as const;
const LEAST_SIMILAR = 0.5;

const CHINESE_NUMBERS = '一二三四五六七八九十';

function numberAgrees(line: TableLine, row: RowLabel): number {
  const printed = line.reading.label?.enumerator;
  if (!printed || row.number === undefined) return 0;
  const bare = row.number.replace(/[（）]/g, '');
  const value = /\d/.test(bare) ? Number(bare) : CHINESE_NUMBERS.indexOf(bare) + 1;
  return value === printed.value ? WEIGHT.number : -WEIGHT.number / 2;
}

/** Share of the longer text that both have in common by edit distance. */
export function labelSimilarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - distance(a, b) / longest;
}

function bestSimilarity(folded: string, row: RowLabel): number {
  let best = 0;
  for (const candidate of row.folded) best = Math.max(best, labelSimilarity(folded, candidate));
  return best;
}

interface Score {
  readonly score: number;
  readonly ground: RowMatch['ground'];
  readonly similarity: number;
}

function scoreLine(
  line: TableLine,
  rows: readonly RowLabel[],
  known: ReadonlySet<string>,
  width: number,
): (Score | null)[] {
  const { label, values } = line.reading;
  // A label without cells behind it is a row only where the document has no cells at all.
  if (values.length === 0 && line.borders !== 'none') return rows.map(() => null);
  if (known.size > 0) {
    return rows.map((row) =>
      known.has(row.key) ? { score: WEIGHT.known + numberAgrees(line, row), ground: 'known', similarity: 1 } : null,
    );
  }
  const named = label?.hits.some((hit) => hit.kind !== 'row') ?? false;
  if (named || values.length === 0) return rows.map(() => null);
  const folded = label?.folded ?? '';
  return rows.map((row) => {
    const similarity = folded.length >= 2 ? bestSimilarity(folded, row) : 0;
    if (similarity >= LEAST_SIMILAR) {
      return { score: WEIGHT.similar * similarity + numberAgrees(line, row), ground: 'similar', similarity };
    }
    if (values.length !== width) return null;
    return { score: WEIGHT.position + numberAgrees(line, row), ground: 'position', similarity: 0 };
  });
}

/** Most tables are as the form prints them: every line known as one row, in the order of the form. Null where not. */
function inPlainOrder(
  lines: readonly TableLine[],
  rows: readonly RowLabel[],
  known: (line: TableLine) => readonly string[],
): RowAlignment | null {
  const matches: RowMatch[] = [];
  const keys = rows.map((row) => row.key);
  let last = -1;
  for (const line of lines) {
    const [key, ...others] = known(line);
    const place = key === undefined ? -1 : keys.indexOf(key, last + 1);
    if (key === undefined || place === -1 || others.length > 0 || line.reading.values.length === 0) return null;
    last = place;
    matches.push({ line, row: key, ground: 'known', similarity: 1 });
  }
  return { matches, unmatched: [] };
}

/**
 * Lays the lines of a table against the rows of the form: the order-preserving assignment with the highest score
 * (Needleman and Wunsch 1970). A wrong span, a missing row or a misprinted label disturbs only itself.
 *
 * @param known the row keys a line's label is exactly known as
 * @param width how many values a full line of this table holds; only such lines may be matched by position
 */
export function alignRows(
  lines: readonly TableLine[],
  rows: readonly RowLabel[],
  known: (line: TableLine) => readonly string[],
  width: number,
): RowAlignment {
  const plain = inPlainOrder(lines, rows, known);
  if (plain) return plain;
  const scores = lines.map((line) => scoreLine(line, rows, new Set(known(line)), width));
  const stray = lines.map((line) => (line.reading.values.length > 0 ? WEIGHT.strayValues : 0));
  const best: Float64Array[] = Array.from({ length: lines.length + 1 }, () => new Float64Array(rows.length + 1));
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    for (let j = rows.length; j >= 0; j -= 1) {
      const skipLine = at(best, i + 1, j) + (stray[i] ?? 0);
      const skipRow = j < rows.length ? at(best, i, j + 1) : Number.NEGATIVE_INFINITY;
      const score = j < rows.length ? scores[i]?.[j] : null;
      const match = score ? at(best, i + 1, j + 1) + score.score : Number.NEGATIVE_INFINITY;
      (best[i] as Float64Array)[j] = Math.max(skipLine, skipRow, match);
    }
  }
  const matches: RowMatch[] = [];
  const unmatched: TableLine[] = [];
  let j = 0;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as TableLine;
    const row = rows[j];
    const score = row ? scores[i]?.[j] : null;
    const value = at(best, i, j);
    if (row && score && value === at(best, i + 1, j + 1) + score.score) {
      matches.push({ line, row: row.key, ground: score.ground, similarity: score.similarity });
      i += 1;
      j += 1;
    } else if (row && value === at(best, i, j + 1)) {
      j += 1;
    } else {
      if (line.reading.values.length > 0) unmatched.push(line);
      i += 1;
    }
  }
  return { matches, unmatched };
}

const at = (table: readonly Float64Array[], i: number, j: number): number => table[i]?.[j] ?? 0;
