import mammoth from 'mammoth';
import { docPages } from '../../src/model/doubts/doc-pages.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { PlainBody } from './plain-body.ts';

type Input = Parameters<typeof mammoth.convertToHtml>[0];

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
const HEADINGS = [1, 2, 3, 4, 5, 6];
const STYLE_MAP = HEADINGS.map((level) => `p.h${level} => h${level}:fresh`);

/** The parts of a plain DOCX that are the same for every document. */
const PARTS: Readonly<Record<string, string>> = {
  'word/styles.xml': `<w:styles ${NAMESPACES}>${HEADINGS.map((level) => `<w:style w:type="paragraph" w:styleId="h${level}"/>`).join('')}</w:styles>`,
  'word/_rels/document.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="picture" Target="picture.png"/></Relationships>',
};

/** What mammoth's `openZip` makes of a file, and takes as one. */
const packageOf = (parts: Readonly<Record<string, string>>) => ({
  exists: (name: string): boolean => Object.hasOwn(parts, name),
  read: async (name: string): Promise<string> => parts[name] ?? '',
});

/** The HTML that mammoth makes of a plain body, one element a block, and a doubt for each message of it. */
export async function convertPlain({
  blocks,
  pictures,
}: Pick<PlainBody, 'blocks' | 'pictures'>): Promise<{ html: string; doubts: Doubt[] }> {
  const body = blocks.map(({ xml }) => xml).join('');
  const parts = {
    ...PARTS,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
  };
  const convertImage = mammoth.images.imgElement(async (image) => {
    const { source, pixels } = pictures[Number((image as unknown as { altText: string }).altText)] ?? { source: '' };
    const size = pixels ? { width: String(pixels[0]), height: String(pixels[1]) } : {};
    return { src: source, alt: '', ...size };
  });
  const { value, messages } = await mammoth.convertToHtml({ file: packageOf(parts) } as unknown as Input, {
    styleMap: STYLE_MAP,
    includeDefaultStyleMap: false,
    includeEmbeddedStyleMap: false,
    ignoreEmptyParagraphs: false,
    convertImage,
  });
  return { html: value, doubts: messages.map(({ message }) => docPages.partsUnread(message)) };
}
