import type { FormBlock, FormRow, FormTable } from '../../src/model/forms/form.ts';
import { TABLE_ROLES } from '../../src/model/forms/form.ts';
import { tableOf } from '../../src/model/forms/forms.ts';
import { figureKey } from '../../src/model/forms/variables.ts';
import { type Block, type Cell, cell, type Prose, type Row, type Table } from './draft.ts';
import type { Truth } from './truth.ts';

/** The three tables as the form prints them (headers, groups, spans and block titles), filled with a report's figures. */

const CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
/** Table 2 is drawn on four grid columns: one for the label, three shared by one, two or three values. */
const VALUE_SPANS: Readonly<Record<number, readonly number[]>> = { 1: [3], 2: [1, 2], 3: [1, 1, 1] };

type Figures = Truth['figures'];

function valueCell(figures: Figures, key: string, colSpan = 1): Cell {
  return { ...cell('value', figures[key]?.printed ?? '', colSpan), key };
}

/** 一、本年新收… / （一）予以公开 / 1.属于国家秘密 */
function numbered(number: string | undefined, label: string): string {
  if (!number) return label;
  if (/^\d+$/.test(number)) return `${number}.${label}`;
  return number.startsWith('（') ? number + label : `${number}、${label}`;
}

function proactiveBlock(block: FormBlock, figures: Figures): Row[] {
  const spans = VALUE_SPANS[block.columns.length] ?? [];
  const header = block.columns.map(({ label }, place) => cell('header', label, spans[place]));
  return [
    { kind: 'title', role: 'proactive', cells: [cell('title', block.title ?? '', 4)] },
    { kind: 'header', role: 'proactive', cells: [cell('header', '信息内容'), ...header] },
    ...block.rows.map((row): Row => {
      const values = block.columns.map(({ key }, place) =>
        valueCell(figures, figureKey('proactive', row.key, key), spans[place]),
      );
      return { kind: 'body', role: 'proactive', key: row.key, cells: [cell('label', row.label), ...values] };
    }),
  ];
}

function requestsHeader(block: FormBlock): Row[] {
  const [first, ...rest] = block.columns;
  const inner = rest.filter(({ under }) => under);
  const last = rest.find(({ under }) => !under);
  const line = (cells: readonly Cell[]): Row => ({ kind: 'header', role: 'requests', cells });
  return [
    line([cell('corner', CORNER, 3, 3), cell('header', '申请人情况', block.columns.length)]),
    line([
      cell('header', first?.label ?? '', 1, 2),
      cell('header', inner[0]?.under ?? '', inner.length),
      cell('header', last?.label ?? '', 1, 2),
    ]),
    line(inner.map(({ label }) => cell('header', label))),
  ];
}

/** The cells left of the values: groups open on their first row, and the label takes what is left of the three columns. */
function requestLabels(table: FormTable, rows: readonly FormRow[], row: FormRow, place: number): Cell[] {
  const groups = row.groups ?? [];
  const opened = groups.flatMap((key, depth): Cell[] => {
    if (rows[place - 1]?.groups?.[depth] === key) return [];
    const group = table.groups.find((one) => one.key === key);
    const members = rows.filter((one) => one.groups?.[depth] === key).length;
    return group ? [cell('group', numbered(group.number, group.label), 1, members)] : [];
  });
  return [...opened, cell('label', numbered(row.number, row.label), 3 - groups.length)];
}

function requestRows(table: FormTable, block: FormBlock, figures: Figures): Row[] {
  const body = block.rows.map((row, place): Row => {
    const values = block.columns.map(({ key }) => valueCell(figures, figureKey('requests', row.key, key)));
    return {
      kind: 'body',
      role: 'requests',
      key: row.key,
      cells: [...requestLabels(table, block.rows, row, place), ...values],
    };
  });
  return [...requestsHeader(block), ...body];
}

function disputeRows(table: FormTable, block: FormBlock, figures: Figures): Row[] {
  const [review, ...suits] = block.rows;
  const width = block.columns.length;
  const line = (kind: Row['kind'], cells: readonly Cell[]): Row => ({ kind, role: 'disputes', cells });
  const results = (rowSpan: number) => block.columns.map(({ label }) => cell('header', label, 1, rowSpan));
  const values = block.rows.flatMap((row) =>
    block.columns.map(({ key }) => valueCell(figures, figureKey('disputes', row.key, key))),
  );
  return [
    line('header', [
      cell('header', review?.label ?? '', width),
      cell('header', table.groups[0]?.label ?? '', width * suits.length),
    ]),
    line('header', [...results(2), ...suits.map(({ label }) => cell('header', label, width))]),
    line(
      'header',
      suits.flatMap(() => results(1)),
    ),
    line('body', values),
  ];
}

function tableBlock(truth: Truth, table: FormTable): Table {
  const [first] = table.blocks;
  if (!first) throw new Error(`the form of edition ${table.edition} has no block in its table ${table.role}`);
  const rows = {
    proactive: () => table.blocks.flatMap((block) => proactiveBlock(block, truth.figures)),
    requests: () => requestRows(table, first, truth.figures),
    disputes: () => disputeRows(table, first, truth.figures),
  }[table.role]();
  return { kind: 'table', roles: [table.role], rows };
}

const prose = (as: Prose['as'], text: string): Prose => ({ kind: 'prose', as, text });

/** The whole report as blocks in reading order, the title apart: preamble, six sections, each table under its heading. */
export function layOut(truth: Truth): Block[] {
  const body = truth.sections.flatMap((section): Block[] => {
    const role = TABLE_ROLES.find((one) => one === section.role);
    const paragraphs = section.paragraphs.map((text) => prose(/^（.）/.test(text) ? 'subheading' : 'text', text));
    const heading = prose('heading', `${section.number}、${section.heading}`);
    return [heading, ...paragraphs, ...(role ? [tableBlock(truth, tableOf(truth.editions[role], role))] : [])];
  });
  return [prose('text', truth.preamble), ...body];
}
