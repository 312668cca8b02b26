import type { Block, Cell, Row, Table } from '../../generator/draft.ts';
import { escapeHtml } from '../../generator/escape.ts';
import { expandGrid, gridWidth } from '../../generator/grid.ts';
import { spelled } from '../../generator/page.ts';
import type { Rng } from '../../generator/rng.ts';
import type { Workpiece } from '../workpiece.ts';
import type { WordContainer } from './containers.ts';
import { packWord } from './pack-word.ts';
import { paragraph, run, type WordEffect, type WordPart } from './word-effect.ts';

/** Twentieths of a point, shared by the columns of a table. */
const TEXT_WIDTH = 9000;

/** What the crafted cells need beside the document. */
interface Additions {
  readonly styles: string[];
  readonly numbering: string[];
  readonly footnotes: string[];
  readonly parts: (WordPart & { id: number })[];
}

/** The properties themselves, or a character style that has them, or one that is based on it. */
function carried(rpr: string, id: number, rng: Rng, styles: string[]): string {
  const way = rng.pick(['direct', 'direct', 'style', 'based'] as const);
  if (way === 'direct') return rpr;
  const style = (name: string, more: string): string =>
    `<w:style w:type="character" w:customStyle="1" w:styleId="${name}"><w:name w:val="${name}"/>${more}</w:style>`;
  styles.push(style(`C${id}`, `<w:rPr>${rpr}</w:rPr>`));
  if (way === 'based') styles.push(style(`D${id}`, `<w:basedOn w:val="C${id}"/><w:rPr><w:noProof/></w:rPr>`));
  return `<w:rStyle w:val="${way === 'style' ? 'C' : 'D'}${id}"/>`;
}

function craftContents(
  work: Workpiece,
  effect: WordEffect,
  rng: Rng,
): { contents: Map<Cell, string>; more: Additions } {
  const more: Additions = { styles: [effect.styles ?? ''], numbering: [], footnotes: [], parts: [] };
  const contents = new Map<Cell, string>();
  for (const [one, { before, part, after }] of work.places) {
    const id = 100 + contents.size;
    const text = escapeHtml(part);
    const runs = effect.rpr
      ? run(text, carried(effect.rpr, id, rng, more.styles))
      : (effect.runs?.(text, id) ?? run(text));
    contents.set(
      one,
      effect.paragraphs?.(text, id) ?? paragraph(run(escapeHtml(before)) + runs + run(escapeHtml(after))),
    );
    if (effect.numbering) more.numbering.push(effect.numbering(text, id));
    if (effect.footnotes) more.footnotes.push(effect.footnotes(text, id));
    if (effect.part) more.parts.push({ ...effect.part(text, id), id });
  }
  return { contents, more };
}

const plainCell = ({ text }: Cell): string =>
  text
    .split('\n')
    .map((line) => paragraph(run(escapeHtml(line))))
    .join('');

function wordTable(
  table: Table,
  effect: WordEffect,
  container: WordContainer,
  work: Workpiece,
  contents: Map<Cell, string>,
): string {
  const columns = gridWidth(table);
  const width = Math.floor(TEXT_WIDTH / columns);
  const grid = expandGrid(table.rows);
  const cellXml = (one: Cell, goesOn: boolean): string => {
    const span = one.colSpan > 1 ? `<w:gridSpan w:val="${one.colSpan}"/>` : '';
    const merge = one.rowSpan > 1 ? (goesOn ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>') : '';
    const size = `<w:tcW w:w="${width * one.colSpan}" w:type="dxa"/>`;
    const xml = `<w:tc><w:tcPr>${size}${span}${merge}</w:tcPr>${goesOn ? '<w:p/>' : (contents.get(one) ?? plainCell(one))}</w:tc>`;
    return contents.has(one) && !goesOn ? (container.cell?.(xml) ?? xml) : xml;
  };
  const rowXml = (row: Row, y: number): string => {
    const seen = new Set<Cell>();
    const cells = (grid[y] ?? []).flatMap((slot) => {
      if (!slot || seen.has(slot.cell)) return [];
      seen.add(slot.cell);
      return [cellXml(slot.cell, !row.cells.includes(slot.cell))];
    });
    const trPr = row === work.twin && effect.trPr ? `<w:trPr>${effect.trPr}</w:trPr>` : '';
    const xml = `<w:tr>${trPr}${cells.join('')}</w:tr>`;
    return row.cells.some((one) => contents.has(one)) ? (container.row?.(xml) ?? xml) : xml;
  };
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
  const columnsXml = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  const xml = `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${columnsXml}</w:tblGrid>${table.rows.map(rowXml).join('')}</w:tbl>`;
  const holds = table.rows.some((row) => row === work.twin || row.cells.some((one) => contents.has(one)));
  return `${holds ? (container.table?.(xml) ?? xml) : xml}<w:p/>`;
}

/** A workpiece as a Word document, written as ECMA-376 has it. */
export function writeWord(work: Workpiece, effect: WordEffect, container: WordContainer, rng: Rng): Uint8Array {
  const { contents, more } = craftContents(work, effect, rng);
  const { truth } = work.draft;
  const blockXml = (block: Block): string =>
    block.kind === 'prose'
      ? paragraph(run(escapeHtml(block.text)), block.as === 'heading' ? '<w:outlineLvl w:val="0"/>' : '')
      : wordTable(block, effect, container, work, contents);
  const dated = truth.publishedOn ? [`发布日期：${spelled(truth.publishedOn)}`] : [];
  const top = [truth.title, ...dated].map((line) => paragraph(run(escapeHtml(line)), '<w:jc w:val="center"/>'));
  return packWord(top.join('') + work.draft.blocks.map(blockXml).join(''), more);
}
