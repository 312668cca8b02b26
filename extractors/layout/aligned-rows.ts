import { type Column, columnsOf } from './aligned-columns.ts';
import { LINE_PITCH, ONE_ROW, type Stack } from './stacks.ts';

/** A text at its place in a row. */
interface PlacedStack {
  readonly stack: Stack;
  readonly first: number;
  readonly last: number;
}

export interface AlignedRow {
  /** The lines (heights) between which its figures stand. */
  readonly from: number;
  readonly to: number;
  readonly members: readonly PlacedStack[];
}

/** Lines nearer than this part of the usual pitch of rows are one row, part of which had to go on in a second line. */
const CLOSE = 0.75;
/** A label belongs to the figures beside one of its lines, or within this many ems of one. */
const BESIDE = 0.75;

const baseOf = (stack: Stack, place: 0 | -1): number => stack.segments.at(place)?.line.base ?? 0;
const sizeOf = (stack: Stack): number => stack.segments[0]?.line.size ?? 0;
const middleOf = (stack: Stack): number => (baseOf(stack, 0) + baseOf(stack, -1)) / 2;

/** Joins neighbouring rows, top to bottom, that are one. */
function joinRows(rows: readonly AlignedRow[], isOne: (gap: number, size: number) => boolean): AlignedRow[] {
  const joined: AlignedRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    const size = sizeOf((row.members[0] as PlacedStack).stack);
    if (last && isOne(row.from - last.to, size)) {
      joined[joined.length - 1] = { from: last.from, to: row.to, members: [...last.members, ...row.members] };
    } else {
      joined.push(row);
    }
  }
  return joined;
}

/** The rows that figures stand in. */
function rowsOfFigures(placed: readonly PlacedStack[]): AlignedRow[] {
  const lines = placed
    .map((one): AlignedRow => ({ from: baseOf(one.stack, 0), to: baseOf(one.stack, -1), members: [one] }))
    .sort((a, b) => a.from - b.from);
  const rows = joinRows(lines, (gap, size) => gap <= ONE_ROW * size);
  const pitches = rows
    .slice(1)
    .map(({ from }, i) => from - (rows[i] as AlignedRow).to)
    .sort((a, b) => a - b);
  const usual = pitches[Math.floor(pitches.length / 2)] ?? 0;
  return joinRows(rows, (gap, size) => gap <= LINE_PITCH * size && gap <= CLOSE * usual);
}

/** The row with figures that a label stands beside: the nearest to its middle, if any is beside it at all. */
function besides(stack: Stack, rows: readonly AlignedRow[]): number {
  const reach = BESIDE * sizeOf(stack);
  const gap = ({ from, to }: AlignedRow): number => Math.abs((from + to) / 2 - middleOf(stack));
  let best = -1;
  rows.forEach((row, i) => {
    const beside = row.to >= baseOf(stack, 0) - reach && row.from <= baseOf(stack, -1) + reach;
    if (beside && (best === -1 || gap(row) < gap(rows[best] as AlignedRow))) best = i;
  });
  return best;
}

/** Texts without figures beside them, gathered into rows: side by side, in columns that do not collide. */
function rowsWithoutFigures(placed: readonly PlacedStack[], figuresFrom: number): AlignedRow[] {
  const rows: { members: PlacedStack[]; bottom: number }[] = [];
  for (const one of [...placed].sort((a, b) => a.stack.box[1] - b.stack.box[1])) {
    const row = rows.at(-1);
    const [, top, , bottom] = one.stack.box;
    const collides = row?.members.some(({ first, last }) => first <= one.last && last >= one.first);
    if (row && top < row.bottom && !collides) {
      row.members.push(one);
      row.bottom = Math.max(row.bottom, bottom);
    } else {
      rows.push({ members: [one], bottom });
    }
  }
  const found = rows.map(({ members }) => {
    const at = Math.min(...members.map(({ stack }) => middleOf(stack)));
    return { from: at, to: at, members };
  });
  const columns = Math.max(...placed.map(({ last }) => last)) + 1;
  if (columns > WIDEST) return found;
  for (const [i, { members }] of found.entries()) sinkNames(members, found[i + 1]?.members ?? [], figuresFrom);
  return found;
}

/** Table 4 is wider. Its columns are told by their order, and names out of order would mislead. */
const WIDEST = 12;

/**
 * The names of columns beside a header that spans others (法人或其他组织) go into the row of their names below it, where one
 * of them reaches that far down: a header is read row by row.
 */
function sinkNames(above: PlacedStack[], below: PlacedStack[], figuresFrom: number): void {
  const top = Math.min(...below.map(({ stack }) => stack.box[1]));
  const names = above.filter(
    (one) => one.first === one.last && !below.some(({ first, last }) => first <= one.last && last >= one.first),
  );
  const spanning = above.filter(({ first, last }) => last > first && first >= figuresFrom);
  if (spanning.length !== 1 || !names.some(({ stack }) => stack.box[3] > top)) return;
  for (const name of names) above.splice(above.indexOf(name), 1);
  below.push(...names);
}

/** Divides the texts of a table among its rows, top to bottom. Figures mark the rows; labels go to the figures beside them. */
export function findRows(stacks: readonly Stack[], columns: readonly Column[]): AlignedRow[] {
  const placed = stacks.map((stack): PlacedStack => ({ stack, ...columnsOf(stack, columns) }));
  const rows = rowsOfFigures(placed.filter(({ stack }) => stack.figure));
  const figuresFrom = Math.min(...placed.filter(({ stack }) => stack.figure).map(({ first }) => first));
  const labels = rows.map((): PlacedStack[] => []);
  const alone: PlacedStack[] = [];
  for (const one of placed.filter(({ stack }) => !stack.figure)) {
    (labels[besides(one.stack, rows)] ?? alone).push(one);
  }
  const labelled = rows.map((row, i): AlignedRow => ({ ...row, members: [...row.members, ...(labels[i] ?? [])] }));
  return [...labelled, ...rowsWithoutFigures(alone, figuresFrom)].sort((a, b) => a.from - b.from);
}
