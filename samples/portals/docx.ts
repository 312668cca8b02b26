import type { Draft, Prose, Table } from '../generator/draft.ts';
import { escapeHtml } from '../generator/escape.ts';
import { buildZip } from '../generator/formats/build-zip.ts';
import { expandGrid, type Slot } from '../generator/grid.ts';

/** A report as the smallest Word file that holds it: quickly written, and the same bytes every time. */

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r></w:p>`;

const cellXml = (text: string, span: number, merge: string): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge}</w:tcPr>${paragraph(text)}</w:tc>`;

/** One line of the grid: each cell once, a cell from above as its continuation. */
function rowXml(line: readonly (Slot | undefined)[]): string {
  const cells = line.flatMap((slot, at): string[] => {
    if (!slot) return [cellXml('', 1, '')];
    const { cell, first } = slot;
    if (first) return [cellXml(cell.text, cell.colSpan, cell.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '')];
    const left = line[at - 1];
    return left?.cell === cell ? [] : [cellXml('', cell.colSpan, '<w:vMerge/>')];
  });
  return `<w:tr>${cells.join('')}</w:tr>`;
}

function tableXml({ rows }: Table): string {
  const grid = expandGrid(rows);
  const width = Math.max(0, ...grid.map((line) => line.length));
  const columns = Array.from({ length: width }, () => '<w:gridCol w:w="900"/>').join('');
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4"/>`,
  );
  return `<w:tbl><w:tblPr><w:tblBorders>${borders.join('')}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${grid.map(rowXml).join('')}</w:tbl>`;
}

const blockXml = (block: Prose | Table): string => (block.kind === 'prose' ? paragraph(block.text) : tableXml(block));

export function writeSmallDocx({ truth, blocks }: Draft): Uint8Array {
  const body = [paragraph(truth.title), ...blocks.map(blockXml)].join('\n');
  return buildZip([
    {
      name: '[Content_Types].xml',
      data: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      data: `${HEAD}<w:document ${NAMESPACE}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
  ]);
}
