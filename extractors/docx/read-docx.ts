import { exAppearance } from '../../src/model/doubts/ex-appearance.ts';
import { tidyText } from '../../src/model/text/fold.ts';
import type { Block, Document, Picture } from '../document.ts';
import { parseHex, readThemeColors, WHITE } from '../ooxml/colors.ts';
import { guardOoxml, type Parts } from '../ooxml/guard-ooxml.ts';
import { isOn } from '../ooxml/on-off.ts';
import { childOf, parseXml, textOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { mainPart, partOfType, type Relations, relationsOf } from '../ooxml/relations.ts';
import { ReadError } from '../read-error.ts';
import { convertPlain } from './convert-plain.ts';
import { embeddedBlocks } from './embedded-document.ts';
import { Numbering } from './numbering.ts';
import { CHUNK, plainBody } from './plain-body.ts';
import { Styles } from './styles.ts';
import { bodyToDocument } from './word-blocks.ts';

/** Titles that programs fill in by themselves. */
const JUNK_TITLE =
  /^(?:microsoft word|microsoft office|powerpoint|文档\s*\d*$|无标题|未命名|untitled|document\s*\d*$|normal)/i;

function optional(parts: Parts, part: string | undefined): XmlElement | undefined {
  const bytes = part === undefined ? undefined : parts.get(part);
  return bytes && part !== undefined ? parseXml(bytes, part) : undefined;
}

function coreTitle(parts: Parts): string | undefined {
  const core = [...relationsOf(parts, '').values()].find(({ type }) => type === 'core-properties')?.target;
  const title = tidyText(textOf(childOf(optional(parts, core), 'dc:title') ?? '')).slice(0, 500);
  return title === '' || JUNK_TITLE.test(title) ? undefined : title;
}

const isChunk = (block: Block): block is Picture => block.kind === 'picture' && block.source.startsWith(CHUNK);

/** An embedded document in place of its mark; one of another kind stays a picture without an image. */
function chunkBlocks(mark: Picture, parts: Parts, relations: Relations): readonly Block[] {
  const part = relations.get(mark.source.slice(CHUNK.length))?.target ?? '';
  const bytes = parts.get(part);
  return (bytes && embeddedBlocks(bytes)) ?? [{ ...mark, source: part }];
}

/** What of the settings changes what a person sees. */
function readSettings(root: XmlElement | undefined): { updates: boolean; pageColored: boolean } {
  return {
    updates: isOn(childOf(root, 'w:updateFields')),
    pageColored: isOn(childOf(root, 'w:displayBackgroundShape')),
  };
}

/**
 * Reads a DOCX file (Word, WPS, LibreOffice; transitional and strict OOXML) into the intermediate document: what a reader
 * sees as a plain DOCX, which mammoth makes an HTML page. Headers, footers, footnotes and comments are left out. Locators
 * are paths into the body: `body/tbl[3]` is its third child.
 *
 * @throws ReadError for containers and parts that are damaged, hostile or beyond the limits
 */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  const parts = await guardOoxml(bytes);
  const main = mainPart(parts, 'word/document.xml');
  const relations = relationsOf(parts, main);
  const document = optional(parts, main);
  const body = childOf(document, 'w:body');
  if (!body)
    throw new ReadError('DAMAGED', {
      zh: `${main} 没有正文；请打开文件并重新保存`,
      en: `${main} has no text body; open the file and save it again`,
    });
  const styles = new Styles(optional(parts, partOfType(parts, relations, 'styles')));
  const lists = optional(parts, partOfType(parts, relations, 'numbering'));
  const numbering = new Numbering(lists, (style) => styles.numberOfStyle(style));
  const theme = readThemeColors(optional(parts, partOfType(parts, relations, 'theme')));
  const { updates, pageColored } = readSettings(optional(parts, partOfType(parts, relations, 'settings')));
  const page = pageColored ? parseHex(childOf(document, 'w:background')?.attributes['w:color']) : null;
  const plain = plainBody(body, {
    ...{ styles, numbering, relations, theme, updates },
    page: page ?? WHITE,
    part: (name) => parts.get(name),
  });
  const converted = await convertPlain(plain);
  const places = plain.blocks.map(({ path }) => path);
  const { blocks, doubts } = bodyToDocument(converted.html, (source) => parts.get(source), {
    places,
    notes: plain.notes,
  });
  const pageTitle = coreTitle(parts);
  return {
    blocks: blocks.flatMap((block) => (isChunk(block) ? chunkBlocks(block, parts, relations) : [block])),
    marks: { meta: {}, ...(pageTitle ? { pageTitle } : {}) },
    doubts: [...converted.doubts, ...plain.floating.map(exAppearance.somewhere), ...doubts],
  };
}
