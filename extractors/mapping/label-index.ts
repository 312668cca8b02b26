import type { Edition, FormRow, FormTable, TableRole } from '../../src/model/forms/form.ts';
import { FORMS } from '../../src/model/forms/forms.ts';
import { detach } from '../../src/model/text/detach.ts';
import { type Enumerator, splitEnumerator } from '../../src/model/text/enumerator.ts';
import { foldText, tidyText } from '../../src/model/text/fold.ts';

/** What a text can be in a form. One text can be several things: 总计 is a row of table 3 and a column of two tables. */
export type LabelHit =
  | { readonly kind: 'row'; readonly role: TableRole; readonly key: string; readonly editions: readonly Edition[] }
  | { readonly kind: 'column'; readonly role: TableRole; readonly key: string; readonly editions: readonly Edition[] }
  | { readonly kind: 'group'; readonly role: TableRole; readonly key: string }
  | { readonly kind: 'block'; readonly role: TableRole; readonly key: string }
  | { readonly kind: 'head'; readonly role: TableRole; readonly key: string }
  | { readonly kind: 'subtotal'; readonly role: TableRole; readonly key: string };

export interface LabelReading {
  readonly folded: string;
  readonly enumerator: Enumerator | null;
  readonly hits: readonly LabelHit[];
  /** The rows of each table among the hits, and the first of its columns: what every step of the mapping asks. */
  readonly rows: Readonly<Record<TableRole, readonly string[]>>;
  readonly column: Readonly<Record<TableRole, string | null>>;
}

/** Header words that hold no figures and name no column. */
const HEADS: readonly { readonly role: TableRole; readonly key: string; readonly texts: readonly string[] }[] = [
  { role: 'proactive', key: 'content', texts: ['信息内容', '信息类别', '内容'] },
  { role: 'requests', key: 'applicants', texts: ['申请人情况', '申请人'] },
  {
    role: 'requests',
    key: 'legal_persons',
    texts: ['法人或其他组织', '法人或者其他组织', '法人和其他组织', '法人及其他组织'],
  },
  {
    role: 'requests',
    key: 'corner',
    texts: [
      '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和',
      '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项',
      '勾稽关系',
    ],
  },
];

const INDEX = new Map<string, LabelHit[]>();

function add(text: string, hit: LabelHit): void {
  const folded = foldText(text);
  const hits = INDEX.get(folded) ?? [];
  INDEX.set(folded, hits);
  const same = hits.findIndex((other) => other.kind === hit.kind && other.role === hit.role && other.key === hit.key);
  const known = hits[same];
  if (!known) {
    hits.push(hit);
  } else if ('editions' in known && 'editions' in hit) {
    hits[same] = { ...known, editions: [...new Set([...known.editions, ...hit.editions])] };
  }
}

const wordings = (item: { label: string; variants?: readonly string[] }) => [item.label, ...(item.variants ?? [])];

/** A row's label may stand in one cell with the labels of the groups that enclose it. */
function groupPrefixes(table: FormTable, row: FormRow): string[] {
  const groups = (row.groups ?? []).flatMap((key) => table.groups.filter((group) => group.key === key));
  if (groups.length === 0 && row.key === 'other') return [];
  return groups.flatMap((_, from) =>
    groups
      .slice(from)
      .reduce<string[]>(
        (prefixes, group, index) =>
          prefixes.flatMap((prefix) =>
            wordings(group).flatMap((label) =>
              index === 0 ? [`${prefix}${label}`] : [`${prefix}${label}`, `${prefix}${group.number}${label}`],
            ),
          ),
        [''],
      ),
  );
}

for (const form of FORMS) {
  for (const table of Object.values(form.tables)) {
    const { role } = table;
    const editions = [form.edition];
    for (const group of table.groups) {
      for (const text of wordings(group)) {
        add(text, { kind: 'group', role, key: group.key });
        for (const sum of ['小计', '合计']) add(`${text}${sum}`, { kind: 'subtotal', role, key: group.key });
      }
    }
    for (const block of table.blocks) {
      if (block.title) add(block.title, { kind: 'block', role, key: block.rows[0]?.key ?? '' });
      for (const column of block.columns) {
        for (const text of wordings(column)) add(text, { kind: 'column', role, key: column.key, editions });
      }
      for (const row of block.rows) {
        for (const text of wordings(row)) {
          add(text, { kind: 'row', role, key: row.key, editions });
          for (const prefix of groupPrefixes(table, row)) {
            add(`${prefix}${text}`, { kind: 'row', role, key: row.key, editions });
            if (row.number) add(`${prefix}${row.number}${text}`, { kind: 'row', role, key: row.key, editions });
          }
        }
      }
    }
  }
}
for (const { role, key, texts } of HEADS) for (const text of texts) add(text, { kind: 'head', role, key });
for (const text of ['小计', '法人或其他组织小计'])
  add(text, { kind: 'subtotal', role: 'requests', key: 'legal_persons' });

const NO_HITS: readonly LabelHit[] = [];

/** Works out once per wording what its hits name. */
function namesOf(hits: readonly LabelHit[]): Pick<LabelReading, 'rows' | 'column'> {
  const rows = { proactive: [] as string[], requests: [] as string[], disputes: [] as string[] };
  const column: Record<TableRole, string | null> = { proactive: null, requests: null, disputes: null };
  for (const { kind, role, key } of hits) {
    if (kind === 'row') rows[role].push(key);
    else if (kind === 'column') column[role] ??= key;
  }
  return { rows, column };
}

const NO_NAMES = namesOf(NO_HITS);

function lookUp(text: string): { folded: string; hits: readonly LabelHit[] } {
  const folded = foldText(text);
  const direct = INDEX.get(folded);
  if (direct) return { folded, hits: direct };
  const bare = foldText(text.replace(/[（(〔[【][^（）()〔〕[\]【】]*[)）〕\]】]/g, ''));
  const noted = bare === folded ? undefined : INDEX.get(bare);
  if (noted) return { folded: bare, hits: noted };
  // The mark behind an enumerator is sometimes lost: "1属于国家秘密", "三本年度办理结果".
  const unnumbered = folded.replace(/^(?:\d{1,2}|[一二三四五六七八九十]{1,2})/, '');
  const stripped = unnumbered === folded ? undefined : INDEX.get(unnumbered);
  return stripped ? { folded: unnumbered, hits: stripped } : { folded, hits: NO_HITS };
}

/** Group labels, folded, longest first. */
const GROUP_LABELS = [...new Set(FORMS.flatMap(({ tables }) => tables.requests.groups.flatMap(wordings)).map(foldText))]
  .filter(({ length }) => length >= 4)
  .sort((a, b) => b.length - a.length);
const GROUP_IN_FRONT = new RegExp(`^(?:[一二三四五六七]?(?:${GROUP_LABELS.join('|')}))+[一二三四五六七]?(?=.{3})`);

/** What may be a row's own label, misprinted, behind the labels of its groups. */
const withoutGroups = (folded: string): string => {
  const own = folded.replace(GROUP_IN_FRONT, '');
  return own === folded ? folded : own.replace(/^\d/, '');
};

function readFresh(text: string): LabelReading {
  const tidy = tidyText(text).replace(/\s/g, '');
  const split = splitEnumerator(tidy);
  const found = lookUp(split && split.rest !== '' ? split.rest : tidy);
  const enumerator = split && split.rest !== '' ? split.enumerator : null;
  if (found.hits.length > 0) return { ...found, enumerator, ...namesOf(found.hits) };
  const own = withoutGroups(found.folded);
  return { folded: own, hits: NO_HITS, enumerator: own === found.folded ? enumerator : null, ...NO_NAMES };
}

/** Labels repeat from report to report; the cache is dropped when hostile input fills it. */
const CACHE = new Map<string, LabelReading>();
/** Longer texts are prose or misprints and do not come again. */
const KEPT_LENGTH = 64;
/** Longer than the longest label with all its groups and spaced-out characters. */
const LABEL_LENGTH = 160;
const EMPTY: LabelReading = { folded: '', enumerator: null, hits: NO_HITS, ...NO_NAMES };

/** Reads a text as a label of the forms: its enumerator, its comparable form and all that it is known to stand for. */
export function readLabel(text: string): LabelReading {
  if (text === '' || text.length > LABEL_LENGTH) return EMPTY;
  const known = CACHE.get(text);
  if (known) return known;
  if (text.length > KEPT_LENGTH) return readFresh(text);
  if (CACHE.size >= 20_000) CACHE.clear();
  // The reading holds parts of the text, so it is made of the copy.
  const own = detach(text);
  const reading = readFresh(own);
  CACHE.set(own, reading);
  return reading;
}

const SORTED = [...INDEX.keys()].sort();

/** Whether a label of the forms begins so, or is so: lines of a label that goes on in the next. */
export function beginsLabel(text: string): boolean {
  const { folded } = readLabel(text);
  if (folded === '') return false;
  let [from, to] = [0, SORTED.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((SORTED[middle] as string) < folded) from = middle + 1;
    else to = middle;
  }
  return SORTED[from]?.startsWith(folded) ?? false;
}

export interface RowLabel {
  readonly key: string;
  readonly number: string | undefined;
  readonly folded: readonly string[];
  readonly editions: readonly Edition[];
}

/** Folded wordings of all numbered lines of table 3, rows and groups: they look like headings of the report. */
export const NUMBERED_LABELS: readonly string[] = FORMS.flatMap(({ tables: { requests } }) => [
  ...requests.groups.flatMap(wordings),
  ...requests.blocks.flatMap(({ rows }) => rows.flatMap(wordings)),
]).map(foldText);

/** The rows of a table over all editions, in printed order: each edition's own rows stand where it prints them. */
function unionRows(role: TableRole): readonly RowLabel[] {
  const rows: RowLabel[] = [];
  for (const form of FORMS) {
    let place = 0;
    for (const row of form.tables[role].blocks.flatMap((block) => block.rows)) {
      const folded = wordings(row).map(foldText);
      const at = rows.findIndex(({ key }) => key === row.key);
      const known = rows[at];
      if (known) {
        const merged = [...new Set([...known.folded, ...folded])];
        rows[at] = { ...known, folded: merged, editions: [...known.editions, form.edition] };
        place = at + 1;
      } else {
        rows.splice(place, 0, { key: row.key, number: row.number, folded, editions: [form.edition] });
        place += 1;
      }
    }
  }
  return rows;
}

export const UNION_ROWS: Readonly<Record<TableRole, readonly RowLabel[]>> = {
  proactive: unionRows('proactive'),
  requests: unionRows('requests'),
  disputes: unionRows('disputes'),
};
