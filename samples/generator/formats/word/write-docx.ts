import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Draft, Table as DraftTable, Prose, Row } from '../../draft.ts';
import { gridWidth } from '../../grid.ts';
import { spelled } from '../../page.ts';
import type { Rng } from '../../rng.ts';
import { COUNTING, countHeading, labelCounter } from './word-counting.ts';
import { beginChanges, cellRuns, plainRuns } from './word-runs.ts';
import type { WordStyle } from './word-style.ts';

/** Twentieths of a point, shared by the columns of a table. */
const TEXT_WIDTH = 9000;

const STRUCK = { id: 9999, author: '张三', date: '2024-01-08T09:30:00Z' };

function proseParagraph(prose: Prose, style: WordStyle): Paragraph {
  const isHeading = prose.as === 'heading';
  const counted = style.countsHeadings && prose.as !== 'text' ? countHeading(prose.text) : { text: prose.text };
  return new Paragraph({
    children: plainRuns(counted.text, isHeading && style.headings === 'bold'),
    ...(isHeading && style.headings === 'style' ? { heading: HeadingLevel.HEADING_1 } : {}),
    ...(counted.numbering ? { numbering: counted.numbering } : { indent: { firstLine: 480 } }),
    ...(prose.as === 'note' ? { alignment: AlignmentType.CENTER } : {}),
  });
}

function tableRow(
  row: Row,
  count: ReturnType<typeof labelCounter>,
  style: WordStyle,
  rng: Rng,
  struck = false,
): TableRow {
  const cells = row.cells.map((one) => {
    const counted = style.countsLabels && one.kind === 'label' && !struck ? count(one.text) : { text: one.text };
    return new TableCell({
      columnSpan: one.colSpan,
      rowSpan: one.rowSpan,
      verticalAlign: VerticalAlign.CENTER,
      children: (style.lines === 'breaks' ? [counted.text] : counted.text.split('\n')).map(
        (text, line) =>
          new Paragraph({
            alignment: one.kind === 'label' ? AlignmentType.LEFT : AlignmentType.CENTER,
            children: cellRuns(text, one.kind === 'header', style, rng),
            ...(counted.numbering && line === 0 ? { numbering: counted.numbering } : {}),
          }),
      ),
    });
  });
  return new TableRow({ children: cells, tableHeader: row.kind === 'header', ...(struck ? { deletion: STRUCK } : {}) });
}

/** A row that opens no group and lies under none may be doubled by one that was struck out. */
const isFree = (row: Row): boolean =>
  row.kind === 'body' && row.key === 'carried_in' && row.cells.every((one) => one.rowSpan === 1);

function wordTable(table: DraftTable, style: WordStyle, rng: Rng): Table {
  const count = labelCounter();
  const columns = gridWidth(table);
  const rows = table.rows.flatMap((row) => {
    const kept = tableRow(row, count, style, rng);
    if (!style.deletedRow || !isFree(row)) return [kept];
    const old = row.cells.map((one) => (one.kind === 'value' ? { ...one, text: String(rng.int(100, 999)) } : one));
    return [tableRow({ ...row, cells: old }, count, style, rng, true), kept];
  });
  return new Table({
    rows,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => Math.floor(TEXT_WIDTH / columns)),
  });
}

function framed(table: Table, around: WordStyle['around']): (Paragraph | Table | Textbox)[] {
  if (around === 'nothing') return [table];
  if (around === 'text box') return [new Textbox({ children: [table, new Paragraph('')], style: { width: '450pt' } })];
  const cell = new TableCell({ children: [table, new Paragraph('')] });
  return [new Table({ rows: [new TableRow({ children: [cell] })], columnWidths: [TEXT_WIDTH] })];
}

function title({ truth }: Draft, style: WordStyle): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER };
  const heading = style.headings === 'style' ? { heading: HeadingLevel.TITLE } : {};
  return [
    new Paragraph({ ...centred, ...heading, children: [new TextRun({ text: truth.title, bold: true, size: 36 })] }),
    ...(truth.publishedOn ? [new Paragraph({ ...centred, text: `发布日期：${spelled(truth.publishedOn)}` })] : []),
  ];
}

/** A draft to a Word document written by the package docx. */
export async function writeDocx(draft: Draft, style: WordStyle, rng: Rng): Promise<Uint8Array> {
  beginChanges();
  const body = draft.blocks.flatMap((block) => {
    if (block.kind === 'prose') return [proseParagraph(block, style)];
    const table = wordTable(block, style, rng);
    return [...framed(table, block.roles.includes('requests') ? style.around : 'nothing'), new Paragraph('')];
  });
  const head = new Header({ children: [new Paragraph(`${draft.truth.agency}政务公开`)] });
  const foot = new Footer({
    children: [new Paragraph({ children: [new TextRun({ children: ['第', PageNumber.CURRENT, '页'] })] })],
  });
  const file = new Document({
    numbering: COUNTING,
    sections: [
      {
        children: [...title(draft, style), ...body],
        ...(style.margins ? { headers: { default: head }, footers: { default: foot } } : {}),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
