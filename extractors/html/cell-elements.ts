import { type ChildNode, type Element, isTag } from 'domhandler';

/** What is seen of an element: its contents, some nodes of it, a text; a mark beside a number; a text that is crossed out; nothing. */
type Seen =
  | 'contents'
  | 'mark'
  | 'struck'
  | 'nothing'
  | { readonly text: string }
  | { readonly nodes: readonly ChildNode[] };

/** How an element in a cell is read that is not simply its text. */
export interface CellElement {
  /** In HTML, where nothing else is said. */
  readonly source: string;
  readonly seen: (element: Element) => Seen;
  /** Whether a person may see something else. */
  readonly isDoubted: (element: Element) => boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;
const as =
  (seen: Seen): (() => Seen) =>
  () =>
    seen;

const elementsOf = (element: Element): Element[] => element.children.filter(isTag);

function textOf(element: Element, isSkipped: (element: Element) => boolean = never): string {
  let text = '';
  for (const child of element.children) {
    if (child.type === 'text') text += child.data;
    else if (isTag(child) && !isSkipped(child)) text += textOf(child, isSkipped);
  }
  return text;
}

function descendants(element: Element, into: Element[] = []): Element[] {
  for (const child of elementsOf(element)) {
    into.push(child);
    descendants(child, into);
  }
  return into;
}

const TYPED = /^(?:text|number|search|tel|url|email|submit|button|reset|)$/;
const typeOf = ({ attribs }: Element): string => (attribs.type ?? '').trim().toLowerCase();
const KNOWN_TYPES = /^(?:hidden|checkbox|radio|file|color|range|date|month|week|time|datetime-local|password|image)$/;

function seenOfInput(element: Element): Seen {
  const type = typeOf(element);
  const isTyped = TYPED.test(type) || !KNOWN_TYPES.test(type);
  return isTyped || /^(?:date|month|week|time)/.test(type) ? { text: element.attribs.value ?? '' } : 'nothing';
}

const isSelected = ({ attribs }: Element): boolean => attribs.selected !== undefined;

/** The option that a closed list shows: the last that is selected, else the first. */
function seenOfSelect(element: Element): Seen {
  const options = descendants(element).filter(({ name }) => name === 'option');
  const chosen = options.findLast(isSelected) ?? options.find(({ attribs }) => attribs.disabled === undefined);
  return chosen ? { text: chosen.attribs.label ?? textOf(chosen) } : 'nothing';
}

/** MathML that stands on the line as its characters do. */
const ON_THE_LINE = new Set(['mrow', 'mn', 'mi', 'mo', 'mtext', 'mstyle', 'semantics', 'annotation']);
const isDrawnOnly = ({ name }: Element): boolean =>
  /^(?:title|desc|metadata|defs|style|script|symbol|clippath|mask)$/i.test(name);

const isNoSize = ({ attribs }: Element): boolean =>
  [attribs.width, attribs.height].some((size) => size !== undefined && Number.parseInt(size, 10) <= 1);
const isProgram = (element: Element): boolean => /^(?:module|.*(?:java|ecma|j)script.*|)$/.test(typeOf(element));

/** Every element of which a person may see something else than its text, but for those that are never shown. */
export const CELL_ELEMENTS: ReadonlyMap<string, CellElement> = new Map<string, CellElement>([
  ...['sup', 'sub'].map((name) => [name, { source: '§4.5.19', seen: as('mark'), isDoubted: never }] as const),
  ...['del', 's', 'strike'].map((name) => [name, { source: '§4.7.2', seen: as('struck'), isDoubted: never }] as const),
  [
    'input',
    {
      source: '§4.10.5',
      seen: seenOfInput,
      isDoubted: (element) =>
        typeOf(element) !== 'hidden' &&
        (!TYPED.test(typeOf(element)) || (!element.attribs.value && Boolean(element.attribs.placeholder))),
    },
  ],
  [
    'textarea',
    {
      source: '§4.10.11',
      seen: as('contents'),
      isDoubted: (element) => Boolean(element.attribs.placeholder) && textOf(element) === '',
    },
  ],
  [
    'select',
    {
      source: '§4.10.7',
      seen: seenOfSelect,
      isDoubted: ({ attribs }) => attribs.multiple !== undefined || Number.parseInt(attribs.size ?? '1', 10) > 1,
    },
  ],
  ['button', { source: '§4.10.6', seen: as('contents'), isDoubted: never }],
  [
    'details',
    {
      source: '§4.11.1',
      seen: (element) =>
        element.attribs.open === undefined
          ? {
              nodes: elementsOf(element)
                .filter(({ name }) => name === 'summary')
                .slice(0, 1),
            }
          : 'contents',
      isDoubted: never,
    },
  ],
  [
    'object',
    {
      source: '§4.8.7',
      seen: ({ attribs }) => (attribs.data === undefined && attribs.classid === undefined ? 'contents' : 'nothing'),
      isDoubted: ({ attribs }) => attribs.data !== undefined || attribs.classid !== undefined,
    },
  ],
  ['applet', { source: '§16.2', seen: as('contents'), isDoubted: always }],
  ['marquee', { source: '§16.3.1', seen: as('contents'), isDoubted: always }],
  ['q', { source: '§4.5.7', seen: as('contents'), isDoubted: always }],
  ['script', { source: '§4.12.1', seen: as('nothing'), isDoubted: isProgram }],
  [
    'template',
    { source: '§4.12.3', seen: as('nothing'), isDoubted: ({ attribs }) => attribs.shadowrootmode !== undefined },
  ],
  ['iframe', { source: '§4.8.5', seen: as('nothing'), isDoubted: (element) => !isNoSize(element) }],
  ...['embed', 'canvas', 'video', 'frame'].map(
    (name) =>
      [name, { source: '§4.8.6, §4.12.5', seen: as('nothing'), isDoubted: (one: Element) => !isNoSize(one) }] as const,
  ),
  ['audio', { source: '§4.8.9', seen: as('nothing'), isDoubted: ({ attribs }) => attribs.controls !== undefined }],
  [
    'svg',
    {
      source: 'SVG 2 §11',
      seen: (element) => ({ text: textOf(element, isDrawnOnly) }),
      isDoubted: (element) =>
        descendants(element).some((one) => !isDrawnOnly(one) && !isDrawnOnly(one.parent as Element)),
    },
  ],
  [
    'math',
    {
      source: 'MathML Core §2',
      seen: (element) => ({ text: textOf(element, ({ name }) => name.startsWith('annotation')) }),
      isDoubted: (element) =>
        [element, ...descendants(element)].some(
          ({ name, attribs }) =>
            (name !== 'math' && !ON_THE_LINE.has(name)) ||
            Object.keys(attribs).some((attribute) => attribute !== 'xmlns' && attribute !== 'display'),
        ),
    },
  ],
  [
    'li',
    {
      source: '§4.4.8',
      seen: as('contents'),
      isDoubted: ({ parent, attribs }) =>
        attribs.value !== undefined || (parent !== null && isTag(parent) && parent.name === 'ol'),
    },
  ],
]);
