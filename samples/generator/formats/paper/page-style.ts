import type { Rng } from '../../rng.ts';
import type { TableStyle } from './laid-table.ts';
import type { Sheet, TextInk } from './sheet.ts';

/** How a report is set on paper: what word processors, browsers and printers do differently. Points. */
export interface PageStyle {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly turned: Sheet['turned'];
  /** `boxes`: four strokes around every cell; `joined`: each line once, as long as it goes; `none`: alignment alone. */
  readonly ruling: 'none' | 'boxes' | 'joined' | 'rectangles';
  /** Whether a row may go on on the next page. */
  readonly cutsRows: boolean;
  readonly repeatsHeader: boolean;
  readonly headings: TextInk['weight'];
  readonly runningHead: boolean;
  readonly pageNumber: ((page: number, pages: number) => string) | null;
  readonly vertical: 'top' | 'middle';
  readonly values: 'center' | 'right';
  readonly prose: { readonly size: number; readonly leading: number };
  readonly table: TableStyle;
}

const PAGE_NUMBERS: readonly PageStyle['pageNumber'][] = [
  null,
  (page) => String(page),
  (page) => `- ${page} -`,
  (page) => `— ${page} —`,
  (page) => `第${page}页`,
  (page, pages) => `第 ${page} 页 共 ${pages} 页`,
  (page, pages) => `${page}/${pages}`,
];

const A4 = { short: 595.28, long: 841.89 };

/** Lines once around every cell, on upright A4. */
export const PLAIN_PAGE: PageStyle = {
  width: A4.short,
  height: A4.long,
  margin: 60,
  turned: 'no',
  ruling: 'joined',
  cutsRows: false,
  repeatsHeader: false,
  headings: 'regular',
  runningHead: false,
  pageNumber: (page) => `- ${page} -`,
  vertical: 'middle',
  values: 'center',
  prose: { size: 12, leading: 1.5 },
  table: { size: 10, padding: 3, leading: 1.25 },
};

export function randomStyle(rng: Rng, ruled: boolean): PageStyle {
  const turned = rng.pick(['no', 'no', 'no', 'no', 'no', 'no', 'attribute', 'attribute', 'matrix'] as const);
  const size = rng.pick([8, 9, 10, 10.5]);
  return {
    width: turned === 'no' ? A4.short : A4.long,
    height: turned === 'no' ? A4.long : A4.short,
    margin: rng.int(45, 72),
    turned,
    ruling: ruled ? rng.pick(['boxes', 'joined', 'rectangles'] as const) : 'none',
    cutsRows: rng.chance(0.5),
    repeatsHeader: rng.chance(0.5),
    headings: rng.pick(['regular', 'bold', 'twice'] as const),
    runningHead: rng.chance(0.3),
    pageNumber: rng.pick(PAGE_NUMBERS),
    vertical: rng.pick(['top', 'middle'] as const),
    values: rng.pick(['center', 'center', 'right'] as const),
    prose: { size: rng.pick([10.5, 12, 14, 16]), leading: rng.pick([1.5, 1.75]) },
    table: { size, padding: ruled ? rng.pick([2, 3, 4]) : rng.pick([4, 5]), leading: 1.25 },
  };
}

/** What scans show: ruled pages that lie upright, in a size that people print in, their rows tight or wide. */
export function uprightStyle(rng: Rng): PageStyle {
  const style = randomStyle(rng, true);
  return { ...style, turned: 'no', width: A4.short, height: A4.long, table: { ...style.table, size: 10 } };
}
