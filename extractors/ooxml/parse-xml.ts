import { SaxesParser } from 'saxes';
import { decodeBytes } from '../../src/model/text/charset.ts';
import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';
import { Compatibility, type Fate } from './compatibility.ts';

/** An element with its names in the usual prefixes (`w:p`, `r:id`), whatever prefixes and edition the file uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

type XmlNode = XmlElement | string;

/** Namespaces by their last words: transitional and strict OOXML differ only in what stands before. */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['/wordprocessingml/main', 'w'],
  ['/wordprocessingml/2006/main', 'w'],
  ['/spreadsheetml/main', 'x'],
  ['/spreadsheetml/2006/main', 'x'],
  ['/officeDocument/relationships', 'r'],
  ['/officeDocument/2006/relationships', 'r'],
  ['/drawingml/main', 'a'],
  ['/drawingml/2006/main', 'a'],
  ['/drawingml/wordprocessingDrawing', 'wp'],
  ['/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['/officeDocument/math', 'm'],
  ['/officeDocument/2006/math', 'm'],
  ['/drawingml/spreadsheetDrawing', 'xdr'],
  ['/drawingml/2006/spreadsheetDrawing', 'xdr'],
  ['/office/word/2010/wordml', 'w14'],
  ['/office/word/2010/wordprocessingShape', 'wps'],
  ['/spreadsheetml/2009/9/main', 'x14'],
  ['/excel/2006/main', 'xm'],
  ['/markup-compatibility/2006', 'mc'],
  ['schemas-microsoft-com:vml', 'v'],
  ['purl.org/dc/elements/1.1/', 'dc'],
];

const prefixOf = (uri: string): string => PREFIXES.find(([ending]) => uri.endsWith(ending))?.[1] ?? '';

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  /** What becomes of it when it is complete. */
  fate: Fate;
}

/**
 * Reads one XML part. Namespaces become their usual prefixes; elements of any other namespace keep the bare name, unless they are
 * to be ignored, and choices that no program can take are left out (see `compatibility.ts`).
 *
 * @param part the part's name, for messages
 * @param prune elements for which this holds once they are complete are left out, so that a sheet of a million empty
 * cells takes no room
 * @throws ReadError for a document type (its entities are how XML bombs are made), XML that is not well formed, and parts
 * nested too deep or with too many elements
 */
export function parseXml(bytes: Uint8Array, part: string, prune?: (element: XmlElement) => boolean): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const known = new Map<string, string>();
  const prefixed = (uri: string, local: string): string => {
    let prefix = known.get(uri);
    if (prefix === undefined) {
      prefix = prefixOf(uri);
      known.set(uri, prefix);
    }
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  const compatibility = new Compatibility();
  const root: OpenElement = { name: '', attributes: {}, children: [], fate: 'kept' };
  const open: OpenElement[] = [root];
  let kept = 0;
  const resolve = (prefix: string): string | undefined => parser.resolve(prefix);
  parser.on('doctype', () => {
    throw new ReadError('DAMAGED', {
      zh: `${part} 含文档类型声明，文字处理软件不会写入，XML 炸弹才需要；文件未读`,
      en: `${part} has a document type declaration, which no word processor writes and XML bombs need; the file is not read`,
    });
  });
  parser.on('error', ({ message }) => {
    throw new ReadError('DAMAGED', {
      zh: `${part} 不合 XML 语法（${message}）；请打开文件并重新保存`,
      en: `${part} is not well-formed XML (${message}); open the file and save it again`,
    });
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length > LIMITS.xmlDepth) {
      throw new ReadError('TOO_DEEP', {
        zh: `${part} 的元素嵌套超过 ${LIMITS.xmlDepth} 层；已损坏或有恶意`,
        en: `${part} nests elements more than ${LIMITS.xmlDepth} deep; it is broken or hostile`,
      });
    }
    const plain: Record<string, string> = Object.create(null);
    for (const attribute of Object.values(attributes)) {
      const attributeName = prefixed(attribute.uri, attribute.local);
      // One of an unknown namespace must not be taken for the element's own of the same name.
      if (attribute.uri === '' || attributeName.includes(':')) plain[attributeName] = attribute.value;
    }
    const name = prefixed(uri, local);
    compatibility.open(open.length, plain, resolve);
    const isRead = name !== local;
    const fate = isRead ? 'kept' : compatibility.fateOf(uri, local);
    open.push({
      name,
      attributes: plain,
      children: [],
      fate: name === 'mc:Choice' ? compatibility.choice(plain, resolve) : fate,
    });
  });
  parser.on('closetag', () => {
    const { fate, ...element } = open.pop() as OpenElement;
    compatibility.close(open.length);
    if (fate === 'opened') {
      open.at(-1)?.children.push(...element.children);
      return;
    }
    if (fate === 'dropped' || prune?.(element)) {
      kept -= element.children.filter(isElement).length;
      return;
    }
    kept += 1;
    if (kept > LIMITS.xmlElements) {
      throw new ReadError('TOO_LARGE', {
        zh: `${part} 的元素超过 ${LIMITS.xmlElements} 个；年度报告没有这样大`,
        en: `${part} has more than ${LIMITS.xmlElements} elements; no report is that large`,
      });
    }
    open.at(-1)?.children.push(element);
  });
  const text = (data: string): void => {
    open.at(-1)?.children.push(data);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decodeBytes(bytes).text).close();
  const [top] = root.children.filter(isElement);
  if (!top)
    throw new ReadError('DAMAGED', {
      zh: `${part} 没有 XML 元素；请打开文件并重新保存`,
      en: `${part} holds no XML element; open the file and save it again`,
    });
  return top;
}

const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const elementsOf = (parent: XmlElement | undefined, name?: string): XmlElement[] =>
  parent ? parent.children.filter((node): node is XmlElement => isElement(node) && (!name || node.name === name)) : [];

/** Elements with more children than this are looked through once: some are asked for every run of a paragraph. */
const FEW = 16;
const FIRST_CHILDREN = new WeakMap<XmlElement, ReadonlyMap<string, XmlElement>>();

function firstNamed(parent: XmlElement, name: string): XmlElement | undefined {
  const { children } = parent;
  if (children.length <= FEW) {
    return children.find((node): node is XmlElement => isElement(node) && node.name === name);
  }
  let known = FIRST_CHILDREN.get(parent);
  if (!known) {
    known = new Map(
      elementsOf(parent)
        .reverse()
        .map((element) => [element.name, element]),
    );
    FIRST_CHILDREN.set(parent, known);
  }
  return known.get(name);
}

/** The first child along a path of names; undefined where one is lacking. */
export function childOf(parent: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => at && firstNamed(at, name), parent);
}

/** All text inside an element. */
export const textOf = (node: XmlNode): string => (isElement(node) ? node.children.map(textOf).join('') : node);
