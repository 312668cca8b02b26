import { type Extraction, type ExtractionResult, type Figure, isFailure } from '../../src/model/report.ts';
import type { Seen } from './seen.ts';

/** From the best to the worst. */
export const OUTCOMES = ['right', 'doubted', 'silent-blank', 'silent-wrong'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Judgement {
  /** Of the crafted cells, the worst. */
  readonly outcome: Outcome;
  /** What was read in the cell that decided. */
  readonly cell: string;
  readonly expected: string;
  readonly read: string;
  /** A flag names the cell: the report is blamed, and yet somebody will look. */
  readonly flagged: boolean;
  /** Read right, and doubted without need. */
  readonly doubtedThough: boolean;
  /** No report was read at all. */
  readonly refused: boolean;
  /** Other cells that were read otherwise than they stand there without a doubt, and with one. */
  readonly harmed: readonly string[];
  readonly othersDoubted: number;
}

/** What is compared of a document and of its reading. */
interface Told {
  readonly seen: Readonly<Record<string, Seen>>;
  readonly others: Readonly<Record<string, Seen>>;
}

interface Cell {
  readonly cell: string;
  readonly outcome: Outcome;
}

const NOTHING: Figure = { value: null, raw: '', status: 'missing', at: null };

const show = ({ value, status }: Figure): string => `${value ?? 'null'} (${status})`;

function isRight({ value, status }: Figure, seen: Seen, doubted: boolean): boolean {
  if (seen.as === 'unclear') return doubted || status === 'unreadable';
  if (seen.as === 'number') return value === seen.value;
  if (seen.as === 'dash') return status === 'dash' || status === 'not_applicable';
  return value === null && (status === 'blank' || status === 'missing');
}

function outcomeOf(figure: Figure, seen: Seen, doubted: boolean): Outcome {
  if (isRight(figure, seen, doubted)) return 'right';
  if (doubted || figure.status === 'unreadable') return 'doubted';
  return figure.value === null ? 'silent-blank' : 'silent-wrong';
}

/** What the same document raises without the effect says nothing of the effect. */
function ownDoubts({ doubts }: Extraction, clean: ExtractionResult | undefined): Extraction['doubts'] {
  const known = clean && !isFailure(clean) ? clean.doubts : [];
  const said = new Set(known.map(({ rule, cells, message }) => JSON.stringify([rule, cells, message.en])));
  return doubts.filter(({ rule, cells, message }) => !said.has(JSON.stringify([rule, cells, message.en])));
}

/** Whether a doubt names a cell; one that names none is about the whole document. */
function namedIn(doubts: Extraction['doubts']): (cell: string) => boolean {
  const named = new Set(doubts.flatMap(({ cells }) => cells));
  const whole = doubts.some(({ cells, severity }) => cells.length === 0 && severity !== 'info');
  return (cell) => whole || named.has(cell);
}

/** `clean`: what is read in the same document in which stands plainly what a person sees. */
export function judgeCells(
  result: ExtractionResult | undefined,
  clean: ExtractionResult | undefined,
  { seen, others }: Told,
): Judgement {
  const keys = Object.keys(seen);
  if (!result || isFailure(result) || result.report === null) {
    const read = !result ? 'no answer' : isFailure(result) ? result.error.code : 'no report';
    const none = { flagged: false, doubtedThough: false, harmed: [], othersDoubted: Object.keys(others).length };
    return { ...none, outcome: 'doubted', cell: keys[0] ?? '', expected: 'a report', read, refused: true };
  }
  const isDoubted = namedIn(ownDoubts(result, clean));
  const figureOf = (cell: string): Figure => result.figures[cell] ?? NOTHING;
  const judged = (from: Told['seen']): Cell[] =>
    Object.entries(from).map(([cell, one]) => ({ cell, outcome: outcomeOf(figureOf(cell), one, isDoubted(cell)) }));
  const worst = judged(seen).reduce((a, b) => (OUTCOMES.indexOf(b.outcome) > OUTCOMES.indexOf(a.outcome) ? b : a));
  const expected = seen[worst.cell];
  const rest = judged(others);
  return {
    ...worst,
    expected: expected?.as === 'number' ? String(expected.value) : (expected?.as ?? ''),
    read: show(figureOf(worst.cell)),
    flagged: result.flags.some(({ cells }) => cells.includes(worst.cell)),
    doubtedThough: worst.outcome === 'right' && expected?.as !== 'unclear' && isDoubted(worst.cell),
    refused: false,
    harmed: rest.filter(({ outcome }) => outcome.startsWith('silent')).map(({ cell }) => cell),
    othersDoubted: Object.keys(others).filter(isDoubted).length,
  };
}
