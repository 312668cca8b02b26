import { childOf, elementsOf, textOf, type XmlElement } from '../ooxml/parse-xml.ts';
import type { Relations } from '../ooxml/relations.ts';
import { escapeHtml } from './escape-html.ts';
import { hiddenByFields, isRepeating } from './fields.ts';
import { type Numbering, spaced } from './numbering.ts';
import { DELETED, isMarkDeleted } from './revisions.ts';
import type { Styles } from './styles.ts';
import { symbolText } from './symbols.ts';
import { tableToHtml } from './table-html.ts';

export interface Sources {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly relations: Relations;
}

/** Inline elements that show nothing, or not in the text. */
const SILENT = new Set([
  ...DELETED,
  ...['w:pPr', 'w:rPr', 'w:instrText', 'w:sdtPr', 'w:sdtEndPr', 'w:rt', 'w:footnoteReference', 'w:endnoteReference'],
  ...[
    'w:commentReference',
    'w:annotationRef',
    'w:footnoteRef',
    'w:endnoteRef',
    'w:fldChar',
    'wp:docPr',
    'w:softHyphen',
  ],
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

/** Stands where an element shows nothing, so that the places of those after it stay true. */
const NOTHING = '<map></map>';

const EMU_PER_PIXEL = 9_525;

/** Marks a picture as the place of an embedded document (`w:altChunk`). */
export const CHUNK = 'altChunk:';

/**
 * Writes the body of a DOCX as HTML with all that a reader sees and nothing else: changes accepted, hidden text and field
 * codes gone, automatic numbers written out, text boxes behind the paragraph they hang on. Every child of the body becomes
 * one element. Pictures are named by their part.
 */
export class BodyWriter {
  readonly #sources: Sources;
  #hidden: ReadonlySet<XmlElement> = new Set();
  /** Text of a paragraph whose end is deleted, waiting for the next. */
  #carried = '';
  /** Text boxes of the paragraph at hand. */
  #boxes: string[] = [];
  #pixels: readonly [number, number] | null = null;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  write(body: XmlElement): string {
    this.#hidden = hiddenByFields(body);
    return this.#blocks(body);
  }

  #blocks(parent: XmlElement): string {
    const html = elementsOf(parent).map((element) => this.#block(element));
    const rest = this.#carried;
    this.#carried = '';
    return html.join('') + (rest === '' ? '' : `<p>${rest}</p>`);
  }

  #block(element: XmlElement): string {
    const { name } = element;
    if (name === 'w:p') return this.#paragraph(element);
    if (name === 'w:tbl') return tableToHtml(element, (cell) => this.#blocks(cell));
    if (name === 'w:altChunk') return `<img src="${CHUNK}${escapeHtml(element.attributes['r:id'] ?? '')}">`;
    const content = this.#content(element);
    if (content) return `<article>${this.#blocks(content)}</article>`;
    return NOTHING;
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

  #paragraph(paragraph: XmlElement): string {
    const { styles, numbering } = this.#sources;
    const properties = childOf(paragraph, 'w:pPr');
    const outer = this.#boxes;
    this.#boxes = [];
    const number = styles.numberRef(properties);
    const isHidden = styles.holds('w:vanish', childOf(properties, 'w:rPr'), properties);
    const printed = number && !isHidden ? numbering.next(number, styles.paragraphStyle(properties)) : '';
    const text = this.#carried + spaced(escapeHtml(printed)) + this.#inline(paragraph, properties);
    const boxes = this.#boxes.join('');
    this.#boxes = outer;
    this.#carried = '';
    if (isMarkDeleted(paragraph)) {
      this.#carried = text;
      return boxes === '' ? NOTHING : `<figure>${boxes}</figure>`;
    }
    const level = styles.headingLevel(properties);
    const tag = level === undefined ? 'p' : `h${level}`;
    const html = `<${tag}>${text}</${tag}>`;
    return boxes === '' ? html : `<figure>${html}${boxes}</figure>`;
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
        return escapeHtml(textOf(element));
      case 'w:tab':
      case 'w:ptab':
        return '\t';
      case 'w:br':
        return attributes['w:type'] === 'page' || attributes['w:type'] === 'column' ? '' : '<br>';
      case 'w:cr':
        return '<br>';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym':
        return escapeHtml(symbolText(attributes['w:font'] ?? '', attributes['w:char'] ?? ''));
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
        return this.#picture(attributes['r:embed'] ?? attributes['r:link']);
      case 'v:imagedata':
        return this.#picture(attributes['r:id']);
      case 'v:textpath':
        return escapeHtml(attributes.string ?? '');
      default:
        return this.#inline(element, paragraph);
    }
  }

  #run(run: XmlElement, paragraph: XmlElement | undefined): string {
    const { styles } = this.#sources;
    const properties = childOf(run, 'w:rPr');
    if (styles.holds('w:vanish', properties, paragraph)) return '';
    const html = this.#inline(run, paragraph);
    if (html === '') return '';
    if (styles.holds('w:strike', properties, paragraph) || styles.holds('w:dstrike', properties, paragraph)) {
      return `<s>${html}</s>`;
    }
    return childOf(properties, 'w:vertAlign')?.attributes['w:val'] === 'superscript' ? `<sup>${html}</sup>` : html;
  }

  /** The newer of two drawings of one thing; the older where this reader finds nothing in the newer. */
  #alternate(element: XmlElement, paragraph: XmlElement | undefined): string {
    const boxes = this.#boxes.length;
    for (const choice of [...elementsOf(element, 'mc:Choice'), ...elementsOf(element, 'mc:Fallback')]) {
      const html = this.#inline(choice, paragraph);
      if (html !== '' || this.#boxes.length > boxes) return html;
    }
    return '';
  }

  #textBox(content: XmlElement): string {
    const outer = this.#carried;
    this.#carried = '';
    const html = this.#blocks(content);
    this.#carried = outer;
    this.#boxes.push(html);
    return '';
  }

  #drawing(drawing: XmlElement, paragraph: XmlElement | undefined): string {
    const outer = this.#pixels;
    const extent = childOf(childOf(drawing, 'wp:inline') ?? childOf(drawing, 'wp:anchor'), 'wp:extent')?.attributes;
    const size = [extent?.cx, extent?.cy].map((length) => Math.round(Number(length) / EMU_PER_PIXEL));
    this.#pixels = size.every(Number.isFinite) ? (size as unknown as readonly [number, number]) : null;
    const html = this.#inline(drawing, paragraph);
    this.#pixels = outer;
    return html;
  }

  #picture(relation: string | undefined): string {
    const target = this.#sources.relations.get(relation ?? '')?.target;
    if (target === undefined) return '';
    const size = this.#pixels ? ` width="${this.#pixels[0]}" height="${this.#pixels[1]}"` : '';
    return `<img src="${escapeHtml(target)}"${size}>`;
  }
}
