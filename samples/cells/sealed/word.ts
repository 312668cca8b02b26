import { NUMBERS_ONLY } from '../effect.ts';
import { drawing } from '../word/effects-contents.ts';
import {
  byParagraphs,
  byProperty,
  byRow,
  byRuns,
  field,
  paragraph,
  run,
  type WordEffect,
} from '../word/word-effect.ts';

/** Kept aside: WordprocessingML. */

const WHOLE = ['whole', 'row'] as const;
const MS = '[MS-DOCX] 2.';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const three = (text: string): string => text.padStart(3, '4').slice(-3);
const style = (id: string, rpr: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${rpr}</w:rPr></w:style>`;

export const SEALED_WORD: readonly WordEffect[] = [
  byProperty('vanish, said as 1', '17.17.4', 'nothing', '<w:vanish w:val="1"/>'),
  byProperty('vanish and its own kind', '17.3.2.36', 'nothing', '<w:vanish/><w:specVanish/>'),
  byProperty('vanish, said as 0', '17.17.4', 'text', '<w:vanish w:val="0"/>'),
  byProperty('white by theme', '17.3.2.6', 'nothing', '<w:color w:val="FFFFFF" w:themeColor="background1"/>'),
  byProperty('no fill', `${MS}6.1.10`, 'nothing', '<w14:textFill><w14:noFill/></w14:textFill>'),
  byProperty('one hundredth wide', '17.3.2.43', 'nothing', '<w:w w:val="1"/>'),
  byProperty('subscript', '17.3.2.42', 'mark', '<w:vertAlign w:val="subscript"/>'),
  byProperty('lowered', '17.3.2.24', 'mark', '<w:position w:val="-8"/><w:sz w:val="10"/>'),
  byProperty(
    'emphasis and effects',
    '17.3.2.12',
    'text',
    '<w:em w:val="dot"/><w:effect w:val="lights"/><w:shadow/><w:outline/>',
  ),
  byProperty('fitted', '17.3.2.14', 'text', '<w:fitText w:val="700" w:id="3"/>', { at: ['whole', 'zero', 'row'] }),
  byProperty('white highlight behind', '17.3.2.15', 'text', '<w:highlight w:val="white"/>'),
  byRuns('direction', '17.3.2.8', 'text', (text) => `<w:dir w:val="rtl">${run(text)}</w:dir>`, {
    at: ['whole', 'zero', 'row'],
  }),
  byRuns('smart tags', '17.5.1.9', 'text', (text) => `<w:smartTag w:uri="u" w:element="n">${run(text)}</w:smartTag>`),
  byRuns(
    'custom XML around',
    '17.5.1.6',
    'text',
    (text) =>
      `<w:customXml w:element="n"><w:customXmlPr><w:placeholder w:val="88"/></w:customXmlPr>${run(text)}</w:customXml>`,
  ),
  byRuns('words to process', 'part 3 §7.4', 'text', (text) => `<x:wrap>${run(text)}</x:wrap>`),
  byRuns(
    'alternate of two names',
    'part 3 §7.6',
    'text',
    (text) =>
      `<mc:AlternateContent><mc:Choice Requires="wps y">${run('88')}</mc:Choice><mc:Fallback>${run(text)}</mc:Fallback></mc:AlternateContent>`,
  ),
  byRuns(
    'alternate without fallback',
    'part 3 §7.6',
    'nothing',
    (text) => `<mc:AlternateContent><mc:Choice Requires="y">${run(text)}</mc:Choice></mc:AlternateContent>`,
  ),
  byRuns(
    'SYMBOL field',
    '17.16.5.63',
    'text',
    (text) => [...text].map((one) => field(`SYMBOL ${one.charCodeAt(0)}`, '')).join(''),
    { at: ['whole', 'zero', 'row'] },
  ),
  byRuns('MACROBUTTON field', '17.16.5.35', 'text', (text) => field(`MACROBUTTON NoMacro ${text}`, ''), {
    at: ['whole', 'zero', 'row'],
  }),
  byRuns(
    'dirty simple field',
    '17.16.19',
    'unclear',
    (text) => `<w:fldSimple w:instr=" =2+3 " w:dirty="1">${run(text)}</w:fldSimple>`,
    { at: WHOLE },
  ),
  byRuns(
    'field in a field',
    '17.16.18',
    'text',
    (text) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>${field('=88', '88')}<w:r><w:instrText> = 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    { at: NUMBERS_ONLY },
  ),
  byRuns(
    'tick box of a form',
    '17.16.7',
    'unclear',
    () =>
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="c"/><w:checkBox><w:sizeAuto/><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    { at: ['whole'] },
  ),
  byRuns(
    'data-bound control, hidden frame',
    '17.5.2.6',
    'text',
    (text) =>
      `<w:sdt><w:sdtPr><w15:appearance w15:val="hidden"/><w:date w:fullDate="2024-01-08T00:00:00Z"/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`,
    { at: NUMBERS_ONLY },
  ),
  byParagraphs('other document: plain text', '17.17.2.1', 'text', (_, id) => `<w:altChunk r:id="rId${id}"/><w:p/>`, {
    part: (text, id) => ({ name: `c${id}.txt`, type: 'text/plain', relation: `${OFFICE}/aFChunk`, data: text }),
  }),
  byParagraphs('other document: RTF', '17.17.2.1', 'text', (_, id) => `<w:altChunk r:id="rId${id}"/><w:p/>`, {
    part: (text, id) => ({
      name: `c${id}.rtf`,
      type: 'application/rtf',
      relation: `${OFFICE}/aFChunk`,
      data: `{\\rtf1\\ansi ${text}\\par}`,
    }),
  }),
  byRuns(
    'formula: root',
    '22.1.2.88',
    'unclear',
    (text) =>
      `<m:oMath><m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e><m:r><m:t>${text}</m:t></m:r></m:e></m:rad></m:oMath>`,
    { at: WHOLE },
  ),
  byRuns(
    'formula: phantom',
    '22.1.2.81',
    'nothing',
    (text) =>
      `<m:oMath><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>${text}</m:t></m:r></m:e></m:phant></m:oMath>`,
    { at: ['before', 'behind', 'whole'] },
  ),
  byRuns(
    'formula: index',
    '22.1.2.102',
    'unclear',
    (text) =>
      `<m:oMath><m:sSub><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sub><m:r><m:t>${text}</m:t></m:r></m:sub></m:sSub></m:oMath>`,
    { at: WHOLE },
  ),
  byRuns(
    'circled symbols',
    '17.3.3.30',
    'unclear',
    (text) => [...text].map((one) => `<w:r><w:sym w:font="Wingdings" w:char="F08${one}"/></w:r>`).join(''),
    { at: ['behind', 'whole'] },
  ),
  byRuns('mark of a style', '17.7.9.1', 'mark', (text) => run(text, '<w:rStyle w:val="Mk"/>'), {
    styles: style('Mk', '<w:vertAlign w:val="superscript"/>'),
  }),
  byRuns(
    'raised, and set back',
    '17.7.9.1',
    'text',
    (text) => run(text, '<w:rStyle w:val="Mk"/><w:vertAlign w:val="baseline"/>'),
    { styles: style('Mk', '<w:vertAlign w:val="superscript"/>') },
  ),
  byParagraphs(
    'hidden twice is shown',
    '17.7.3',
    'text',
    (text) => paragraph(run(text, '<w:rStyle w:val="HidC"/>'), '<w:pStyle w:val="HidP"/>'),
    {
      styles: `${style('HidC', '<w:vanish/>')}<w:style w:type="paragraph" w:styleId="HidP"><w:name w:val="HidP"/><w:rPr><w:vanish/></w:rPr></w:style>`,
    },
  ),
  byParagraphs(
    'counted by Word',
    '17.9.17',
    'text',
    (_, id) => paragraph('', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`),
    {
      numbering: (text, id) =>
        `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="${text}"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
    },
  ),
  byRuns(
    'WordArt',
    '14.1.2.21',
    'text',
    (text) =>
      `<w:r><w:pict><v:shape id="w1" type="#_x0000_t136" style="width:60pt;height:16pt"><v:textpath on="t" string="${text}"/></v:shape></w:pict></w:r>`,
    { at: ['whole', 'zero', 'row'] },
  ),
  byRuns(
    'hidden picture',
    '20.4.2.5',
    'nothing',
    (_, id) => drawing(id).replace('name="图片"', 'name="p" hidden="1"'),
    {
      at: ['before', 'behind'],
      part: (_, id) => ({
        name: `media/h${id}.png`,
        type: 'image/png',
        relation: `${OFFICE}/image`,
        data: Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNkYPhfz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
          'base64',
        ),
      }),
    },
  ),
  byRuns(
    'text box as a drawing',
    '20.4.2.38',
    'text',
    (text) =>
      `<w:r><w:drawing><wp:anchor behindDoc="0"><wp:extent cx="600000" cy="200000"/><wp:docPr id="31" name="t"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
    { at: ['whole', 'zero', 'row'] },
  ),
  byRuns('hyphen between', '17.3.3.18', 'unclear', (text) => `${run('19')}<w:r><w:noBreakHyphen/></w:r>${run(text)}`, {
    at: WHOLE,
  }),
  byRuns(
    'tab of a position between',
    '17.3.3.23',
    'unclear',
    (text) =>
      `${run('7')}<w:r><w:ptab w:alignment="right" w:relativeTo="margin" w:leader="none"/></w:r>${run(three(text))}`,
    { at: WHOLE },
  ),
  byRuns('return between', '17.3.3.4', 'unclear', (text) => `${run('7')}<w:r><w:cr/></w:r>${run(three(text))}`, {
    at: WHOLE,
  }),
  byParagraphs(
    'line of a tenth of a point',
    '17.3.1.33',
    'nothing',
    (text) => paragraph(run(text), '<w:spacing w:line="2" w:lineRule="exact"/>'),
    { at: WHOLE },
  ),
  byParagraphs(
    'frame off the page',
    '17.3.1.11',
    'nothing',
    (text) => paragraph(run(text), '<w:framePr w:w="500" w:hAnchor="page" w:vAnchor="page" w:x="-9000" w:y="-9000"/>'),
    { at: WHOLE },
  ),
  byRuns('breaks that were rendered', '17.3.3.13', 'text', (text) =>
    [...text].map((one) => `<w:r><w:lastRenderedPageBreak/><w:t>${one}</w:t></w:r>`).join(''),
  ),
  byRow('row: a twentieth of a point high', '17.4.81', '<w:trHeight w:val="1" w:hRule="exact"/>'),
  byRow('row: hidden, said as 1', '17.4.20', '<w:hidden w:val="1"/>'),
];
