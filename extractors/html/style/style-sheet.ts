import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import { type Declaration, declarationsIn, OUTLINE_ONLY, rawText, unescapeCss } from './declarations.ts';
import { type Holds, mediaHold } from './media.ts';

/** A rule of a style sheet with the declarations that matter. */
export interface StyleRule {
  /** The list of selectors as written. */
  readonly selectors: string;
  readonly declarations: readonly Declaration[];
}

interface StyleSheet {
  readonly rules: readonly StyleRule[];
  /** Families of fonts that the page brings: their glyphs may be any. */
  readonly fonts: readonly string[];
  readonly importsOthers: boolean;
}

/** At-rules whose rules may stand for the page as it is shown, by their condition. */
const CONDITIONS: ReadonlyMap<string, (condition: string) => Holds> = new Map([
  ['media', mediaHold],
  [
    'supports',
    (condition) =>
      /^\(\s*display\s*:\s*(?:grid|flex|block|inline-block)\s*\)$/i.test(condition)
        ? 'yes'
        : /^not\s*\(\s*display\s*:\s*(?:grid|flex|block)\s*\)$/i.test(condition)
          ? 'no'
          : 'maybe',
  ],
  // Layers have an order of their own, which is turned round for important declarations.
  ['layer', () => 'maybe'],
  ['container', () => 'maybe'],
  ['scope', () => 'maybe'],
  ['starting-style', () => 'no'],
]);

/** Blocks within blocks; style sheets have three or four. */
const MOST_NESTED = 20;

interface Around {
  /** Selectors of the rule around, where rules are nested. */
  readonly parent: string | null;
  readonly isUnsure: boolean;
}

/** What may or may not hold is a doubt, wherever it says more than the usual. */
export const unsure = (declaration: Declaration): Declaration =>
  declaration.judgement === 'plain' ? declaration : { ...declaration, property: 'conditions', judgement: 'unsure' };

class StyleSheetReader {
  readonly rules: StyleRule[] = [];
  readonly fonts: string[] = [];
  importsOthers = false;

  read(nodes: Iterable<CssNode>, around: Around, depth = 0): void {
    if (depth > MOST_NESTED) return;
    for (const node of nodes) {
      if (node.type === 'Rule') this.#rule(rawText(node.prelude), node.block.children, around, depth);
      else if (node.type === 'Atrule')
        this.#atRule(node.name.toLowerCase(), rawText(node.prelude), node.block, around, depth);
    }
  }

  #rule(written: string, block: Iterable<CssNode>, around: Around, depth: number): void {
    const { parent } = around;
    const below = parent === null ? written : `:is(${parent}) ${written}`;
    const selectors = parent !== null && written.includes('&') ? written.replaceAll('&', `:is(${parent})`) : below;
    this.#declarations(selectors, block, around);
    const within = { ...around, parent: selectors };
    this.read(block, within, depth + 1);
    for (const node of block) {
      // css-tree leaves nested rules that begin without `&` as they are.
      if (node.type === 'Raw' && node.value.includes('{')) this.#nested(node.value, within, depth + 1);
    }
  }

  #nested(css: string, around: Around, depth: number): void {
    const sheet = parse(css, OUTLINE_ONLY);
    if (sheet.type === 'StyleSheet') this.read(sheet.children, around, depth);
  }

  #declarations(selectors: string, block: Iterable<CssNode>, { isUnsure }: Around): void {
    const declarations = declarationsIn(block);
    if (declarations.length === 0) return;
    this.rules.push({ selectors, declarations: isUnsure ? declarations.map(unsure) : declarations });
  }

  #atRule(
    name: string,
    condition: string,
    block: { readonly children: Iterable<CssNode> } | null,
    around: Around,
    depth: number,
  ): void {
    if (name === 'import') this.importsOthers = true;
    if (!block) return;
    if (name === 'font-face') this.#font(block.children);
    const holds = CONDITIONS.get(name)?.(condition) ?? 'no';
    if (holds === 'no') return;
    const within = {
      ...around,
      isUnsure: around.isUnsure || holds === 'maybe',
    };
    if (around.parent !== null) this.#declarations(around.parent, block.children, within);
    this.read(block.children, within, depth + 1);
  }

  #font(block: Iterable<CssNode>): void {
    for (const node of block) {
      if (node.type !== 'Declaration' || node.property.toLowerCase() !== 'font-family') continue;
      this.fonts.push(unescapeCss(rawText(node.value)).replace(/["']/g, '').trim().toLowerCase());
    }
  }
}

/** The rules of a style sheet that may change what is seen of elements, in order. */
export function readStyleSheet(css: string, holds: Holds = 'yes'): StyleSheet {
  const sheet = parse(css, OUTLINE_ONLY);
  const reader = new StyleSheetReader();
  const around = { parent: null, isUnsure: holds === 'maybe' };
  if (sheet.type === 'StyleSheet') reader.read(sheet.children, around);
  return reader;
}
