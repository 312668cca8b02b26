import { CASCADE_EFFECTS } from './effects/cascade.ts';
import { CHARACTER_EFFECTS } from './effects/characters.ts';
import { ELEMENT_EFFECTS } from './effects/elements.ts';
import { GENERATED_EFFECTS } from './effects/generated.ts';
import { HIDDEN_BY_STYLE, HIDDEN_ROWS } from './effects/hidden-by-style.ts';
import { ORDER_EFFECTS } from './effects/order.ts';
import { SHOWN_BY_STYLE } from './effects/shown-by-style.ts';
import { byMarkup, type PageEffect } from './page-effect.ts';

/** Nothing is done at all: what comes out otherwise than right is the container's doing. */
const CONTROL = byMarkup('(control)', 'nothing is done', 'text', (text) => text);

export const PAGE_EFFECTS: readonly PageEffect[] = [
  CONTROL,
  ...HIDDEN_BY_STYLE,
  ...HIDDEN_ROWS,
  ...SHOWN_BY_STYLE,
  ...CASCADE_EFFECTS,
  ...ELEMENT_EFFECTS,
  ...GENERATED_EFFECTS,
  ...ORDER_EFFECTS,
  ...CHARACTER_EFFECTS,
];
