/**
 * Where the HTML standard (section 13.2.6) lets tags stand without repair, as far as its parser and htmlparser2 build the
 * same tree from them. What is not allowed here is not wrong in a page: it is left to the parser of the standard.
 */
export interface Nesting {
  readonly name: string;
  /** Few pages use it, and its rules are its own. */
  readonly isRefused: boolean;
  /** It holds these elements alone, and no text. */
  readonly content: ReadonlySet<string> | null;
  /** It stands only where `content` names it. */
  readonly isBound: boolean;
  /** None may be open when another begins. */
  readonly isAlone: boolean;
  readonly isVoid: boolean;
  readonly isHeading: boolean;
  readonly endsParagraph: boolean;
  /** Items that it ends, in the same list. */
  readonly endsItems: ReadonlySet<string> | null;
  /** An element around it is out of reach of the start tags within it. */
  readonly isBarrier: boolean;
  /** Open elements that its start tag may end. */
  readonly startEnds: ReadonlySet<string>;
  /** Open elements within it that its end tag may end. */
  readonly endEnds: ReadonlySet<string>;
}

const split = (list: string): string[] => list.split(' ').filter((name) => name !== '');
const VOID = 'area base basefont br col embed hr img input keygen link meta param source track wbr';
const REFUSED =
  'bgsound command frame frameset image isindex listing math menuitem noembed noframes plaintext rb rp rt rtc svg template textarea xmp';
const ALONE = 'a nobr button form html head body select';
const HEADING = 'h1 h2 h3 h4 h5 h6';
const BLOCK = `address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header hgroup main menu nav ol pre search section summary ul ${HEADING}`;
const CELL = 'td th';
const SECTION = 'thead tbody tfoot';
const BOUND = `html head body caption colgroup col ${SECTION} tr ${CELL} option optgroup`;
const SCOPE = 'button object applet marquee';
/** Without rules; listed so that all elements of one name share one string, which makes every later comparison quick. */
const INLINE = 'b big code del em font i ins label small span strike strong sub sup tt u s';

const CONTENT: Readonly<Record<string, string>> = {
  html: 'head body script style',
  head: 'meta link base title style script',
  table: `caption colgroup ${SECTION} tr script style`,
  colgroup: 'col',
  thead: 'tr script style',
  tbody: 'tr script style',
  tfoot: 'tr script style',
  tr: `${CELL} script style`,
  select: 'option optgroup',
  optgroup: 'option',
  iframe: '',
};

/** Ended by the end of what they stand in. */
const ITEM = 'li dd dt';
const FLOW = `p ${ITEM}`;

const START_ENDS: Readonly<Record<string, string>> = {
  li: 'p li',
  dd: 'p dd dt',
  dt: 'p dd dt',
  td: CELL,
  th: 'th',
  tr: `tr ${CELL}`,
  tbody: 'thead tbody',
  tfoot: 'thead tbody',
  option: 'option',
  optgroup: 'option optgroup',
  body: 'head',
  // Whether a table ends a paragraph depends on the type of the document.
  table: '',
};

const END_ENDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(split(`${BLOCK} ${SCOPE} ${CELL} caption body`).map((name) => [name, FLOW])),
  ...Object.fromEntries(split(ITEM).map((name) => [name, 'p'])),
  tr: `${FLOW} ${CELL}`,
  ...Object.fromEntries(split(SECTION).map((name) => [name, `${FLOW} ${CELL} tr`])),
  table: `${FLOW} ${CELL} tr ${SECTION} colgroup`,
  select: 'option optgroup',
  optgroup: 'option',
  html: `${FLOW} body`,
};

const isIn = (list: string): ((name: string) => boolean) => {
  const names = new Set(split(list));
  return (name) => names.has(name);
};
const isNotIn = (list: string): ((name: string) => boolean) => {
  const has = isIn(list);
  return (name) => !has(name);
};
const isRefused = isIn(REFUSED);
const isBound = isIn(BOUND);
const isAlone = isIn(ALONE);
const isVoid = isIn(VOID);
const isHeading = isIn(HEADING);
const endsParagraph = isIn(`${BLOCK} ${FLOW} hr table`);
const isBarrier = isIn(`${BLOCK} ${ITEM} ${SCOPE} ${CELL} caption body head html select noscript`);
const NONE: ReadonlySet<string> = new Set();
const ITEMS: Readonly<Record<string, string>> = { li: 'li', dd: 'dd dt', dt: 'dd dt' };

const setOf = (record: Readonly<Record<string, string>>, name: string): ReadonlySet<string> | null => {
  const list = record[name];
  return list === undefined ? null : new Set(split(list));
};

const nestingOf = (name: string): Nesting => ({
  name,
  isRefused: isRefused(name),
  content: setOf(CONTENT, name),
  isBound: isBound(name),
  isAlone: isAlone(name),
  isVoid: isVoid(name),
  isHeading: isHeading(name),
  endsParagraph: endsParagraph(name),
  endsItems: setOf(ITEMS, name),
  isBarrier: isBarrier(name),
  startEnds: setOf(START_ENDS, name) ?? (endsParagraph(name) ? new Set('p') : NONE),
  endEnds: setOf(END_ENDS, name) ?? NONE,
});

/** Any other name is an ordinary element within a line. */
export const NESTING: ReadonlyMap<string, Nesting> = new Map(
  split(`${VOID} ${REFUSED} ${ALONE} ${BLOCK} ${FLOW} ${BOUND} ${SCOPE} ${INLINE} table iframe noscript script`).map(
    (name) => [name, nestingOf(name)],
  ),
);

/** An element without any rules. */
export const ORDINARY: Nesting = nestingOf('');

/** The document around everything. */
export const TOP: Nesting = { ...ORDINARY, content: new Set(['html', 'script', 'style']) };

/** Whether a page that begins with this element has no head. */
export const beginsBody = isNotIn(`${BOUND} meta link base basefont title style script noscript`);
