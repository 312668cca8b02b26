/**
 * What the HTML standard's tree construction (section 13.2.6) does with a tag, as far as a page needs no repair.
 * A name that is not listed is `other`. `refused` tags change how what follows is read; a page with one goes to the
 * full parser.
 */
export type TagRole =
  | 'other'
  | 'formatting'
  | 'block'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'definition'
  | 'void'
  | 'rule'
  | 'raw'
  | 'meta'
  | 'frame'
  | 'noscript'
  | 'marker'
  | 'form'
  | 'button'
  | 'select'
  | 'table'
  | 'caption'
  | 'columns'
  | 'column'
  | 'section'
  | 'row'
  | 'cell'
  | 'html'
  | 'head'
  | 'body'
  | 'refused';

const NAMES: Readonly<Record<Exclude<TagRole, 'other'>, string>> = {
  formatting: 'a b big code em font i nobr s small strike strong tt u',
  block:
    'address article aside blockquote center details dir div dl fieldset figcaption figure footer header hgroup main menu nav ol search section summary ul pre listing',
  heading: 'h1 h2 h3 h4 h5 h6',
  paragraph: 'p',
  item: 'li',
  definition: 'dd dt',
  void: 'area br embed img input keygen wbr param source track',
  rule: 'hr',
  raw: 'script style title',
  meta: 'base basefont bgsound link meta',
  frame: 'iframe',
  noscript: 'noscript',
  marker: 'applet marquee object',
  form: 'form',
  button: 'button',
  select: 'select',
  table: 'table',
  caption: 'caption',
  columns: 'colgroup',
  column: 'col',
  section: 'tbody thead tfoot',
  row: 'tr',
  cell: 'td th',
  html: 'html',
  head: 'head',
  body: 'body',
  refused:
    'dialog frame frameset image math noembed noframes optgroup option plaintext rb rp rt rtc ruby svg template textarea xmp',
};

/** A tag's name in small letters, and its role. */
export interface Tag {
  readonly name: string;
  readonly role: TagRole;
}

const TAGS: ReadonlyMap<string, Tag> = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.split(' ').map((name) => [name, { name, role: role as TagRole }] as const),
  ),
);

/** The tag of a name as written. Tags of one name share one string, so that comparing names is comparing references. */
export function tagOf(written: string): Tag {
  const known = TAGS.get(written);
  if (known) return known;
  const name = written.toLowerCase();
  return TAGS.get(name) ?? { name, role: 'other' };
}

const roles = (list: string): ReadonlySet<TagRole> => new Set(list.split(' ') as TagRole[]);

/** An open element of these keeps an end tag from reaching those around it. */
export const SCOPE_ENDS = roles('table cell caption marker html');

/** The standard's "special" elements: an end tag of an ordinary element doesn't reach over them. */
export const SPECIAL = roles(
  'block heading paragraph item definition void rule raw meta frame noscript marker form button select table caption columns column section row cell html head body',
);

/** Where only parts of a table may stand; anything else is moved out of it by the standard. */
export const TABLE_INNER = roles('table section row columns');

/** Parts of a table. */
export const TABLE_PARTS = roles('caption columns column section row cell');
