import type { Edition } from '../../../src/model/forms/form.ts';

/** What a table of a Word document, or a crafted cell in it, stands in. */
export interface WordContainer {
  readonly name: string;
  readonly edition?: Edition;
  readonly table?: (xml: string) => string;
  readonly cell?: (xml: string) => string;
  readonly row?: (xml: string) => string;
}

const control = (xml: string): string =>
  `<w:sdt><w:sdtPr><w:id w:val="77001"/><w:lock w:val="sdtLocked"/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;

const inCell = (xml: string): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="9200" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9200"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9200" w:type="dxa"/></w:tcPr>${xml}<w:p/></w:tc></w:tr></w:tbl>`;

const SHAPE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

/** As Word writes it: the drawing, and the same in VML for older programs. */
const inTextBox = (xml: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5800000" cy="6000000"/><wp:docPr id="901" name="文本框 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>${SHAPE}</wps:spPr><wps:txbx><w:txbxContent>${xml}<w:p/></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="s901" style="width:450pt;height:480pt"><v:textbox><w:txbxContent>${xml}<w:p/></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

export const WORD_CONTAINERS: readonly WordContainer[] = [
  { name: 'plain table, 2019', edition: '2019' },
  { name: 'plain table, 2021', edition: '2021' },
  { name: 'content control around the table', table: control },
  { name: 'content control around the cell', cell: control },
  { name: 'content control around the row', row: control },
  { name: 'table in a table', table: inCell },
  { name: 'text box', table: inTextBox },
];
