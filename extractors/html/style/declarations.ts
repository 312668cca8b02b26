import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import { detach } from '../../../src/model/text/detach.ts';
import { EFFECTS, type Visibility } from './properties.ts';

/** A declaration of a property that decides whether an element is seen. */
export interface Declaration {
  readonly property: string;
  readonly visibility: Visibility;
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

/** The declarations of a block that matter, in order. */
export function declarationsIn(nodes: Iterable<CssNode>): Declaration[] {
  const declarations: Declaration[] = [];
  for (const node of nodes) {
    if (node.type !== 'Declaration') continue;
    const property = node.property.toLowerCase();
    const effects = EFFECTS.get(property);
    if (!effects) continue;
    const value = rawText(node.value).toLowerCase();
    const visibility = effects.find((effect) => effect.value.test(value))?.visibility ?? 'shown';
    declarations.push({ property, visibility, isImportant: node.important !== false });
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

export function visibilityBy(winners: Winners): Visibility {
  let worst: Visibility = 'shown';
  for (const { visibility } of winners.values()) {
    if (visibility === 'hidden') return 'hidden';
    if (visibility === 'blanked') worst = 'blanked';
  }
  return worst;
}

interface StyleAttribute {
  readonly declarations: readonly Declaration[];
  /** Where no style sheet says anything else. */
  readonly visibility: Visibility;
}

function parseStyleAttribute(style: string): StyleAttribute {
  const list = parse(style, { ...OUTLINE_ONLY, context: 'declarationList' });
  const declarations = list.type === 'DeclarationList' ? declarationsIn(list.children) : [];
  const winners: Winners = new Map();
  declare(winners, declarations);
  return { declarations, visibility: visibilityBy(winners) };
}

/** Style attributes repeat hundreds of times in a page. */
const KNOWN = new Map<string, StyleAttribute>();
/** Entries; beyond, the cache is emptied: only hostile pages fill it. */
const MOST_KNOWN = 5_000;

/** What a `style` attribute says. */
export function readStyleAttribute(style: string): StyleAttribute {
  let known = KNOWN.get(style);
  if (known === undefined) {
    known = parseStyleAttribute(style);
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
    KNOWN.set(detach(style), known);
  }
  return known;
}
