import { escapeUTF8 } from 'entities';
import type { Message } from '../../src/model/report.ts';
import type { Rgb, ThemeColors } from '../ooxml/colors.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../ooxml/parse-xml.ts';
import type { Relations } from '../ooxml/relations.ts';
import { finishCell, type OpenCell, openCell } from './cell-context.ts';
import { noteMark, unmarked } from './cell-notes.ts';
import { behindTextBoxes, isDrawn, isFloating, isHiddenDrawing } from './drawings.ts';
import { embeddedBlocks } from './embedded-document.ts';
import { type Fields, fieldUnsure, isLeftOut, readFields } from './fields.ts';
import { type Numbering, spaced } from './numbering.ts';
import { paragraphLook } from './paragraph-look.ts';
import { boundCells, plainTable } from './plain-table.ts';
import { isMarkDeleted } from './revisions.ts';
import { notKnown, RunLooks } from './run-looks.ts';
import type { Styles } from './styles.ts';
import { symbolText } from './symbols.ts';
import { WORD_ELEMENTS } from './word-elements.ts';

interface Sources {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly relations: Relations;
  readonly theme: ThemeColors;
  /** The colour of the page. */
  readonly page: Rgb;
  /** All fields are worked out anew when the document is opened. */
  readonly updates: boolean;
  readonly part: (name: string) => Uint8Array | undefined;
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
  /** What is unsure about cells, by the marks in their text. */
  readonly notes: readonly (readonly Message[])[];
  /** What floats over the page and may cover a cell. */
  readonly floating: readonly Message[];
}

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

/** Formulas may stand among paragraphs. */
const FORMULAS = new Set(['m:oMath', 'm:oMathPara']);

const EMU_PER_PIXEL = 9_525;

/** Marks a picture as the place of an embedded document (`w:altChunk`). */
export const CHUNK = 'altChunk:';

const paragraphXml = (content: string, level?: number): string =>
  `<w:p>${level === undefined ? '' : `<w:pPr><w:pStyle w:val="h${level}"/></w:pPr>`}${content}</w:p>`;

const textXml = (text: string): string => (text === '' ? '' : `<w:t>${escapeUTF8(unmarked(text))}</w:t>`);

const within = (path: string, blocks: readonly PlainBlock[]): PlainBlock[] =>
  blocks.map((block) => ({ ...block, path: `${path}/${block.path}` }));

/**
 * Makes of the body of a DOCX one that holds only what a reader of the page sees: changes accepted, hidden text and field
 * codes gone, automatic numbers written out, content controls opened, text boxes behind the paragraph they are anchored in.
 */
export function plainBody(body: XmlElement, sources: Sources): PlainBody {
  const writer = new PlainWriter(sources, readFields(body, sources.updates));
  const blocks = writer.blocks(body);
  const { pictures, notes, floating } = writer;
  return { blocks, pictures, notes, floating };
}

const PROMPT: Message = { zh: '未填写的提示文字', en: 'a prompt that nobody filled in' };
const BOUND: Message = {
  zh: '与数据绑定的控件（w:dataBinding）',
  en: 'a control bound to data kept elsewhere (w:dataBinding)',
};
const CONTENTS: Message = { zh: '目录', en: 'a table of contents' };
const DRAWING: Message = { zh: '图片或图形', en: 'a picture or drawing' };
const FLOATING_BOX: Message = { zh: '浮动的文本框', en: 'a floating text box' };
const OTHER_DOCUMENT: Message = { zh: '嵌入的文档', en: 'an embedded document' };
const NUMBERED: Message = { zh: '数字前的自动编号', en: 'an automatic number in front of a number' };
const OWN_MARK: Message = { zh: '自定义的注释标记', en: 'a note mark of its own' };
const TURNED: Message = { zh: '改变书写方向的字符', en: 'characters that turn the direction of writing' };
/** Embeddings and overrides that run from right to left, and isolates of either kind. */
const TURNING = /[\u202b\u202e\u2067\u2068]/;
/** In text from right to left signs and separate numbers change their places. */
const MIRRORED = /[-+\u2212%\s]/;
const isNumber = (text: string): boolean => /^[\d\s.,%+-]{1,100}$/.test(text) && /\d/.test(text);

class PlainWriter {
  readonly pictures: PlainPicture[] = [];
  readonly notes: (readonly Message[])[] = [];
  readonly floating: Message[] = [];
  readonly #sources: Sources;
  readonly #fields: Fields;
  readonly #looks: RunLooks;
  /** The innermost cell. */
  #cell: OpenCell | null = null;
  /** The colours that may be behind the text, one of which is. */
  #behind: readonly Rgb[];
  /** Those behind the text boxes of the current drawing. */
  #behindBoxes: readonly Rgb[];
  /** The run is of a colour or size that nobody sees. */
  #isUnseen = false;
  /** Within text whose order is turned round (`w:bdo`). */
  #isTurned = false;
  /** Within a drawing, whose elements are not gone through one by one. */
  #isDrawing = false;
  /** Text of a paragraph whose end is deleted, which the next paragraph begins with. */
  #carried = '';
  /** Blocks of the text boxes of the current paragraph. */
  #boxes: string[] = [];
  #pixels: PlainPicture['pixels'] = null;

  constructor(sources: Sources, fields: Fields) {
    this.#sources = sources;
    this.#fields = fields;
    this.#looks = new RunLooks(sources.styles, sources.theme);
    this.#behind = [sources.page];
    this.#behindBoxes = this.#behind;
  }

  /** Something may change what a person sees of the cell; outside of cells nothing depends on it. */
  #note(...notes: readonly Message[]): void {
    this.#cell?.notes.push(...notes);
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
    if (name === 'w:tbl') return [{ xml: this.#table(element), path: `tbl[${place}]` }];
    const content = this.#content(element);
    if (content) return within(`sdt[${place}]`, this.blocks(content));
    if (name === 'w:altChunk' && this.#cell) return this.#chunkInCell(element.attributes['r:id'] ?? '', place);
    const chunk = name === 'w:altChunk' ? this.#picture(`${CHUNK}${element.attributes['r:id'] ?? ''}`) : '';
    if (FORMULAS.has(name)) {
      return [{ xml: paragraphXml(this.#inlineElement(element, undefined)), path: `p[${place}]` }];
    }
    if (!WORD_ELEMENTS.silentBlocks.has(name) && name !== 'w:sdt') this.#note(notKnown(name));
    // An empty paragraph stands where an element shows nothing, so that in a cell the places of those after it stay true.
    return [{ xml: paragraphXml(chunk), path: `p[${place}]` }];
  }

  #table(table: XmlElement): string {
    const { styles, theme } = this.#sources;
    const around = this.#behind;
    const bound = boundCells(table);
    return plainTable(table, (cell, row) => {
      const outer = this.#cell;
      const open = openCell(cell, row, table, { styles, theme, around });
      this.#cell = open;
      this.#behind = open.behind;
      if (bound.has(cell)) this.#note(BOUND);
      const { blocks, notes } = finishCell(
        this.blocks(cell).map(({ xml }) => xml),
        open,
      );
      this.#cell = outer;
      this.#behind = around;
      if (notes.length === 0) return blocks;
      return [paragraphXml(`<w:t>${noteMark(this.notes.push(notes) - 1)}</w:t>`), ...blocks];
    });
  }

  /** The text of another document in a cell. */
  #chunkInCell(relation: string, place: number): PlainBlock[] {
    const bytes = this.#sources.part(this.#target(relation) ?? '');
    const blocks = bytes ? embeddedBlocks(bytes) : null;
    if (!blocks || blocks.some(({ kind }) => kind !== 'paragraph')) this.#note(OTHER_DOCUMENT);
    const texts = (blocks ?? []).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    return [{ xml: paragraphXml(texts.map(textXml).join('<w:br/>')), path: `p[${place}]` }];
  }

  /** What a wrapper shows; undefined where it is none, or shows only what stands elsewhere or nobody wrote. */
  #content(element: XmlElement): XmlElement | undefined {
    if (element.name === 'w:sdt') {
      const properties = childOf(element, 'w:sdtPr');
      const gallery = childOf(properties, 'w:docPartObj', 'w:docPartGallery')?.attributes['w:val'] ?? '';
      const isPlaceholder = childOf(properties, 'w:showingPlcHdr') !== undefined;
      if (isPlaceholder) this.#note(PROMPT);
      else if (childOf(properties, 'w:dataBinding')) this.#note(BOUND);
      const isContents = /^table of contents$/i.test(gallery);
      if (isContents) this.#note(CONTENTS);
      return isPlaceholder || isContents ? undefined : childOf(element, 'w:sdtContent');
    }
    if (element.name === 'mc:AlternateContent') {
      return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
    }
    return WRAPPERS.has(element.name) ? element : undefined;
  }

  #paragraph(paragraph: XmlElement, place: number): PlainBlock[] {
    const { styles } = this.#sources;
    const properties = childOf(paragraph, 'w:pPr');
    const outer = this.#boxes;
    this.#boxes = [];
    const number = this.#number(properties);
    const { isClipped, unsure } = paragraphLook(properties, styles);
    if (this.#cell) this.#note(...unsure);
    const inline = this.#inline(paragraph, properties);
    if (number !== '' && isNumber(inline.replace(/<[^>]*>/g, ''))) this.#note(NUMBERED);
    const text = isClipped ? this.#carried : this.#carried + textXml(spaced(number)) + inline;
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

  /** The automatic number of a paragraph, as far as it is seen. */
  #number(properties: XmlElement | undefined): string {
    const { styles, numbering } = this.#sources;
    const number = styles.numberRef(properties);
    if (!number) return '';
    const mark = this.#looks.look(childOf(properties, 'w:rPr'), properties, this.#behind);
    if (mark.hidden) return '';
    const { text, unsure } = numbering.next(number, styles.paragraphStyle(properties));
    if (text !== '') this.#note(...unsure, ...mark.unsure);
    return mark.unseen ? '' : text;
  }

  #inline(parent: XmlElement, paragraph: XmlElement | undefined): string {
    const pieces = elementsOf(parent).map((element) => this.#inlineElement(element, paragraph));
    return (this.#isTurned ? pieces.reverse() : pieces).join('');
  }

  #text(text: string): string {
    if (this.#isUnseen) return '';
    if (TURNING.test(text)) this.#note(TURNED);
    return textXml(this.#isTurned ? [...text].reverse().join('') : text);
  }

  /** Passages whose direction is said: an override turns their characters round. */
  #directed(element: XmlElement, paragraph: XmlElement | undefined): string {
    const isLeftward = element.attributes['w:val'] === 'rtl';
    const outer = this.#isTurned;
    if (element.name === 'w:bdo') this.#isTurned = isLeftward;
    else if (isLeftward && MIRRORED.test(textOf(element).trim())) this.#note(TURNED);
    const content = this.#inline(element, paragraph);
    this.#isTurned = outer;
    return content;
  }

  #inlineElement(element: XmlElement, paragraph: XmlElement | undefined): string {
    const { name, attributes } = element;
    // The characters behind it are its mark, not part of the text.
    if (attributes['w:customMarkFollows'] !== undefined) this.#note(OWN_MARK);
    if (WORD_ELEMENTS.silent.has(name) || this.#fields.hidden.has(element)) return '';
    switch (name) {
      case 'w:t':
      case 'm:t':
        return this.#text(textOf(element));
      case 'w:fldChar': {
        const unsure = this.#fields.unsure.get(element);
        if (unsure) this.#note(unsure);
        return this.#text(this.#fields.shown.get(element) ?? '');
      }
      case 'w:bdo':
      case 'w:dir':
        return this.#directed(element, paragraph);
      case 'w:tab':
      case 'w:ptab':
        return '<w:tab/>';
      case 'w:br':
        return attributes['w:type'] === 'page' || attributes['w:type'] === 'column' ? '' : '<w:br/>';
      case 'w:cr':
        return '<w:br/>';
      case 'w:noBreakHyphen':
        return this.#text('-');
      case 'w:sym':
        return this.#text(symbolText(attributes['w:font'] ?? '', attributes['w:char'] ?? ''));
      case 'w:r':
      case 'm:r':
        return this.#run(element, paragraph);
      case 'w:fldSimple':
        return this.#simpleField(element, paragraph);
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
        if (!this.#isDrawing && !WORD_ELEMENTS.inline.has(name)) this.#note(notKnown(name));
        return this.#inline(element, paragraph);
    }
  }

  #simpleField(field: XmlElement, paragraph: XmlElement | undefined): string {
    const { 'w:instr': code = '', 'w:dirty': dirty } = field.attributes;
    if (isLeftOut(code, this.#cell !== null)) return '';
    const unsure = fieldUnsure(code, dirty, this.#sources.updates);
    if (unsure) this.#note(unsure);
    return this.#inline(field, paragraph);
  }

  #run(run: XmlElement, paragraph: XmlElement | undefined): string {
    const properties = childOf(run, 'w:rPr');
    const look = this.#looks.look(properties, paragraph, this.#behind);
    if (look.hidden) return '';
    const outer = this.#isUnseen;
    this.#isUnseen = look.unseen;
    const content = this.#inline(run, paragraph);
    this.#isUnseen = outer;
    if (content === '') return '';
    this.#note(...look.unsure);
    if (look.isLeftward && MIRRORED.test(textOf(run).trim())) this.#note(TURNED);
    if (look.struck && this.#cell) this.#cell.struck = true;
    if (look.struck) return '';
    return look.raised ? `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>${content}</w:r>` : content;
  }

  /** The newer of two drawings of one thing; the older where this reader finds nothing in the newer. */
  #alternate(element: XmlElement, paragraph: XmlElement | undefined): string {
    const boxes = this.#boxes.length;
    for (const choice of [...elementsOf(element, 'mc:Choice'), ...elementsOf(element, 'mc:Fallback')]) {
      const content = this.#inline(choice, paragraph);
      if (content !== '' || this.#boxes.length > boxes || !isDrawn(choice)) return content;
    }
    return '';
  }

  #textBox(content: XmlElement): string {
    const [carried, isUnseen, isTurned, isDrawing] = [this.#carried, this.#isUnseen, this.#isTurned, this.#isDrawing];
    const behind = this.#behind;
    this.#behind = this.#behindBoxes;
    this.#carried = '';
    this.#isUnseen = false;
    this.#isTurned = false;
    this.#isDrawing = false;
    this.#boxes.push(...this.blocks(content).map(({ xml }) => xml));
    this.#behind = behind;
    [this.#carried, this.#isUnseen, this.#isTurned, this.#isDrawing] = [carried, isUnseen, isTurned, isDrawing];
    return '';
  }

  #drawing(drawing: XmlElement, paragraph: XmlElement | undefined): string {
    if (isHiddenDrawing(drawing)) return '';
    const outer = this.#pixels;
    const [boxes, isDrawing, behindBoxes] = [this.#boxes.length, this.#isDrawing, this.#behindBoxes];
    this.#isDrawing = true;
    this.#behindBoxes = behindTextBoxes(drawing, this.#sources.theme) ?? [this.#sources.page];
    const extent = childOf(childOf(drawing, 'wp:inline') ?? childOf(drawing, 'wp:anchor'), 'wp:extent')?.attributes;
    const size = [extent?.cx, extent?.cy].map((length) => Math.round(Number(length) / EMU_PER_PIXEL));
    this.#pixels = size.every(Number.isFinite) ? (size as unknown as readonly [number, number]) : null;
    const content = this.#inline(drawing, paragraph);
    this.#pixels = outer;
    this.#isDrawing = isDrawing;
    this.#behindBoxes = behindBoxes;
    this.#noteDrawing(drawing, this.#boxes.slice(boxes));
    return content;
  }

  /** A drawing in a cell may stand for a part of its number; a text box that floats may lie over another cell. */
  #noteDrawing(drawing: XmlElement, boxes: readonly string[]): void {
    const floats = isFloating(drawing);
    if (this.#cell) {
      if (boxes.length === 0) this.#note(DRAWING);
      else if (floats) this.#note(FLOATING_BOX);
    } else if (floats && isNumber(boxes.join(' ').replace(/<[^>]*>/g, ' '))) {
      this.floating.push(FLOATING_BOX);
    }
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
