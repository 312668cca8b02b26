import type { Message } from '../../src/model/report.ts';
import type { Rgb, ThemeColors } from '../ooxml/colors.ts';
import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { exactHeight } from './plain-table.ts';
import { hidesText, notKnown } from './run-looks.ts';
import type { Styles } from './styles.ts';
import { shading } from './word-colors.ts';
import { WORD_ELEMENTS } from './word-elements.ts';

/** A cell while it is read. */
export interface OpenCell {
  /** What may change what a person sees of it. */
  readonly notes: Message[];
  /** The colours that may be behind its text, one of which is. */
  readonly behind: readonly Rgb[];
  /** Something in it is struck out. */
  struck: boolean;
}

interface Around {
  readonly styles: Styles;
  readonly theme: ThemeColors;
  /** The colours that may be behind the table. */
  readonly around: readonly Rgb[];
}

/** Twentieths of a point: a row of exactly this height cuts off its text; chosen here. */
const LOW_ROW = 120;
/** The same of the width of a cell. */
const NARROW_CELL = 100;

function isNarrow(width: XmlElement | undefined): boolean {
  const { 'w:w': value, 'w:type': type } = width?.attributes ?? {};
  return type === 'dxa' && Number(value) > 0 && Number(value) < NARROW_CELL;
}

/** What a table's style does to its cells: the colours that it may put behind them, and whether it may hide text. */
interface TableLook {
  readonly behind: readonly Rgb[];
  readonly unsure: readonly Message[];
}

/** Of each table once: it is asked for with every cell. */
const LOOKS = new WeakMap<XmlElement, TableLook>();

function readTableLook(table: XmlElement, { styles, theme, around }: Around): TableLook {
  const properties = childOf(table, 'w:tblPr');
  const style = childOf(properties, 'w:tblStyle')?.attributes['w:val'];
  const pieces = styles.tablePieces(style);
  const fills = pieces
    .flatMap((piece) => [childOf(piece, 'w:tcPr', 'w:shd'), childOf(piece, 'w:tblPr', 'w:shd')])
    .map((shd) => shading(shd, theme))
    .filter((fill) => fill !== null);
  const own = shading(childOf(properties, 'w:shd'), theme);
  const under = own ? [own] : around;
  const hides = pieces.some((piece) => hidesText(piece, theme, under));
  const what = { zh: `表格样式 ${style}`, en: `the table style ${style}` };
  return { behind: [...under, ...fills], unsure: hides ? [what] : [] };
}

function tableLook(table: XmlElement, around: Around): TableLook {
  const known = LOOKS.get(table);
  if (known) return known;
  const look = readTableLook(table, around);
  LOOKS.set(table, look);
  return look;
}

const unknownIn = (properties: XmlElement | undefined, known: ReadonlySet<string>): Message[] =>
  elementsOf(properties).flatMap(({ name }) => (known.has(name) ? [] : [notKnown(name)]));

/** What a cell begins with, by its properties and those of its row and table. */
export function openCell(cell: XmlElement, row: XmlElement, table: XmlElement, around: Around): OpenCell {
  const look = tableLook(table, around);
  const [ofCell, ofRow] = [childOf(cell, 'w:tcPr'), childOf(row, 'w:trPr')];
  const fill = shading(childOf(ofCell, 'w:shd'), around.theme);
  const isLow = exactHeight(childOf(ofRow, 'w:trHeight')) < LOW_ROW;
  return {
    notes: [
      ...look.unsure,
      ...unknownIn(ofCell, WORD_ELEMENTS.cell),
      ...unknownIn(ofRow, WORD_ELEMENTS.row),
      ...(isNarrow(childOf(ofCell, 'w:tcW')) ? [{ zh: '极窄的单元格', en: 'a very narrow cell' }] : []),
      ...(isLow ? [{ zh: '极低的行', en: 'a very low row' }] : []),
    ],
    behind: fill ? [fill] : look.behind,
    struck: false,
  };
}

const RAISED_MARK = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';
const RAISED = /<w:r><w:rPr><w:vertAlign w:val="superscript"\/><\/w:rPr>(.*?)<\/w:r>/g;
/** Numbers with a tab, a line or a paragraph between them are not one. Longer texts are no numbers, and are not searched. */
const LONGEST_NUMBERS = 100;
const APART = /^[\d.,，\s]*\d *[\t\n]\s*\d[\d.,，\s]*$/;

const textIn = (xml: string): string =>
  xml
    .replaceAll('<w:tab/>', '\t')
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .trim();

/** A table of more rows within a cell holds figures of its own, and the cell arranges the page. */
const FEW_ROWS = 2;

/** The blocks of a cell once it is read, and what is unsure about it; nothing of one that holds whole tables. */
export function finishCell(
  blocks: readonly string[],
  { notes, struck }: OpenCell,
): { readonly blocks: readonly string[]; readonly notes: readonly Message[] } {
  if (blocks.some((xml) => xml.startsWith('<w:tbl>') && xml.split('<w:tr>').length - 1 > FEW_ROWS)) {
    return { blocks, notes: [] };
  }
  const xml = blocks.join('');
  // Most cells are one line of plain text.
  if (!struck && blocks.length === 1 && !/<w:(?:tab|br|vertAlign)/.test(xml)) return { blocks, notes };
  const text = textIn(xml);
  const found = [...notes];
  if (struck && text === '') found.push({ zh: '删除线', en: 'text that is struck out' });
  if (text.length <= LONGEST_NUMBERS && APART.test(text))
    found.push({ zh: '分开的数字', en: 'numbers set apart from each other' });
  if (!xml.includes(RAISED_MARK)) return { blocks, notes: found };
  const beside = textIn(xml.replace(RAISED, ''));
  // Raised throughout it is the text itself.
  if (beside === '') return { blocks: blocks.map((one) => one.replace(RAISED, '$1')), notes: found };
  if (xml.indexOf(RAISED_MARK) < xml.indexOf('<w:t>')) {
    found.push({ zh: '数字前的上标或下标', en: 'raised or lowered characters in front' });
  }
  return { blocks, notes: found };
}
