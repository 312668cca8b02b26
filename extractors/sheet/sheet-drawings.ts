import type { Message } from '../../src/model/report.ts';
import { decodeBytes } from '../../src/model/text/charset.ts';
import { tidyLines } from '../../src/model/text/fold.ts';
import type { Block } from '../document.ts';
import type { Parts } from '../ooxml/guard-ooxml.ts';
import { isTrue } from '../ooxml/on-off.ts';
import { childOf, elementsOf, parseXml, textOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { partOfType, type Relations, relationsOf } from '../ooxml/relations.ts';
import { named } from './font-look.ts';
import type { Range } from './references.ts';

/** Something that lies over cells. */
export interface Cover extends Range {
  /** Its text, where it has any. */
  readonly text: string;
  readonly what: Message;
}

interface Drawings {
  readonly blocks: readonly Block[];
  readonly covers: readonly Cover[];
  /** Objects that are drawn at a place of the window, not of the cells. */
  readonly unplaced: readonly Message[];
}

/** Of contents in several versions the first is shown; those nobody can take are gone already. */
function descendants(parent: XmlElement, name: string): XmlElement[] {
  const versions = elementsOf(parent);
  const shown = parent.name === 'mc:AlternateContent' ? versions.slice(0, 1) : versions;
  return shown.flatMap((element) => (element.name === name ? [element] : descendants(element, name)));
}

/** More objects over a sheet than any form has; the rest is told without a place. */
const MOST_COVERS = 1_000;

/** English metric units in the usual row and column of a sheet, 15 points and 64 pixels. */
const [ROW_HEIGHT, COLUMN_WIDTH] = [190_500, 609_600];

const numberIn = (parent: XmlElement | undefined, name: string): number => {
  const value = Number(textOf(childOf(parent, name) ?? ''));
  return Number.isFinite(value) ? value : 0;
};

/** The cells under an object that is anchored to cells; null where it is anchored to none. */
function rangeOf(anchor: XmlElement): Range | null {
  const from = childOf(anchor, 'xdr:from');
  if (!from) return null;
  const [top, left] = [numberIn(from, 'xdr:row'), numberIn(from, 'xdr:col')];
  const to = childOf(anchor, 'xdr:to');
  if (to) {
    // An object that ends where a row or column begins does not reach into it.
    const bottom = numberIn(to, 'xdr:row') - (numberIn(to, 'xdr:rowOff') > 0 ? 0 : 1);
    const right = numberIn(to, 'xdr:col') - (numberIn(to, 'xdr:colOff') > 0 ? 0 : 1);
    return { top, left, bottom: Math.max(top, bottom), right: Math.max(left, right) };
  }
  const { cx, cy } = childOf(anchor, 'xdr:ext')?.attributes ?? {};
  const steps = (length: string | undefined, offset: number, unit: number): number =>
    Math.max(0, Math.ceil(((Number(length) || 0) + offset) / unit) - 1);
  return {
    ...{ top, left },
    bottom: top + steps(cy, numberIn(from, 'xdr:rowOff'), ROW_HEIGHT),
    right: left + steps(cx, numberIn(from, 'xdr:colOff'), COLUMN_WIDTH),
  };
}

const paragraphsOf = (element: XmlElement): string[] =>
  descendants(element, 'a:p')
    .map((paragraph) => tidyLines(descendants(paragraph, 'a:t').map(textOf).join('')))
    .filter((text) => text !== '');

const isHidden = (anchor: XmlElement): boolean => {
  const objects = descendants(anchor, 'xdr:cNvPr');
  return objects.length > 0 && objects.every(({ attributes }) => isTrue(attributes.hidden));
};

function picturesOf(anchor: XmlElement, parts: Parts, relations: Relations, part: string): Block[] {
  return descendants(anchor, 'a:blip').flatMap((blip): Block[] => {
    const source = relations.get(blip.attributes['r:embed'] ?? '')?.target;
    const image = source === undefined ? undefined : parts.get(source);
    return source && image ? [{ kind: 'picture', source, alt: '', image, at: { path: part } }] : [];
  });
}

/** In older drawings, which need not be well-formed XML: controls, and comments that are open. */
const OPEN_OR_CONTROL = /<x:Visible\b|ObjectType\s*=\s*["'](?!Note)/i;
const CONTROL = named('打开的批注或窗体控件', 'an open comment or a control of a form');

/** What of a sheet's older drawing (VML) is seen; its place is not worked out. */
function legacyObjects(parts: Parts, relations: Relations): Message[] {
  const bytes = parts.get(partOfType(parts, relations, 'vmlDrawing') ?? '');
  return bytes && OPEN_OR_CONTROL.test(decodeBytes(bytes).text) ? [CONTROL] : [];
}

/** What lies over a sheet's cells: text boxes as paragraphs, pictures with their bytes, and the cells that are under them. */
export function readDrawings(parts: Parts, sheetPart: string): Drawings {
  const ofSheet = relationsOf(parts, sheetPart);
  const part = partOfType(parts, ofSheet, 'drawing');
  const bytes = part === undefined ? undefined : parts.get(part);
  const unplaced = legacyObjects(parts, ofSheet);
  if (!bytes || part === undefined) return { blocks: [], covers: [], unplaced };
  const relations = relationsOf(parts, part);
  const anchors = elementsOf(parseXml(bytes, part)).filter((anchor) => !isHidden(anchor));
  const texts = anchors.map((anchor) => paragraphsOf(anchor));
  const covers: Cover[] = [];
  anchors.forEach((anchor, at) => {
    const text = (texts[at] ?? []).join('\n');
    const what =
      text === ''
        ? named('上方的图片或图形', 'a picture or shape lying over it')
        : named('上方的文本框', 'a text box lying over it');
    const range = rangeOf(anchor);
    if (range && covers.length < MOST_COVERS) covers.push({ ...range, text, what });
    else unplaced.push(what);
  });
  const paragraphs = texts.flat().map((text): Block => ({ kind: 'paragraph', text, at: { path: part } }));
  const pictures = anchors.flatMap((anchor) => picturesOf(anchor, parts, relations, part));
  return { blocks: [...paragraphs, ...pictures], covers, unplaced };
}
