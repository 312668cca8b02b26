import type { Effect } from '../effect.ts';

/** An effect on a part of a cell of an HTML page. One of `css` and `markup` says how it is put on. */
export interface PageEffect extends Effect {
  /** Declarations for an element around the part; by which rule or attribute they reach it is drawn by chance. */
  readonly css?: string;
  /** The part as markup. `name` is a class of its own, which `rules` may speak of. */
  readonly markup?: (text: string, name: string) => string;
  /** For the page's style sheet. */
  readonly rules?: string | ((name: string, text: string) => string);
  /** Anything that goes into the body after the tables. */
  readonly after?: string;
}

/** An effect by declarations. */
export const byStyle = (
  name: string,
  source: string,
  sight: PageEffect['sight'],
  css: string,
  more: Partial<PageEffect> = {},
): PageEffect => ({ name, source, sight, css, ...more });

export const byMarkup = (
  name: string,
  source: string,
  sight: PageEffect['sight'],
  markup: NonNullable<PageEffect['markup']>,
  more: Partial<PageEffect> = {},
): PageEffect => ({ name, source, sight, markup, ...more });

/** An effect by what the style sheet says of `<span class=NAME>`; the rules name it as `.NAME`. */
export const byRules = (
  name: string,
  source: string,
  sight: PageEffect['sight'],
  rules: NonNullable<PageEffect['rules']>,
  more: Partial<PageEffect> = {},
): PageEffect => ({
  ...{ name, source, sight },
  markup: (text, own) => `<span class="${own}">${text}</span>`,
  rules: (own, text) => (typeof rules === 'string' ? rules.replaceAll('NAME', own) : rules(own, text)),
  ...more,
});
