import { byParagraphs, byProperty, byRow, byRuns, paragraph, run, type WordEffect } from './word-effect.ts';

/** Properties of runs, changes on record, rows: ECMA-376 part 1, §17.3.2, §17.13.5, §17.4. */

const STRUCK_AT = ['before', 'behind', 'beside'] as const;
const BY = 'w:id="7" w:author="张三" w:date="2024-01-08T09:30:00Z"';

const revised = (tag: string, inner: string): string => `<w:${tag} ${BY}>${inner}</w:${tag}>`;
const deleted = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;

export const WORD_PROPERTIES: readonly WordEffect[] = [
  byProperty('vanish', '17.3.2.41', 'nothing', '<w:vanish/>'),
  byProperty('vanish, said as on', '17.17.4', 'nothing', '<w:vanish w:val="on"/>'),
  byProperty('vanish, said as off', '17.17.4', 'text', '<w:vanish w:val="off"/>'),
  byProperty('hidden on the web alone', '17.3.2.44', 'text', '<w:webHidden/>'),
  byProperty('white', '17.3.2.6', 'nothing', '<w:color w:val="FFFFFF"/>'),
  byProperty('white on black', '17.3.2.32', 'text', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>'),
  byProperty(
    'black on black',
    '17.3.2.32',
    'nothing',
    '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>',
  ),
  byProperty('one point high', '17.3.2.38', 'nothing', '<w:sz w:val="2"/><w:szCs w:val="2"/>'),
  byProperty(
    'filled with white',
    '[MS-DOCX] 2.6.1.10',
    'nothing',
    '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
  ),
  byProperty('superscript', '17.3.2.42', 'mark', '<w:vertAlign w:val="superscript"/>'),
  byProperty('raised by position', '17.3.2.24', 'mark', '<w:position w:val="8"/><w:sz w:val="12"/>'),
  byProperty('struck', '17.3.2.37', 'mark', '<w:strike/>', { at: STRUCK_AT }),
  byProperty('struck twice', '17.3.2.9', 'mark', '<w:dstrike/>', { at: STRUCK_AT }),
  byProperty('struck whole', '17.3.2.37', 'unclear', '<w:strike/>', { at: ['whole', 'row'] }),
  byProperty('struck, said as no', '17.17.4', 'text', '<w:strike w:val="false"/>'),
  byProperty(
    'capitals and borders',
    '17.3.2.5',
    'text',
    '<w:caps/><w:bdr w:val="single" w:sz="4"/><w:emboss/><w:u w:val="single"/>',
  ),
  byProperty('narrow and spaced', '17.3.2.43', 'text', '<w:w w:val="80"/><w:spacing w:val="20"/><w:kern w:val="2"/>'),
  byProperty('right to left, digits', '17.3.2.30', 'text', '<w:rtl/>', { at: ['whole', 'zero', 'row'] }),
  byRuns('bdo', '17.3.2.3', 'text', (text) => `<w:bdo w:val="rtl">${run([...text].reverse().join(''))}</w:bdo>`, {
    at: ['whole', 'row', 'label'],
  }),
  byRuns('deleted on record', '17.13.5.14', 'nothing', (text) => revised('del', deleted(text))),
  byRuns('inserted on record', '17.13.5.18', 'text', (text) => revised('ins', run(text))),
  byRuns('inserted, then deleted', '17.13.5.14', 'nothing', (text) => revised('ins', revised('del', deleted(text)))),
  byRuns('moved away', '17.13.5.22', 'nothing', (text) => revised('moveFrom', run(text))),
  byRuns('moved here', '17.13.5.25', 'text', (text) => revised('moveTo', run(text))),
  byProperty(
    'hidden before a change on record',
    '17.13.5.31',
    'text',
    `<w:rPrChange ${BY}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`,
  ),
  byRow('row: deleted on record', '17.13.5.12', `<w:del ${BY}/>`),
  byRow('row: hidden', '17.4.20', '<w:hidden/>'),
  byParagraphs(
    'paragraph style that hides',
    '17.7.4.14',
    'nothing',
    (text) => paragraph(run(text), '<w:pStyle w:val="Hid"/>'),
    {
      styles: '<w:style w:type="paragraph" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>',
      at: ['whole', 'row'],
    },
  ),
  byParagraphs(
    'shown against its style',
    '17.7.3',
    'text',
    (text) => paragraph(run(text, '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Hid"/>'),
    {
      styles: '<w:style w:type="paragraph" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>',
    },
  ),
];
