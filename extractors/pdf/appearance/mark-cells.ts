import { areaOf, type Box, contains, intersect } from '../../layout/box.ts';
import { isDigit } from '../../layout/one-number.ts';
import type { PageTable, TableCell } from '../../layout/page-table.ts';
import type { RulingLine } from '../../layout/ruling-line.ts';
import type { ReadPage } from '../lay-out-pages.ts';
import type { Glyph } from '../page-content.ts';
import type { Mark } from './mark.ts';
import { UNCLEAR, type Unclear } from './unclear.ts';

/** A line this near (points) to a border of its cell is that border, */
const BORDER = 1.6;
/** and so is one a little further off over most of that side: a double border. */
const DOUBLE = 4.5;
const MOST_OF_SIDE = 0.6;
/** No stroke of a digit and no sign is as long as this (points). */
const LONG = 12;
/** A line as long as this part of its cell is drawn for the table, wherever it runs. */
const WHOLE_SIDE = 0.9;
/** A line so far (ems) below the line of letters underlines them. */
const UNDER_FROM = 0.02;
const UNDER_TO = 0.5;
/** A filled area over this part of a cell is its ground. */
const GROUND = 0.75;
/** A drawing stands in the cell that holds this part of it. */
const MOSTLY = 0.5;
/** A picture over more cells than this is one behind the page; it may still show a number where a cell is empty. */
const CELLS = 4;
/** Digits of one number with a larger gap (ems) between them are set apart: a space between thousands has a third of an em. */
const APART = 0.6;
/** Nor does one begin so far (ems) behind the one before, however wide its place: letters may be set apart by their spacing. */
const PITCH = 1.6;
/** Digits of one number differ in size by no more than this, nor in their line by more than so many ems. */
const UNEVEN = 0.75;
const OFF_LINE = 0.15;

/** What is said of digits alone says nothing in a cell of words. */
const OF_DIGITS: ReadonlySet<Unclear> = new Set<Unclear>([
  'turned',
  'mirrored',
  'narrow',
  'uneven',
  'apart',
  'unmapped',
]);
const WORDS = /\p{Script=Han}{2}|[A-Za-z]{3}/u;

/** A cell with the part of the page that is its own: of a table without lines, from column to column. */
interface Region {
  readonly index: number;
  readonly cell: TableCell;
  readonly box: Box;
}

function regionsOf({ cells, xs, borders, box }: PageTable): Region[] {
  if (borders === 'marked') return cells.map((cell, index) => ({ index, cell, box: cell.box }));
  const rows = new Map<number, readonly [number, number]>();
  for (const { row, box: own } of cells) {
    const [top, bottom] = rows.get(row) ?? [Infinity, -Infinity];
    rows.set(row, [Math.min(top, own[1]), Math.max(bottom, own[3])]);
  }
  return cells.map((cell, index) => {
    const [top, bottom] = rows.get(cell.row) ?? [cell.box[1], cell.box[3]];
    const right = xs[cell.column + cell.colSpan] ?? box[2];
    const left = Math.min(xs[cell.column] ?? box[0], cell.box[0]) - DOUBLE;
    return { index, cell, box: [left, top, Math.max(right - DOUBLE, cell.box[2]), bottom] };
  });
}

const middle = ([x0, y0, x1, y1]: Box): readonly [number, number] => [(x0 + x1) / 2, (y0 + y1) / 2];

/** Whether a line is a border of a cell, or drawn over its whole width or height. */
function isBorder({ vertical, at, from, to }: RulingLine, [x0, y0, x1, y1]: Box): boolean {
  const [low, high, start, end] = vertical ? [x0, x1, y0, y1] : [y0, y1, x0, x1];
  const off = Math.min(Math.abs(at - low), Math.abs(at - high));
  const share = (Math.min(to, end) - Math.max(from, start)) / (end - start);
  return off <= BORDER || (off <= DOUBLE && share >= MOST_OF_SIDE) || share >= WHOLE_SIDE;
}

/** Whether a line runs below letters, as one that underlines them. */
const isUnderline = ({ vertical, at, from, to }: RulingLine, glyphs: readonly Glyph[]): boolean =>
  !vertical &&
  glyphs.some(({ base, size, box }) => {
    const below = at - base;
    return below >= UNDER_FROM * size && below <= UNDER_TO * size && box[0] < to && box[2] > from;
  });

function lineStandsIn(rule: RulingLine, { box }: Region): boolean {
  const along = (rule.from + rule.to) / 2;
  return rule.vertical ? contains(box, rule.at, along) : contains(box, along, rule.at);
}

const toLine = ([x0, y0, x1, y1]: Box): RulingLine =>
  x1 - x0 < y1 - y0
    ? { vertical: true, at: (x0 + x1) / 2, from: y0, to: y1 }
    : { vertical: false, at: (y0 + y1) / 2, from: x0, to: x1 };

/** Whether letters stand on an area, as on a ground of their own. */
const isGround = ([x0, y0, x1, y1]: Box, letters: readonly Glyph[]): boolean =>
  y1 > y0 && letters.some(({ box }) => contains([x0, y0, x1, y1], ...middle(box)));

function standsIn({ box, as, what }: Mark, { box: region, cell }: Region, letters: readonly Glyph[]): boolean {
  if (as === 'text') return contains(region, ...middle(box));
  const shared = areaOf(intersect(box, region));
  const [own, whole] = [areaOf(box), areaOf(region)];
  if (as === 'over') {
    if (own === 0) return contains(region, ...middle(box));
    return shared >= MOSTLY * own || (what === 'annotation' && shared >= MOSTLY * whole);
  }
  const within = shared >= MOSTLY * own;
  if (what === 'picture') {
    if (own > CELLS * whole) return cell.text === '' && contains(box, ...middle(region));
    return within || shared >= MOSTLY * whole;
  }
  return within && shared < GROUND * whole && !isGround(box, letters) && !isBorder(toLine(box), region);
}

/** What is unclear about how the digits of a cell stand to each other. */
function digitsOf(glyphs: readonly Glyph[]): Unclear[] {
  const digits = glyphs.filter((glyph) => glyph.turn === 0 && isDigit(glyph));
  const sorted = [...digits].sort((a, b) => a.box[0] - b.box[0]);
  const found = new Set<Unclear>();
  for (const [i, digit] of sorted.entries()) {
    const before = sorted.slice(0, i).findLast((one) => Math.abs(one.base - digit.base) <= 0.4 * one.size);
    if (!before) continue;
    const size = Math.max(before.size, digit.size);
    const between = glyphs.some(
      ({ box }) => (box[0] + box[2]) / 2 > before.box[2] && (box[0] + box[2]) / 2 < digit.box[0],
    );
    const apart = digit.box[0] - before.box[2] > APART * size || digit.box[0] - before.box[0] > PITCH * size;
    if (!between && apart) found.add('apart');
    const smaller = Math.min(before.size, digit.size) / size;
    const off = Math.abs(before.base - digit.base);
    // A note mark is smaller and off the line.
    if (smaller < UNEVEN ? off <= OFF_LINE * size : off > OFF_LINE * size) found.add('uneven');
  }
  return [...found];
}

/** Where the borders of cells run; a line there that ends inside a merged cell was drawn for the cells beside it. */
const bordersOf = (cells: readonly TableCell[], axis: 0 | 1): readonly number[] => [
  ...new Set(cells.flatMap(({ box }) => [box[axis], box[axis === 0 ? 2 : 3]])),
];

const digitsIn = (text: string): string => (text.normalize('NFKC').match(/\d/g) ?? []).sort().join('');

/**
 * The regions whose digits on the page are not those of their cell: the digits whose middle lies there, whatever the layout
 * made of them. None where the digits of the whole table are those that were read: a number may run over a border.
 */
function otherDigits(regions: readonly Region[], own: ReadonlyMap<Region, readonly Glyph[]>): ReadonlySet<Region> {
  const drawn = (region: Region): string => (own.get(region) ?? []).map(({ text }) => text).join('');
  const all = regions.map(drawn).join('');
  if (digitsIn(all) === digitsIn(regions.map(({ cell }) => cell.text).join(''))) return NONE;
  return new Set(regions.filter((region) => digitsIn(drawn(region)) !== digitsIn(region.cell.text)));
}
const NONE: ReadonlySet<Region> = new Set();

/** Notes in each cell of a table what may make a person read something else than its text. */
export function markCells(table: PageTable, { content, glyphs }: ReadPage): PageTable {
  const { box } = table;
  const reaches = ([x0, y0, x1, y1]: Box): boolean =>
    x0 <= box[2] + DOUBLE && x1 >= box[0] - DOUBLE && y0 <= box[3] + DOUBLE && y1 >= box[1] - DOUBLE;
  const marks = content.marks.filter((mark) => reaches(mark.box));
  const [xs, ys] = [bordersOf(table.cells, 0), bordersOf(table.cells, 1)];
  const onGrid = ({ vertical, at, from, to }: RulingLine): boolean => {
    const reach = to - from >= LONG ? DOUBLE : BORDER;
    return table.borders === 'marked' && (vertical ? xs : ys).some((border) => Math.abs(border - at) <= reach);
  };
  const rules = content.rules.filter((rule) => {
    const { vertical, at, from, to } = rule;
    return reaches(vertical ? [at, from, at, to] : [from, at, to, at]) && !onGrid(rule);
  });
  const regions = regionsOf(table);
  const own = new Map<Region, Glyph[]>();
  for (const glyph of glyphs) {
    if (!reaches(glyph.box)) continue;
    const region = regions.find((one) => contains(one.box, ...middle(glyph.box)));
    const known = region ? own.get(region) : undefined;
    if (known) known.push(glyph);
    else if (region) own.set(region, [glyph]);
  }
  const differing = otherDigits(regions, own);
  const cells = regions.map((region): TableCell => {
    const { cell } = region;
    const letters = own.get(region) ?? [];
    const found = new Set<Unclear>(digitsOf(letters));
    for (const mark of marks) if (!found.has(mark.what) && standsIn(mark, region, letters)) found.add(mark.what);
    const isLine = (rule: RulingLine): boolean =>
      lineStandsIn(rule, region) && !isBorder(rule, region.box) && !isUnderline(rule, letters);
    if (rules.some(isLine)) found.add('line');
    if (differing.has(region)) found.add('digits');
    const said = [...found].filter((what) => !(OF_DIGITS.has(what) && WORDS.test(cell.text)));
    return said.length > 0 ? { ...cell, unsure: said.map((what) => UNCLEAR[what]) } : cell;
  });
  return { ...table, cells };
}
