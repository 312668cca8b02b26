import { NUMBERS_ONLY } from '../effect.ts';
import { byParagraphs, byRuns, field, paragraph, run, type WordEffect, type WordPart } from './word-effect.ts';

/** Fields, controls, alternate contents, formulas, symbols, notes, drawings, other documents: ECMA-376 parts 1 and 3. */

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WHOLE = ['whole', 'row'] as const;
const three = (text: string): string => text.padStart(3, '4').slice(-3);

const chunk =
  (ending: string, type: string, write: (text: string) => string) =>
  (text: string, id: number): WordPart => ({
    ...{ name: `afchunk${id}.${ending}`, type, relation: `${OFFICE}/aFChunk`, data: write(text) },
  });

const altChunk = (_: string, id: number): string => `<w:altChunk r:id="rId${id}"/><w:p/>`;

const mht = (text: string): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="=b"\r\n\r\n--=b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: file:///C:/d.htm\r\n\r\n<html><body><p class=3D"n">${text}</p></body></html>\r\n--=b--\r\n`;

const dropDown = (text: string): string =>
  `<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="d"/><w:enabled/><w:ddList><w:result w:val="1"/><w:listEntry w:val="88"/><w:listEntry w:val="${text}"/></w:ddList></w:ffData></w:fldChar>`;

const sdt = (properties: string, contents: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${contents}</w:sdtContent></w:sdt>`;

/** A text box that floats over the cell. */
const shape = (text: string): string =>
  `<w:r><w:pict><v:shape id="t1" style="position:absolute;width:60pt;height:20pt;z-index:1"><v:textbox><w:txbxContent>${paragraph(run(text))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNkYPhfz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
  'base64',
);

export const drawing = (id: number): string =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="120000" cy="150000"/><wp:docPr id="${id}" name="图片"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId${id}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const image = (_: string, id: number): WordPart => ({
  ...{ name: `media/p${id}.png`, type: 'image/png', relation: `${OFFICE}/image`, data: PICTURE },
});

const math = (inner: string): string => `<m:oMath>${inner}</m:oMath>`;
const mr = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;

export const WORD_CONTENTS: readonly WordEffect[] = [
  byRuns('simple field', '17.16.19', 'text', (text) => `<w:fldSimple w:instr=" =1+1 ">${run(text)}</w:fldSimple>`, {
    at: NUMBERS_ONLY,
  }),
  byRuns('field with a result', '17.16.18', 'text', (text) => field('=SUM(ABOVE)', text), { at: NUMBERS_ONLY }),
  byRuns('code of a field', '17.16.23', 'nothing', (text) => field(`QUOTE ${text}`, '')),
  byRuns(
    'dirty field',
    '17.16.18',
    'unclear',
    (text) => field('=2+3', text, '<w:fldChar w:fldCharType="begin" w:dirty="true"/>'),
    { at: WHOLE },
  ),
  byRuns(
    'drop-down of a form',
    '17.16.9',
    'text',
    (text) =>
      `<w:r>${dropDown(text)}</w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    { at: ['whole', 'zero', 'row'] },
  ),
  byRuns('fraction of EQ', '17.16.5.15', 'unclear', (text) => field(`EQ \\f(1,${text})`, ''), { at: WHOLE }),
  byRuns('link', '17.16.22', 'text', (text) => `<w:hyperlink w:anchor="a">${run(text)}</w:hyperlink>`),
  byRuns('control with contents', '17.5.2.31', 'text', (text) => sdt('<w:text/>', run(text))),
  byRuns(
    'drop-down control',
    '17.5.2.15',
    'text',
    (text) =>
      sdt('<w:dropDownList w:lastValue="88"><w:listItem w:displayText="88" w:value="88"/></w:dropDownList>', run(text)),
    { at: NUMBERS_ONLY },
  ),
  {
    ...byRuns('prompt of an empty control', '17.5.2.39', { shows: () => '单击或点击此处输入文字' }, () =>
      sdt('<w:showingPlcHdr/><w:text/>', run('单击或点击此处输入文字')),
    ),
    at: ['whole'],
  },
  byRuns(
    'alternate of an unknown name',
    'part 3 §7.6',
    'text',
    (text) =>
      `<mc:AlternateContent><mc:Choice Requires="y">${run('88')}</mc:Choice><mc:Fallback>${run(text)}</mc:Fallback></mc:AlternateContent>`,
  ),
  byRuns(
    'alternate of a known name',
    'part 3 §7.6',
    'text',
    (text) =>
      `<mc:AlternateContent><mc:Choice Requires="wps">${run(text)}</mc:Choice><mc:Fallback>${run('88')}</mc:Fallback></mc:AlternateContent>`,
  ),
  byRuns('ignorable element', 'part 3 §7.3', 'nothing', (text) => `<x:thing>${run(text)}</x:thing>`),
  byParagraphs('other document: HTML', '17.17.2.1', 'text', altChunk, {
    part: chunk('html', 'text/html', (text) => `<html><meta charset="utf-8"><body><p>${text}</p></body></html>`),
  }),
  byParagraphs('other document: MHT', '17.17.2.1', 'text', altChunk, { part: chunk('mht', 'message/rfc822', mht) }),
  byRuns('formula of one number', '22.1.2.77', 'text', (text) => math(mr(text)), { at: NUMBERS_ONLY }),
  byRuns(
    'formula: fraction',
    '22.1.2.36',
    'unclear',
    (text) => math(`<m:f><m:num>${mr('1')}</m:num><m:den>${mr(text)}</m:den></m:f>`),
    { at: WHOLE },
  ),
  byRuns(
    'formula: power',
    '22.1.2.105',
    'unclear',
    (text) => math(`<m:sSup><m:e>${mr('10')}</m:e><m:sup>${mr(text)}</m:sup></m:sSup>`),
    { at: WHOLE },
  ),
  byRuns(
    'symbols',
    '17.3.3.30',
    'text',
    (text) => [...text].map((one) => `<w:r><w:sym w:font="Symbol" w:char="F03${one}"/></w:r>`).join(''),
    { at: NUMBERS_ONLY },
  ),
  byRuns(
    'ruby',
    '17.3.3.25',
    'mark',
    (text) => `<w:r><w:ruby><w:rt>${run(text)}</w:rt><w:rubyBase>${run('\u00a0')}</w:rubyBase></w:ruby></w:r>`,
    { at: ['behind', 'zero'] },
  ),
  byRuns(
    'footnote',
    '17.11.14',
    'mark',
    (_, id) => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`,
    {
      footnotes: (text, id) => `<w:footnote w:id="${id}">${paragraph(run(`注${text}`))}</w:footnote>`,
    },
  ),
  byRuns('text box over the cell', '14.1.2.22', 'text', shape, { at: ['whole', 'zero', 'row'] }),
  byRuns('picture of digits', '20.4.2.8', 'unclear', (_, id) => drawing(id), {
    part: image,
    at: ['before', 'behind', 'whole', 'row'],
  }),
  byRuns('tab between', '17.3.3.32', 'unclear', (text) => `${run('7')}<w:r><w:tab/></w:r>${run(three(text))}`, {
    at: WHOLE,
  }),
  byRuns('line break between', '17.3.3.1', 'unclear', (text) => `${run('7')}<w:r><w:br/></w:r>${run(three(text))}`, {
    at: WHOLE,
  }),
  byParagraphs('two paragraphs', '17.3.1.22', 'unclear', (text) => paragraph(run('12')) + paragraph(run(three(text))), {
    at: WHOLE,
  }),
  byParagraphs(
    'numbered by Word',
    '17.9.12',
    'text',
    (_, id) => paragraph('', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`),
    {
      numbering: (text, id) =>
        `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
    },
  ),
  byRuns('soft hyphens', '17.3.3.29', 'text', (text) =>
    [...text].map((one) => run(one)).join('<w:r><w:softHyphen/></w:r>'),
  ),
  byRuns(
    'bookmarks and proofs',
    '17.13.6.2',
    'text',
    (text, id) =>
      `<w:bookmarkStart w:id="${id}" w:name="b${id}"/><w:proofErr w:type="spellStart"/>${run(text)}<w:bookmarkEnd w:id="${id}"/>`,
  ),
];
