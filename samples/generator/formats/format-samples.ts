import { cell, changeTables, type Draft, type Row, type Table, write, writeMore } from '../draft.ts';
import { expandGrid } from '../grid.ts';
import { renderHtml } from '../render-html.ts';
import type { Rng } from '../rng.ts';
import type { Finding } from '../sample-files.ts';
import { plain } from '../skeletons/plain.ts';
import { blankForm } from './blank-form.ts';
import { findChromium, printByChromium } from './chromium.ts';
import { MIXED_TABLES_PAGE, mixedTables } from './mixed-tables.ts';
import { fontBytes, measure, REGULAR_PATH } from './paper/fonts.ts';
import { type PageStyle, PLAIN_PAGE } from './paper/page-style.ts';
import { printDraft } from './paper/print-draft.ts';
import type { Sheet } from './paper/sheet.ts';
import { writePdfLib } from './pdf-lib.ts';
import { writePdfkit } from './pdfkit.ts';
import { IN_CALC, IN_WRITER, printByWebKit, saveByLibreOffice } from './programs.ts';
import { type ScanStyle, scannedPdf, scanPages } from './scan.ts';
import { writeXlsx } from './sheet-book.ts';
import { PLAIN_WORD, type WordStyle } from './word/word-style.ts';
import { writeDocx } from './word/write-docx.ts';

/** The samples of other formats than HTML: who wrote each, and what it shows. */

export interface FormatSample {
  readonly name: string;
  readonly ending: string;
  readonly shows: string;
  /** The first seed that is tried. */
  readonly from: number;
  readonly messes: readonly string[];
  readonly fits?: (draft: Draft) => boolean;
  /** The draft itself, where it is not one of a seed. */
  readonly draft?: () => Draft;
  /** It is a document of another kind, and must not be taken for a report. */
  readonly isNoReport?: true;
  readonly mustDoubt?: readonly Finding[];
  readonly mustFlag?: readonly Finding[];
  readonly write: (draft: Draft, rng: Rng) => Promise<Uint8Array> | Uint8Array;
}

/** The project's own typeface keeps a browser's file small. */
const TYPEFACE = `@font-face { font-family: Paper; src: url(data:font/ttf;base64,${fontBytes(REGULAR_PATH).toString('base64')}); }
body { font-family: Paper; font-synthesis: none; }`;

const html = (draft: Draft, rng: Rng, styles: readonly string[] = []): Uint8Array =>
  new TextEncoder().encode(`\ufeff${renderHtml(writeMore(write(draft, { skeleton: plain }), { styles }), rng)}`);

const paper = (draft: Draft, style: Partial<PageStyle> = {}): Sheet[] =>
  printDraft(draft, { ...PLAIN_PAGE, ...style }, measure);

const word = (style: Partial<WordStyle>) => (draft: Draft, rng: Rng) =>
  writeDocx(draft, { ...PLAIN_WORD, ...style }, rng);

const SCAN: ScanStyle = { dpi: 150, skew: 1, noise: 0.5, quality: 25 };

/** Small print, so that a scan has few pages. */
const SHORT: Partial<PageStyle> = {
  margin: 45,
  prose: { size: 10.5, leading: 1.3 },
};

/** One long page, as a photograph of a sheet or a picture of a page. */
const ONE_PAGE: Partial<PageStyle> = {
  width: 620,
  height: 1700,
  margin: 40,
  prose: { size: 10.5, leading: 1.4 },
  table: { size: 10.5, padding: 2.5, leading: 1.2 },
  pageNumber: null,
};

/** What a recogniser of another program might claim to stand in the tables. */
const misread = (sheets: readonly Sheet[]): Sheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    inks: sheet.inks.flatMap((ink) =>
      ink.kind === 'text' && ink.size <= PLAIN_PAGE.table.size && ink.text !== '0'
        ? [{ ...ink, text: ink.text.replaceAll('8', '3').replaceAll('1', '7') }]
        : [],
    ),
  }));

function chromium(page: Uint8Array): Uint8Array {
  const browser = findChromium();
  if (!browser) throw new Error('no Chromium found; install one or name it in CHROMIUM');
  return printByChromium(browser, page);
}

const numberIn = ({ truth }: Draft, key: string): number => truth.figures[key]?.value ?? 0;

const blank = (row: Row) => cell(row.kind === 'header' ? 'header' : 'extra', '');

/** A table without merged cells, the places that they covered blank, and a blank column in front. */
function withoutSpans(table: Table): Table {
  const grid = expandGrid(table.rows);
  const rows = table.rows.map((row, y) => ({
    ...row,
    cells: [
      blank(row),
      ...(grid[y] ?? []).map((slot) => (slot?.first ? { ...slot.cell, colSpan: 1, rowSpan: 1 } : blank(row))),
    ],
  }));
  return { ...table, rows };
}

const spanless = (draft: Draft): Draft =>
  changeTables(changeTables(draft, withoutSpans, 'disputes'), withoutSpans, 'requests');

const RECOGNISED: readonly Finding[] = [{ rule: 'ST-TABLE-IMAGE', cells: [] }];

export const FORMAT_SAMPLES: readonly FormatSample[] = [
  {
    name: 'pdf-pdfkit',
    ending: 'pdf',
    shows: 'A PDF by pdfkit: thin rectangles for lines, bold letters drawn twice, a row that goes on on the next page.',
    from: 100,
    messes: [],
    write: (draft) => writePdfkit(paper(draft, { ruling: 'rectangles', headings: 'twice', cutsRows: true })),
  },
  {
    name: 'pdf-repeated-header',
    ending: 'pdf',
    shows: 'A PDF by pdf-lib with blanks and dashes for zeros; the header of table 3 stands again on the next page.',
    from: 200,
    messes: ['mixed-zeros'],
    write: (draft) => writePdfLib(paper(draft, { repeatsHeader: true, runningHead: true })),
  },
  {
    name: 'pdf-unruled',
    ending: 'pdf',
    shows: 'A PDF whose tables have no lines: only alignment tells the columns.',
    from: 300,
    messes: ['other-totals'],
    write: (draft) =>
      writePdfkit(paper(draft, { ruling: 'none', table: { size: 10, padding: 5, leading: 1.25 }, vertical: 'top' })),
  },
  {
    name: 'pdf-turned',
    ending: 'pdf',
    shows: 'A PDF whose pages lie on their side, which the file says to turn.',
    from: 400,
    messes: ['thousands-separators'],
    write: (draft) => writePdfLib(paper(draft, { width: 841.89, height: 595.28, turned: 'attribute' })),
  },
  {
    name: 'pdf-chromium',
    ending: 'pdf',
    shows: 'A page printed by Chromium.',
    from: 500,
    messes: [],
    write: (draft, rng) => chromium(html(draft, rng, [TYPEFACE])),
  },
  {
    name: 'pdf-libreoffice',
    ending: 'pdf',
    shows: 'A page exported by LibreOffice Writer.',
    from: 600,
    messes: ['variant-labels'],
    write: (draft, rng) => saveByLibreOffice(html(draft, rng), 'html', 'pdf', IN_WRITER),
  },
  {
    name: 'pdf-wkhtmltopdf',
    ending: 'pdf',
    shows: 'A page printed by wkhtmltopdf.',
    from: 700,
    messes: ['blank-zeros'],
    write: (draft, rng) => printByWebKit(html(draft, rng)),
  },
  {
    name: 'scanned-pdf',
    ending: 'pdf',
    shows: 'Scanned pages without any text: read by recognition, and said to be.',
    from: 800,
    messes: [],
    mustDoubt: RECOGNISED,
    write: async (draft, rng) => {
      const sheets = paper(draft, SHORT);
      return scannedPdf(sheets, await scanPages(sheets, SCAN, rng));
    },
  },
  {
    name: 'scanned-hidden-text',
    ending: 'pdf',
    shows: 'Scanned pages over which another program laid what it recognised, with errors: that text is not trusted.',
    from: 900,
    messes: [],
    mustDoubt: RECOGNISED,
    write: async (draft, rng) => {
      const sheets = paper(draft, SHORT);
      return scannedPdf(sheets, await scanPages(sheets, SCAN, rng), misread(sheets));
    },
  },
  {
    name: 'scanned-jpeg',
    ending: 'jpg',
    shows: 'One picture of the whole report, a little askew, unevenly lit and saved as JPEG.',
    from: 1000,
    messes: [],
    mustDoubt: RECOGNISED,
    write: async (draft, rng) => {
      const [page, more] = await scanPages(paper(draft, ONE_PAGE), SCAN, rng);
      if (!page || more) throw new Error('the report does not fit on one page; make ONE_PAGE higher');
      return page;
    },
  },
  {
    name: 'docx-package',
    ending: 'docx',
    shows: 'A Word document by the package docx, table 3 in a text box, hidden characters in its cells.',
    from: 1100,
    messes: ['mixed-zeros'],
    write: word({ around: 'text box', hiddenText: true }),
  },
  {
    name: 'docx-tracked-changes',
    ending: 'docx',
    shows: 'A Word document with changes on record: what was inserted counts, what was struck out does not.',
    from: 1200,
    messes: [],
    write: word({ trackedChanges: true, deletedRow: true }),
  },
  {
    name: 'docx-counted-by-word',
    ending: 'docx',
    shows: 'A Word document whose 一、, （一） and 1. stand nowhere as characters: Word counts them.',
    from: 1300,
    messes: [],
    write: word({ countsHeadings: true, countsLabels: true }),
  },
  {
    name: 'docx-libreoffice',
    ending: 'docx',
    shows: 'A Word document saved by LibreOffice.',
    from: 1400,
    messes: ['blank-zeros'],
    write: (draft, rng) => saveByLibreOffice(html(draft, rng), 'html', 'docx', IN_WRITER),
  },
  {
    name: 'doc-libreoffice',
    ending: 'doc',
    shows: 'A document in the old binary format of Word, saved by LibreOffice.',
    from: 1500,
    messes: [],
    write: async (draft, rng) => saveByLibreOffice(await writeDocx(draft, PLAIN_WORD, rng), 'docx', 'doc'),
  },
  {
    name: 'xlsx-exceljs',
    ending: 'xlsx',
    shows: 'A workbook by exceljs, one sheet a table, totals as formulas, hidden rows, columns and a hidden sheet.',
    from: 1600,
    messes: ['thousands-separators'],
    write: (draft, rng) =>
      writeXlsx(draft, { sheets: 'one a table', numbers: true, formulas: true, hidden: true }, rng),
  },
  {
    name: 'xlsx-libreoffice',
    ending: 'xlsx',
    shows: 'A page saved as a workbook by LibreOffice Calc.',
    from: 1700,
    messes: ['dash-zeros'],
    write: (draft, rng) => saveByLibreOffice(html(draft, rng), 'html', 'xlsx', IN_CALC),
  },
  {
    name: 'pdf-wrapped-digits',
    ending: 'pdf',
    shows:
      'A page printed by Chromium: full-width digits go on in the next line of their cell, where one more has no room.',
    from: 1820,
    messes: ['full-width-digits'],
    fits: (draft) => numberIn(draft, 'requests.received.total') >= 2000,
    write: (draft, rng) => chromium(html(draft, rng, [TYPEFACE])),
  },
  {
    name: 'spanless-tables',
    ending: 'html',
    shows:
      'Tables 3 and 4 without merged cells and with a blank column in front: 行政复议 does not span its group, and blanks stand for zeros.',
    from: 1830,
    messes: ['blank-zeros'],
    fits: (draft) =>
      draft.truth.figures['disputes.suit_after_review.total']?.printed === '' &&
      numberIn(draft, 'disputes.review.total') > 0,
    write: (draft, rng) => html(spanless(draft), rng),
  },
  {
    name: 'pdf-spanless-tables',
    ending: 'pdf',
    shows:
      'A PDF by pdfkit whose tables 3 and 4 have no merged cells and a blank column in front; blanks and dashes stand for zeros.',
    from: 1840,
    messes: ['mixed-zeros'],
    write: (draft) => writePdfkit(paper(spanless(draft))),
  },
  {
    name: 'pdf-boxes',
    ending: 'pdf',
    shows:
      'A page printed by Chromium: boxes without lines stand for tables, labels go on in a second line set as wide as a row, and each line of a broken label could be one of its own.',
    from: 1850,
    messes: ['css-tables', 'group-in-label'],
    fits: ({ writing }) => writing.styles.length > 0,
    write: (draft, rng) => chromium(html(draft, rng, [TYPEFACE, 'body { font-size: 12pt; line-height: 1.5; }'])),
  },
  {
    name: 'pdf-mixed-tables',
    ending: 'pdf',
    shows:
      'The twin of a district’s report for 2023: table 2 of 2021 beside table 3 of 2019, both broken over a page, a label of which three characters are lost, totals of 0 in table 4 over parts that are not.',
    from: 2023,
    messes: [],
    draft: mixedTables,
    mustDoubt: [{ rule: 'EX-LABEL', cells: ['requests.refused_law.total'] }],
    mustFlag: [
      { rule: 'ST-EDITION-YEAR', cells: [] },
      { rule: 'T4-SUM', cells: ['disputes.review.total'] },
      { rule: 'T4-SUM', cells: ['disputes.suit_after_review.total'] },
    ],
    write: (draft) => writePdfkit(printDraft(draft, MIXED_TABLES_PAGE, measure)),
  },
  {
    name: 'docx-blank-form',
    ending: 'docx',
    shows: 'The form of 2021 as it is handed out to be filled in: a document that must not be taken for a report.',
    from: 2021,
    messes: [],
    draft: blankForm,
    isNoReport: true,
    write: word({}),
  },
];
