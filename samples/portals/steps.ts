import type { Body } from './bodies.ts';
import type { BodyKind, Term, Words } from './half.ts';
import type { Item } from './items.ts';

/** The column as a tree: pages that lead on, lists, tables of bodies by years, and items that are linked by themselves. */
export type Step =
  | { readonly kind: 'hub'; readonly term: Term; readonly children: readonly Step[] }
  | { readonly kind: 'list'; readonly term: Term; readonly items: readonly Item[]; readonly type: string }
  | { readonly kind: 'table'; readonly term: Term; readonly items: readonly Item[] }
  | { readonly kind: 'leaf'; readonly term: Term; readonly item: Item };

type Level = 'kind' | 'body' | 'year';

const KINDS: readonly BodyKind[] = ['government', 'department', 'town'];

export const REPORTS_TYPE = '信息公开年报';

const years = (items: readonly Item[]): number[] =>
  [...new Set(items.map(({ report }) => report.year))].toSorted((a, b) => b - a);

const bodies = (items: readonly Item[]): Body[] => [
  ...new Map(items.map(({ report: { body } }) => [body.id, body])).values(),
];

/** The groups of a level: how each is called, and what is in it. */
function groupsOf(items: readonly Item[], level: Level, words: Words, variant: number): (readonly [Term, Item[]])[] {
  const pick = (terms: readonly Term[]): Term => terms[variant % terms.length] ?? ['', ''];
  const groups: Record<Level, () => (readonly [Term, Item[]])[]> = {
    kind: () =>
      KINDS.map((kind) => [pick(words.groups[kind]), items.filter(({ report }) => report.body.kind === kind)] as const),
    year: () =>
      years(items).map(
        (year) => [[words.year(year), `${year}n`], items.filter(({ report }) => report.year === year)] as const,
      ),
    body: () =>
      bodies(items).map((body) => {
        const own = items.filter(({ report }) => report.body.id === body.id);
        return [[own[0]?.report.called ?? body.short, body.slug], own] as const;
      }),
  };
  return groups[level]().filter(([, found]) => found.length > 0);
}

/** The items under `term`, grouped level by level. */
function arrange(term: Term, items: readonly Item[], levels: readonly Level[], words: Words, variant: number): Step {
  const [level, ...rest] = levels;
  if (!level) return { kind: 'list', term, items, type: REPORTS_TYPE };
  const children = groupsOf(items, level, words, variant).map(([name, found]): Step => {
    const [only] = found;
    // Body and year are both said by now: the group is the report.
    const single = rest.length === 0 && levels.length === 1 && found.length === 1 && only;
    return single && level !== 'kind'
      ? { kind: 'leaf', term: name, item: only }
      : arrange(name, found, rest, words, variant);
  });
  return { kind: 'hub', term, children };
}

/** `order` as the dimension has it. */
export function columnOf(term: Term, items: readonly Item[], order: string, words: Words, variant: number): Step {
  if (order === 'table') return { kind: 'table', term, items };
  const levels = order === 'one list' ? [] : (order.split(' > ') as Level[]);
  return arrange(term, items, levels, words, variant);
}
