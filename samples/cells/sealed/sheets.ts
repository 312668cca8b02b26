import { textBox } from '../sheets/effects.ts';
import {
  byCell,
  byFont,
  byFormat,
  numberCell,
  part1,
  type SheetEffect,
  type SheetPlace,
} from '../sheets/sheet-effect.ts';

/** Kept aside: SpreadsheetML. */

const WHOLE = ['whole', 'row'] as const;
const plainNumber = (text: string, { at }: SheetPlace): string => numberCell(text, at);
const CHINESE = '[DBNum1][$-804]0';

export const SEALED_SHEETS: readonly SheetEffect[] = [
  byFormat('two empty sections', 'nothing', ';;', undefined, [...WHOLE]),
  byFormat('empty quotation', 'nothing', '""', undefined, [...WHOLE]),
  byFormat('blank for zero', { shows: () => '' }, '0;0;" "', undefined, ['zero']),
  byFormat('a slash for zero', { shows: () => '/' }, '#,##0;-#,##0;\\/', undefined, ['zero']),
  byFormat('a dash by condition', { shows: () => '—' }, '[=0]"—";0', undefined, ['zero']),
  byFormat('in millions', 'text', '0,,', (text) => `${text}100200`, [...WHOLE]),
  byFormat('optional decimals', { shows: (text) => `${text}.5` }, '0.0#', (text) => `${text}.5`),
  byFormat('places kept open', { shows: (text) => text }, '???0'),
  byFormat('a fill in front', { shows: (text) => text }, '* 0'),
  byFormat('currency', 'unclear', '"€"0" per h"', undefined, [...WHOLE]),
  byFormat('per thousand by hand', 'unclear', '0.0"‰"', undefined, [...WHOLE]),
  byFormat('elapsed hours', 'unclear', '[h]:mm', undefined, [...WHOLE]),
  byFormat('halves', 'unclear', '?/2', (text) => `${text}.5`, [...WHOLE]),
  byFormat('engineering', 'unclear', '##0.0E+0', undefined, [...WHOLE]),
  byFormat('general', 'text', 'General'),
  byFormat('Chinese numerals', 'unclear', CHINESE, undefined, ['whole']),
  byFormat('digit apart', 'unclear', '0"  "000', (text) => `${text}4444`, [...WHOLE]),
  byFormat('colour and sign', 'text', '[Red]+0;[Blue]-0', undefined, [...WHOLE]),
  byFormat('brackets for minus', 'unclear', '0;(0)', (text) => `-${text}`, [...WHOLE]),
  byCell(
    'text under a text section',
    '18.8.30',
    { shows: () => '-' },
    (text, { at, style }) => `<c r="${at}" s="${style('0;-0;0;"-"')}" t="inlineStr"><is><t>${text}</t></is></c>`,
    { at: ['whole'] },
  ),
  byCell(
    'text under no text section',
    '18.8.30',
    'nothing',
    (text, { at, style }) => `<c r="${at}" s="${style('0;-0;0;')}" t="inlineStr"><is><t>${text}</t></is></c>`,
    { at: WHOLE },
  ),
  byFont('white by theme in a run', '18.4.7', 'nothing', '<color theme="0"/>'),
  byFont('white by number in a run', '18.4.7', 'nothing', '<color indexed="9"/>'),
  byFont('one point in a run', '18.4.11', 'nothing', '<sz val="1"/>'),
  byFont('lowered in a run', '18.4.14', 'mark', '<vertAlign val="subscript"/>'),
  byFont('struck, said as no', '18.4.10', 'text', '<strike val="0"/>'),
  byFont('underlined twice', '18.4.13', 'text', '<u val="doubleAccounting"/><i/>'),
  byCell('exponent in the file', '18.3.1.96', 'text', (text, { at }) => numberCell(`${text}E0`, at)),
  byCell('fifteen nines', '18.3.1.96', 'text', (text, { at, style }) =>
    numberCell(`${Number(text) === 0 ? '0' : `${Number(text) - 1}.9999999`}`, at, style('0')),
  ),
  byCell(
    'shared formula',
    '18.3.1.40',
    'text',
    (text, { at }) => `<c r="${at}"><f t="shared" si="0"/><v>${text}</v></c>`,
  ),
  byCell(
    'formula with an empty result',
    '18.3.1.40',
    'nothing',
    (_, { at }) => `<c r="${at}" t="str"><f>""</f><v></v></c>`,
    { at: ['whole'] },
  ),
  byCell('date type', '18.18.11', 'unclear', (_, { at }) => `<c r="${at}" t="d"><v>2023-01-08</v></c>`, {
    at: ['whole'],
  }),
  byCell(
    'white, whole cell',
    '18.8.3',
    'nothing',
    (text, { at, style }) => numberCell(text, at, style('General', '<color rgb="FFFFFFFF"/>')),
    { at: WHOLE },
  ),
  byCell('nothing by condition', '18.3.1.18', 'nothing', plainNumber, {
    ...{ dxf: '<numFmt numFmtId="199" formatCode=";;;"/>', at: WHOLE },
    after: ({ at }) =>
      `<conditionalFormatting sqref="${at}"><cfRule type="cellIs" operator="greaterThan" dxfId="0" priority="1"><formula>0</formula></cfRule></conditionalFormatting>`,
  }),
  byCell('icons in place of numbers', '18.3.1.49', 'nothing', plainNumber, {
    at: ['whole'],
    after: ({ at }) =>
      `<conditionalFormatting sqref="${at}"><cfRule type="iconSet" priority="1"><iconSet showValue="0"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>`,
  }),
  byCell(
    'formulas shown',
    '18.3.1.87',
    'unclear',
    (text, { at }) => `<c r="${at}"><f>40+${text}</f><v>${text}</v></c>`,
    { at: ['whole'], view: 'showFormulas="1"' },
  ),
  byCell('hash marks', '18.3.1.13', 'unclear', (_, { at, style }) => numberCell('-5', at, style('yyyy-mm-dd')), {
    at: ['whole'],
  }),
  byCell('text box on a number', '20.5.2.29', 'unclear', plainNumber, {
    at: ['whole'],
    drawing: (place) => textBox(place, '77'),
  }),
  {
    name: 'row: hidden by outline',
    source: part1('18.3.1.73'),
    sight: 'nothing',
    row: 'hidden="true" outlineLevel="1"',
    at: ['twin'],
  },
];
