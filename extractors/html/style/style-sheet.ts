import type { CssNode } from 'css-tree';
import parse from 'css-tree/parser';
import { type Declaration, declarationsIn, OUTLINE_ONLY, rawText } from './declarations.ts';

/** A rule of a style sheet with the declarations that matter. */
export interface StyleRule {
  /** The list of selectors as written. */
  readonly selectors: string;
  readonly declarations: readonly Declaration[];
}

/** Whether media, as a rule or an element names them, are a screen of any size. */
export const isForScreen = (media: string): boolean =>
  media.split(',').some((query) => /^\s*(?:only\s+)?(?:all|screen)?\s*$/i.test(query));

/** At-rules whose rules stand for the page as it is shown. */
const APPLIES: ReadonlyMap<string, (condition: string) => boolean> = new Map([
  ['media', isForScreen],
  ['supports', () => true],
  ['layer', () => true],
]);

/** Blocks within blocks; style sheets have three or four. */
const MOST_NESTED = 20;

function* rulesIn(nodes: Iterable<CssNode>, depth: number): Generator<StyleRule> {
  for (const node of nodes) {
    if (node.type === 'Rule') {
      const declarations = declarationsIn(node.block.children);
      if (declarations.length > 0) yield { selectors: rawText(node.prelude), declarations };
    } else if (node.type === 'Atrule' && node.block && depth < MOST_NESTED) {
      if (APPLIES.get(node.name.toLowerCase())?.(rawText(node.prelude))) yield* rulesIn(node.block.children, depth + 1);
    }
  }
}

/** The rules of a style sheet that decide whether elements are seen, in order. */
export function readStyleSheet(css: string): StyleRule[] {
  const sheet = parse(css, OUTLINE_ONLY);
  return sheet.type === 'StyleSheet' ? [...rulesIn(sheet.children, 0)] : [];
}
