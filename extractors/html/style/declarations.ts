import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import { detach } from '../../../src/model/text/detach.ts';
import { type Judgement, judge, matters } from './properties.ts';

/** A declaration that may change what a person sees of an element, or that overrides one that does. */
export interface Declaration {
  readonly property: string;
  /** In small letters, but for `content`. */
  readonly value: string;
  readonly judgement: Judgement;
  /** It has no effect on inline elements. */
  readonly isOfBoxes: boolean;
  readonly isImportant: boolean;
}

/** css-tree is asked for the outline only; values and selectors are left as text. */
export const OUTLINE_ONLY = {
  parseValue: false,
  parseRulePrelude: false,
  parseAtrulePrelude: false,
  parseCustomProperty: false,
} as const;

/** The text of a part that was left as text, without comments. */
export const rawText = (node: CssNode | null): string =>
  node?.type === 'Raw' ? node.value.replace(/\/\*[\s\S]*?\*\//g, ' ').trim() : '';

const ESCAPE = /\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi;
/** Text of CSS with its escapes resolved (CSS Syntax 3 §4.3.7). */
export const unescapeCss = (text: string): string =>
  text.includes('\\')
    ? text.replace(ESCAPE, (_, code?: string, char?: string) => {
        const point = code === undefined ? 0 : Number.parseInt(code, 16);
        return code === undefined ? (char ?? '') : point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
      })
    : text;

const FONT_SIZE =
  /(?:^|\s)((?:\d+\.?\d*|\.\d+)(?:[a-z]+|%)|0|(?:x{1,2}-|xxx-)?(?:small|large)|medium|smaller|larger)(?:\s*\/\s*\S+)?\s+\S/;

function declarationOf(property: string, value: string, isImportant: boolean): Declaration[] {
  const judged = judge(property, value);
  if (!judged) return [];
  const own = { property, value, ...judged, isImportant };
  if (property !== 'font') return [own];
  const size = FONT_SIZE.exec(value)?.[1];
  const family = { ...own, property: 'font-family' };
  return size === undefined ? [family] : [family, { ...own, property: 'font-size', value: size }];
}

/** Properties by the direction of the text (CSS Logical Properties 1), as where it runs from left to right. */
const PHYSICAL: ReadonlyMap<string, string> = new Map(
  (
    'inline-size width block-size height max-inline-size max-width max-block-size max-height ' +
    'margin-inline-start margin-left margin-inline-end margin-right margin-block-start margin-top margin-block-end margin-bottom margin-inline margin-left ' +
    'margin-block margin-top padding-inline-start padding-left padding-inline-end padding-right padding-inline padding-left ' +
    'inset-inline-start left inset-inline-end right inset-block-start top inset-block-end bottom inset-inline left inset-block top ' +
    'overflow-inline overflow-x overflow-block overflow-y'
  )
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' ') as [string, string]),
);

/** The declarations of a block that matter, in order. */
export function declarationsIn(nodes: Iterable<CssNode>): Declaration[] {
  const declarations: Declaration[] = [];
  for (const node of nodes) {
    if (node.type !== 'Declaration') continue;
    const named = unescapeCss(node.property).toLowerCase();
    const property = PHYSICAL.get(named) ?? named;
    if (!matters(property)) continue;
    const raw = rawText(node.value);
    const value = property === 'content' ? raw : unescapeCss(raw).toLowerCase();
    declarations.push(...declarationOf(property, value, node.important !== false));
  }
  return declarations;
}

/** For each property the declaration that wins. */
export type Winners = Map<string, Declaration>;

/** Lays declarations over those that came before, by the cascade of CSS. */
export function declare(into: Winners, declarations: readonly Declaration[]): void {
  for (const declaration of declarations) {
    if (declaration.isImportant || !into.get(declaration.property)?.isImportant) {
      into.set(declaration.property, declaration);
    }
  }
}

function parseStyleAttribute(style: string): readonly Declaration[] {
  const list = parse(style, { ...OUTLINE_ONLY, context: 'declarationList' });
  return list.type === 'DeclarationList' ? declarationsIn(list.children) : [];
}

/** Small gaps, and sizes of fonts as they are read: what changes nothing where nothing unusual stands around. */
export const isIdle = ({ property, judgement, value }: Declaration): boolean =>
  judgement === 'plain' ||
  (GAPS.test(property) && SMALL_GAPS.test(value)) ||
  (property === 'font-size' && /^(?:9|1\d)(?:\.\d+)?pt$|^1[2-9]px$/.test(value));

const GAPS = /^(?:margin|padding)/;

/** Without a style sheet a plain declaration overrides nothing, and sizes of boxes that let all be seen change nothing. */
function withoutIdle(winners: Winners): Winners | null {
  const isCut =
    ['overflow', 'overflow-x', 'overflow-y'].some((property) => winners.has(property)) ||
    /inline-/.test(winners.get('display')?.value ?? '');
  for (const [property, declaration] of winners) {
    const hasNoEffect =
      (isIdle(declaration) && property !== 'font-size') || (!isCut && /^(?:max-)?(?:width|height)$/.test(property));
    if (hasNoEffect) winners.delete(property);
  }
  return winners.size > 0 ? winners : null;
}
/** In points and pixels a gap or an overlap of less than a digit. */
const SMALL_GAPS =
  /^(?:(?:-?0?\.\d+p[tx]|-?0(?:\.0+)?(?:pt|px|em|cm|mm|in|%)?|[1-7](?:\.\d+)?p[tx]|-[12](?:\.\d+)?p[tx]|auto)(?:\s+|$))+$/;

interface StyleAttribute {
  readonly declarations: readonly Declaration[];
  /** Where no style sheet says anything else; null where nothing matters. */
  readonly winners: Winners | null;
}

/** Style attributes repeat hundreds of times in a page. */
const KNOWN = new Map<string, StyleAttribute>();
/** Entries; beyond, the cache is emptied: only hostile pages fill it. */
const MOST_KNOWN = 5_000;

/** What a `style` attribute says. */
export function readStyleAttribute(style: string): StyleAttribute {
  let known = KNOWN.get(style);
  if (known === undefined) {
    const declarations = parseStyleAttribute(style);
    const winners: Winners = new Map();
    declare(winners, declarations);
    known = { declarations, winners: withoutIdle(winners) };
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
    KNOWN.set(detach(style), known);
  }
  return known;
}
