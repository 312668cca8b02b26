import type { Edition } from '../../../src/model/forms/form.ts';
import type { Writing } from '../../generator/draft.ts';
import type { Skeleton } from '../../generator/page.ts';
import type { Rng } from '../../generator/rng.ts';
import { bare, plain } from '../../generator/skeletons/plain.ts';
import { SKELETONS } from '../../generator/skeletons/skeletons.ts';

/** The page that a crafted cell stands in. */
export interface PageContainer {
  readonly name: string;
  readonly edition?: Edition;
  readonly skeleton?: Skeleton;
  /** Changes to how the page is written. */
  readonly writing?: Partial<Pick<Writing, 'cell' | 'table' | 'document'>>;
}

const WORD_HEAD = '<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->';
const WORD_STYLE =
  'font-size:10.5pt;mso-bidi-font-size:12.0pt;font-family:宋体;mso-ascii-font-family:"Times New Roman"';

const inWord = (markup: string): string =>
  `<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'><span lang=EN-US style='${WORD_STYLE}'>${markup}<o:p></o:p></span></p>`;

const layout = (markup: string): string =>
  `<table width="100%" border="0"><tr><td width="20">&nbsp;</td><td valign="top"><table width="100%"><tr><td>${markup}</td></tr></table></td></tr></table>`;

export const PAGE_CONTAINERS: readonly PageContainer[] = [
  { name: 'portal' },
  { name: 'plain, 2019', edition: '2019', skeleton: plain },
  { name: 'plain, 2021', edition: '2021', skeleton: plain },
  { name: 'contents alone', skeleton: bare },
  { name: 'nested tables', writing: { table: [layout] } },
  {
    name: 'table in a table',
    writing: { table: [(markup) => `<table border="1"><tbody><tr><td>${markup}</td></tr></tbody></table>`] },
  },
  {
    name: 'divs',
    writing: {
      cell: [(markup) => `<div class="t"><p>${markup}</p></div>`],
      table: [(markup) => `<div class="box"><div class="inner" style="overflow-x:auto">${markup}</div></div>`],
    },
  },
  {
    name: 'Word’s own HTML',
    writing: { cell: [inWord], table: [(markup) => `<div align=center>${WORD_HEAD}${markup}</div>`] },
  },
];

export const skeletonOf = (container: PageContainer, rng: Rng): Skeleton => container.skeleton ?? rng.pick(SKELETONS);
