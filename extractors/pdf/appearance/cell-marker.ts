import { areaOf, type Box, contains, intersect } from '../../layout/box.ts';
import { BoxFinder } from '../../layout/box-finder.ts';
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
/** Digits of other lines between two of one line, in the order from left to right. */
const LOOKED_BACK = 60;
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

/** Whether a letter stands between two places of its line. */
const isBetween = (glyphs: readonly Glyph[], from: number, to: number): boolean =>
  glyphs.some(({ box }) => (box[0] + box[2]) / 2 > from && (box[0] + box[2]) / 2 < to);

/** What is unclear about how the digits of a cell stand to each other. */
function digitsOf(glyphs: readonly Glyph[]): Unclear[] {
  const digits = glyphs.filter((glyph) => glyph.turn === 0 && isDigit(glyph));
  const sorted = [...digits].sort((a, b) => a.box[0] - b.box[0]);
  const found = new Set<Unclear>();
  for (const [i, digit] of sorted.entries()) {
    const near = sorted.slice(Math.max(0, i - LOOKED_BACK), i);
    const before = near.findLast((one) => Math.abs(one.base - digit.base) <= 0.4 * one.size);
    if (!before) continue;
    const size = Math.max(before.size, digit.size);
    const apart = digit.box[0] - before.box[2] > APART * size || digit.box[0] - before.box[0] > PITCH * size;
    if (apart && !found.has('apart') && !isBetween(glyphs, before.box[2], digit.box[0])) found.add('apart');
    const smaller = Math.min(before.size, digit.size) / size;
    const off = Math.abs(before.base - digit.base);
    // A note mark is smaller and off the line.
    if (smaller < UNEVEN ? off <= OFF_LINE * size : off > OFF_LINE * size) found.add('uneven');
  }
  return [...found];
}

/** Where the borders of cells run, in order; a line there that ends inside a merged cell was drawn for the cells beside it. */
const bordersOf = (cells: readonly TableCell[], axis: 0 | 1): readonly number[] =>
  [...new Set(cells.flatMap(({ box }) => [box[axis], box[axis === 0 ? 2 : 3]]))].sort((a, b) => a - b);

/** Whether one of some places in order is so near. */
function isNear(places: readonly number[], at: number, reach: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < at - reach) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? Infinity) <= at + reach;
}

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

const boxOf = ({ vertical, at, from, to }: RulingLine): Box => (vertical ? [at, from, at, to] : [from, at, to, at]);

/**
 * Notes in each cell of the tables of a page what may make a person read something else than its text. What is on the page is
 * looked up by its place, as a page may have thousands of cells, lines and characters.
 */
export function cellMarker({ content, glyphs }: ReadPage): (table: PageTable) => PageTable {
  const onPage = {
    marks: new BoxFinder(content.marks),
    rules: new BoxFinder(content.rules.map((rule) => ({ rule, box: boxOf(rule) }))),
    glyphs: new BoxFinder(glyphs),
  };
  return (table) => {
    const [x0, y0, x1, y1] = table.box;
    const reach: Box = [x0 - DOUBLE, y0 - DOUBLE, x1 + DOUBLE, y1 + DOUBLE];
    const [xs, ys] = [bordersOf(table.cells, 0), bordersOf(table.cells, 1)];
    const onGrid = ({ vertical, at, from, to }: RulingLine): boolean =>
      table.borders === 'marked' && isNear(vertical ? xs : ys, at, to - from >= LONG ? DOUBLE : BORDER);
    const regions = regionsOf(table);
    const at = new BoxFinder(regions);

    const own = new Map<Region, Glyph[]>();
    for (const glyph of onPage.glyphs.touching(reach)) {
      const [x, y] = middle(glyph.box);
      const region = at.touching([x, y, x, y]).find(({ box }) => contains(box, x, y));
      const known = region ? own.get(region) : undefined;
      if (known) known.push(glyph);
      else if (region) own.set(region, [glyph]);
    }
    const found = new Map<Region, Set<Unclear>>(
      regions.map((region) => [region, new Set(digitsOf(own.get(region) ?? []))]),
    );
    for (const mark of onPage.marks.touching(reach)) {
      for (const region of at.touching(mark.box)) {
        const said = found.get(region) as Set<Unclear>;
        if (!said.has(mark.what) && standsIn(mark, region, own.get(region) ?? [])) said.add(mark.what);
      }
    }
    for (const { rule, box } of onPage.rules.touching(reach)) {
      if (onGrid(rule)) continue;
      const [x, y] = middle(box);
      for (const region of at.touching([x, y, x, y])) {
        const isLine = lineStandsIn(rule, region) && !isBorder(rule, region.box);
        if (isLine && !isUnderline(rule, own.get(region) ?? [])) found.get(region)?.add('line');
      }
    }
    for (const region of otherDigits(regions, own)) found.get(region)?.add('digits');
    const cells = regions.map((region): TableCell => {
      const { cell } = region;
      const said = [...(found.get(region) ?? [])].filter((what) => !(OF_DIGITS.has(what) && WORDS.test(cell.text)));
      return said.length > 0 ? { ...cell, unsure: said.map((what) => UNCLEAR[what]) } : cell;
    });
    return { ...table, cells };
  };
}
