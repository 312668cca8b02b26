import { escapeUTF8 } from 'entities';
import { childOf, elementsOf, textOf, type XmlElement } from '../ooxml/parse-xml.ts';
import type { Relations } from '../ooxml/relations.ts';
import { hiddenByFields, isRepeating } from './fields.ts';
import { type Numbering, spaced } from './numbering.ts';
import { plainTable } from './plain-table.ts';
import { DELETED, isMarkDeleted } from './revisions.ts';
import type { Styles } from './styles.ts';
import { symbolText } from './symbols.ts';

interface Sources {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly relations: Relations;
}

/** A paragraph or table of the plain body. */
interface PlainBlock {
  /** WordprocessingML without anything that changes what is shown. */
  readonly xml: string;
  /** Where it stands in the body that it was made from: `tbl[3]`, `sdt[5]/p[1]`. */
  readonly path: string;
}

interface PlainPicture {
  /** The part that holds the picture, or its address. */
  readonly source: string;
  /** Width and height in pixels, where the document says. */
  readonly pixels: readonly [number, number] | null;
}

export interface PlainBody {
  readonly blocks: readonly PlainBlock[];
  /** The pictures that the blocks name by their index. */
  readonly pictures: readonly PlainPicture[];
}

/** Inline elements that show nothing, or not in the text. */
const SILENT = new Set([
  ...DELETED,
  ...['w:pPr', 'w:rPr', 'w:instrText', 'w:sdtPr', 'w:sdtEndPr', 'w:rt', 'w:footnoteReference', 'w:endnoteReference'],
  ...['w:commentReference', 'w:annotationRef', 'w:footnoteRef', 'w:endnoteRef', 'w:fldChar', 'wp:docPr'],
  'w:softHyphen',
]);

/** Blocks that hold blocks: changed, tagged or controlled passages. */
const WRAPPERS = new Set([
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:sdtContent',
  'mc:Choice',
  'mc:Fallback',
]);

const EMU_PER_PIXEL = 9_525;

/** Marks a picture as the place of an embedded document (`w:altChunk`). */
export const CHUNK = 'altChunk:';

const paragraphXml = (content: string, level?: number): string =>
  `<w:p>${level === undefined ? '' : `<w:pPr><w:pStyle w:val="h${level}"/></w:pPr>`}${content}</w:p>`;

const textXml = (text: string): string => (text === '' ? '' : `<w:t>${escapeUTF8(text)}</w:t>`);

const within = (path: string, blocks: readonly PlainBlock[]): PlainBlock[] =>
  blocks.map((block) => ({ ...block, path: `${path}/${block.path}` }));

/**
 * Makes of the body of a DOCX one that holds only what a reader of the page sees: changes accepted, hidden text and field
 * codes gone, automatic numbers written out, content controls opened, text boxes behind the paragraph they are anchored in.
 */
export function plainBody(body: XmlElement, sources: Sources): PlainBody {
  const writer = new PlainWriter(sources, hiddenByFields(body));
  return { blocks: writer.blocks(body), pictures: writer.pictures };
}

class PlainWriter {
  readonly pictures: PlainPicture[] = [];
  readonly #sources: Sources;
  readonly #hidden: ReadonlySet<XmlElement>;
  /** Text of a paragraph whose end is deleted, which the next paragraph begins with. */
  #carried = '';
  /** Blocks of the text boxes of the current paragraph. */
  #boxes: string[] = [];
  #pixels: PlainPicture['pixels'] = null;

  constructor(sources: Sources, hidden: ReadonlySet<XmlElement>) {
    this.#sources = sources;
    this.#hidden = hidden;
  }

  blocks(parent: XmlElement): PlainBlock[] {
    const elements = elementsOf(parent);
    const blocks = elements.flatMap((element, index) => this.#block(element, index + 1));
    if (this.#carried !== '') blocks.push({ xml: paragraphXml(this.#carried), path: `p[${elements.length + 1}]` });
    this.#carried = '';
    return blocks;
  }

  #block(element: XmlElement, place: number): PlainBlock[] {
    const { name } = element;
    if (name === 'w:p') return this.#paragraph(element, place);
    if (name === 'w:tbl') {
      const xml = plainTable(element, (cell) => this.blocks(cell).map((block) => block.xml));
      return [{ xml, path: `tbl[${place}]` }];
    }
    const content = this.#content(element);
    if (content) return within(`sdt[${place}]`, this.blocks(content));
    const chunk = name === 'w:altChunk' ? this.#picture(`${CHUNK}${element.attributes['r:id'] ?? ''}`) : '';
    // An empty paragraph stands where an element shows nothing, so that in a cell the places of those after it stay true.
    return [{ xml: paragraphXml(chunk), path: `p[${place}]` }];
  }

  /** What a wrapper shows; undefined where it is none, or shows only what stands elsewhere or nobody wrote. */
  #content(element: XmlElement): XmlElement | undefined {
    if (element.name === 'w:sdt') {
      const properties = childOf(element, 'w:sdtPr');
      const gallery = childOf(properties, 'w:docPartObj', 'w:docPartGallery')?.attributes['w:val'] ?? '';
      const isPlaceholder = childOf(properties, 'w:showingPlcHdr') !== undefined;
      return isPlaceholder || /^table of contents$/i.test(gallery) ? undefined : childOf(element, 'w:sdtContent');
    }
    if (element.name === 'mc:AlternateContent') {
      return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
    }
    return WRAPPERS.has(element.name) ? element : undefined;
  }

  #paragraph(paragraph: XmlElement, place: number): PlainBlock[] {
    const { styles, numbering } = this.#sources;
    const properties = childOf(paragraph, 'w:pPr');
    const outer = this.#boxes;
    this.#boxes = [];
    const number = styles.numberRef(properties);
    const isHidden = styles.holds('w:vanish', childOf(properties, 'w:rPr'), properties);
    const printed = number && !isHidden ? numbering.next(number, styles.paragraphStyle(properties)) : '';
    const text = this.#carried + textXml(spaced(printed)) + this.#inline(paragraph, properties);
    const boxes = this.#boxes;
    this.#boxes = outer;
    const isJoined = isMarkDeleted(paragraph);
    this.#carried = isJoined ? text : '';
    const own = paragraphXml(isJoined ? '' : text, isJoined ? undefined : styles.headingLevel(properties));
    if (boxes.length === 0) return [{ xml: own, path: `p[${place}]` }];
    const all = isJoined ? boxes : [own, ...boxes];
    return all.map((xml, index) => ({
      xml,
      path: `txbx[${place}]/${xml.startsWith('<w:tbl>') ? 'tbl' : 'p'}[${index + 1}]`,
    }));
  }

  #inline(parent: XmlElement, paragraph: XmlElement | undefined): string {
    return elementsOf(parent)
      .map((element) => this.#inlineElement(element, paragraph))
      .join('');
  }

  #inlineElement(element: XmlElement, paragraph: XmlElement | undefined): string {
    const { name, attributes } = element;
    if (SILENT.has(name) || this.#hidden.has(element)) return '';
    switch (name) {
      case 'w:t':
      case 'm:t':
        return textXml(textOf(element));
      case 'w:tab':
      case 'w:ptab':
        return '<w:tab/>';
      case 'w:br':
        return attributes['w:type'] === 'page' || attributes['w:type'] === 'column' ? '' : '<w:br/>';
      case 'w:cr':
        return '<w:br/>';
      case 'w:noBreakHyphen':
        return textXml('-');
      case 'w:sym':
        return textXml(symbolText(attributes['w:font'] ?? '', attributes['w:char'] ?? ''));
      case 'w:r':
        return this.#run(element, paragraph);
      case 'w:fldSimple':
        return isRepeating(attributes['w:instr'] ?? '') ? '' : this.#inline(element, paragraph);
      case 'w:txbxContent':
        return this.#textBox(element);
      case 'mc:AlternateContent':
        return this.#alternate(element, paragraph);
      case 'w:sdt': {
        const content = this.#content(element);
        return content ? this.#inline(content, paragraph) : '';
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawing(element, paragraph);
      case 'a:blip':
        return this.#picture(this.#target(attributes['r:embed'] ?? attributes['r:link']));
      case 'v:imagedata':
        return this.#picture(this.#target(attributes['r:id']));
      case 'v:textpath':
        return textXml(attributes.string ?? '');
      default:
        return this.#inline(element, paragraph);
    }
  }

  #run(run: XmlElement, paragraph: XmlElement | undefined): string {
    const { styles } = this.#sources;
    const properties = childOf(run, 'w:rPr');
    if (styles.holds('w:vanish', properties, paragraph)) return '';
    const content = this.#inline(run, paragraph);
    if (content === '') return '';
    const isStruck = ['w:strike', 'w:dstrike'].some((name) => styles.holds(name, properties, paragraph));
    if (isStruck) return `<w:r><w:rPr><w:strike/></w:rPr>${content}</w:r>`;
    const isRaised = childOf(properties, 'w:vertAlign')?.attributes['w:val'] === 'superscript';
    return isRaised ? `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>${content}</w:r>` : content;
  }

  /** The newer of two drawings of one thing; the older where this reader finds nothing in the newer. */
  #alternate(element: XmlElement, paragraph: XmlElement | undefined): string {
    const boxes = this.#boxes.length;
    for (const choice of [...elementsOf(element, 'mc:Choice'), ...elementsOf(element, 'mc:Fallback')]) {
      const content = this.#inline(choice, paragraph);
      if (content !== '' || this.#boxes.length > boxes) return content;
    }
    return '';
  }

  #textBox(content: XmlElement): string {
    const outer = this.#carried;
    this.#carried = '';
    this.#boxes.push(...this.blocks(content).map(({ xml }) => xml));
    this.#carried = outer;
    return '';
  }

  #drawing(drawing: XmlElement, paragraph: XmlElement | undefined): string {
    const outer = this.#pixels;
    const extent = childOf(childOf(drawing, 'wp:inline') ?? childOf(drawing, 'wp:anchor'), 'wp:extent')?.attributes;
    const size = [extent?.cx, extent?.cy].map((length) => Math.round(Number(length) / EMU_PER_PIXEL));
    this.#pixels = size.every(Number.isFinite) ? (size as unknown as readonly [number, number]) : null;
    const content = this.#inline(drawing, paragraph);
    this.#pixels = outer;
    return content;
  }

  #target(relation: string | undefined): string | undefined {
    return this.#sources.relations.get(relation ?? '')?.target;
  }

  /** A drawing whose description is the picture's index: mammoth keeps the description and drops the name of the part. */
  #picture(source: string | undefined): string {
    if (source === undefined) return '';
    const index = this.pictures.push({ source, pixels: this.#pixels }) - 1;
    return `<w:drawing><wp:inline><wp:docPr descr="${index}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  }
}
