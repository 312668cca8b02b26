import { buildZip } from '../../generator/formats/build-zip.ts';
import type { WordPart } from './word-effect.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MS = 'http://schemas.microsoft.com/office/word';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const SPACES: Readonly<Record<string, string>> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: `${OFFICE}/relationships`,
  m: `${OFFICE}/math`,
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  wps: `${MS}/2010/wordprocessingShape`,
  w14: `${MS}/2010/wordml`,
  w15: `${MS}/2012/wordml`,
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  // A namespace that no program knows, and one more that is not said to be ignorable.
  x: 'urn:example:unknown',
  y: 'urn:example:unknown-too',
};

const ROOT = `${Object.entries(SPACES)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')} mc:Ignorable="w14 w15 x" mc:ProcessContent="x:wrap"`;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const xml = (name: string, body: string): string => `${XML}<w:${name} ${ROOT}>${body}</w:${name}>`;

interface WordAdditions {
  readonly styles: readonly string[];
  readonly numbering: readonly string[];
  readonly footnotes: readonly string[];
  readonly parts: readonly (WordPart & { readonly id: number })[];
}

const BASE_STYLES =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>';

const NOTES =
  '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p/></w:footnote>';

/** The parts of a Word document around its body, as one file. */
export function packWord(body: string, more: WordAdditions): Uint8Array {
  const own: (WordPart & { id: number })[] = [
    {
      name: 'styles.xml',
      type: `${WORD_TYPE}.styles+xml`,
      relation: `${OFFICE}/relationships/styles`,
      data: xml('styles', BASE_STYLES + more.styles.join('')),
      id: 1,
    },
    {
      name: 'settings.xml',
      type: `${WORD_TYPE}.settings+xml`,
      relation: `${OFFICE}/relationships/settings`,
      data: xml('settings', ''),
      id: 2,
    },
    {
      name: 'numbering.xml',
      type: `${WORD_TYPE}.numbering+xml`,
      relation: `${OFFICE}/relationships/numbering`,
      data: xml('numbering', more.numbering.join('')),
      id: 3,
    },
    {
      name: 'footnotes.xml',
      type: `${WORD_TYPE}.footnotes+xml`,
      relation: `${OFFICE}/relationships/footnotes`,
      data: xml('footnotes', NOTES + more.footnotes.join('')),
      id: 4,
    },
  ];
  const parts = [...own, ...more.parts];
  const relations = parts
    .map(({ id, relation, name }) => `<Relationship Id="rId${id}" Type="${relation}" Target="${name}"/>`)
    .join('');
  const types = parts
    .map(({ name, type }) => `<Override PartName="${new URL(name, 'http://x/word/').pathname}" ContentType="${type}"/>`)
    .join('');
  return buildZip([
    {
      name: '[Content_Types].xml',
      data: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>${types}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      data: xml('document', `<w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>`),
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`,
    },
    ...parts.map(({ name, data }) => ({ name: new URL(name, 'http://x/word/').pathname.slice(1), data })),
  ]);
}
