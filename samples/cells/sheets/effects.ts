import { byCell, byFont, byFormat, numberCell, part1, type SheetEffect, type SheetPlace } from './sheet-effect.ts';

/** What SpreadsheetML lets a sheet show otherwise than it holds: ECMA-376 part 1, §18. */

const WHOLE = ['whole', 'row'] as const;
const STRUCK_AT = ['before', 'behind', 'beside'] as const;
const grouped = (text: string): string => text.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A rule that holds, with the first of the differential formats. */
const whenAbove =
  (formula: string) =>
  ({ at }: SheetPlace): string =>
    `<conditionalFormatting sqref="${at}"><cfRule type="expression" dxfId="0" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;

const plainNumber = (text: string, { at }: SheetPlace): string => numberCell(text, at);

export const textBox = ({ column, row }: SheetPlace, text: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${column + 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="t"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`;

export const SHEET_EFFECTS: readonly SheetEffect[] = [
  byCell('(control)', '18.3.1.4', 'text', plainNumber),
  byFormat('whole number', 'text', '0'),
  byFormat('thousands', { shows: grouped }, '#,##0', undefined, [...WHOLE]),
  byFormat('nothing at all', 'nothing', ';;;'),
  byFormat('nothing for zero', { shows: () => '' }, '0;-0;;@', undefined, ['zero']),
  byFormat('no digit for zero', { shows: () => '' }, '#', undefined, ['zero']),
  byFormat('a dash for zero', { shows: () => '-' }, '0;-0;"-";@', undefined, ['zero']),
  byFormat('accounting dash', { shows: () => '-' }, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', undefined, ['zero']),
  byFormat('words', { shows: () => '无' }, '"无"', undefined, ['whole', 'zero']),
  byFormat('in thousands', 'text', '0,', (text) => `${text}123`, [...WHOLE]),
  byFormat('two decimals', { shows: (text) => `${text}.00` }, '0.00'),
  byFormat('rounded away', 'text', '0', (text) => `${text}.4`),
  byFormat('per cent', 'unclear', '0%', undefined, [...WHOLE]),
  byFormat('exponent', 'unclear', '0.00E+00', undefined, [...WHOLE]),
  byFormat('fraction', 'unclear', '# ?/?', (text) => `${text}.5`, [...WHOLE]),
  byFormat('a date', 'unclear', 'yyyy-mm-dd', undefined, [...WHOLE]),
  byFormat('a literal in front', { shows: (text) => `1${Number(text.slice(1))}` }, '"1"0', (text) => text.slice(1), [
    ...WHOLE,
  ]),
  byFormat('leading zeros', { shows: (text) => text.padStart(8, '0') }, '00000000', undefined, ['whole']),
  byFormat('no sign', 'text', '0;0', (text) => `-${text}`, [...WHOLE]),
  byFormat('white section', 'nothing', '[White]0', undefined, [...WHOLE]),
  byFormat('condition met', { shows: () => '-' }, '[>1]"-";0', undefined, ['whole']),
  byFormat('condition not met', 'text', '[<0]"-";0'),
  byFormat('unit behind', { shows: (text) => text }, '0"件"'),
  byFont('white in a run', '18.4.7', 'nothing', '<color rgb="FFFFFFFF"/>'),
  byFont('raised in a run', '18.4.14', 'mark', '<vertAlign val="superscript"/>'),
  byFont('struck in a run', '18.4.10', 'mark', '<strike/>', { at: STRUCK_AT }),
  byFont('struck cell', '18.4.10', 'unclear', '<strike/>', { at: WHOLE }),
  byFont('bold and red in a run', '18.4.2', 'text', '<b/><color rgb="FFFF0000"/>'),
  byCell(
    'text that is a number',
    '18.18.11',
    'text',
    (text, { at, shared }) => `<c r="${at}" t="s"><v>${shared(`<t>${text}</t>`)}</v></c>`,
  ),
  {
    ...byFont('phonetic', '18.4.6', 'nothing', ''),
    rich: (text) => `<rPh sb="0" eb="1"><t>${text}</t></rPh>`,
    at: ['behind', 'zero', 'label', 'head'],
  },
  byCell('formula with its result', '18.3.1.40', 'text', (text, { at }) => `<c r="${at}"><f>1+1</f><v>${text}</v></c>`),
  byCell('formula without a result', '18.3.1.40', 'unclear', (_, { at }) => `<c r="${at}"><f>A1*2</f></c>`, {
    at: WHOLE,
  }),
  byCell('error', '18.18.11', 'unclear', (_, { at }) => `<c r="${at}" t="e"><v>#REF!</v></c>`, { at: WHOLE }),
  byCell('boolean', '18.18.11', 'unclear', (_, { at }) => `<c r="${at}" t="b"><v>1</v></c>`, { at: WHOLE }),
  byCell(
    'the same cell twice',
    '18.3.1.4',
    'unclear',
    (text, { at }) => `${numberCell('7', at)}${numberCell(text, at)}`,
    { at: WHOLE },
  ),
  byCell(
    'string of a formula',
    '18.18.11',
    'text',
    (text, { at }) => `<c r="${at}" t="str"><f>"a"</f><v>${text}</v></c>`,
  ),
  byCell('zeros not shown', '18.3.1.87', { shows: () => '' }, plainNumber, {
    view: 'showZeros="0"',
    at: ['zero'],
    everywhere: true,
  }),
  byCell('white by condition', '18.3.1.18', 'nothing', plainNumber, {
    after: whenAbove('TRUE'),
    dxf: '<font><color rgb="FFFFFFFF"/></font>',
    at: WHOLE,
  }),
  byCell('condition that fails', '18.3.1.18', 'text', plainNumber, {
    after: whenAbove('FALSE'),
    dxf: '<font><color rgb="FFFFFFFF"/></font>',
  }),
  byCell('text box over the cell', '20.5.2.29', 'text', (_, { at }) => `<c r="${at}"/>`, { drawing: textBox }),
  { name: 'row: hidden', source: part1('18.3.1.73'), sight: 'nothing', row: 'hidden="1"', at: ['twin'] },
  {
    name: 'row: no height',
    source: part1('18.3.1.73'),
    sight: 'nothing',
    row: 'ht="0" customHeight="1"',
    at: ['twin'],
  },
];
