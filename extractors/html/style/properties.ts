/** Whether a person sees an element: `hidden` cells take no place in a table, `blanked` ones keep their place empty. */
export type Visibility = 'shown' | 'hidden' | 'blanked';

interface Effect {
  /** Of the value in small letters; any other value of the property shows the element. */
  readonly value: RegExp;
  readonly visibility: Visibility;
}

const ZERO = /^0+(?:\.0+)?(?:[a-z]+|%)?$/;
const STRUCK: readonly Effect[] = [{ value: /line-through/, visibility: 'blanked' }];

/** Properties of CSS (and one of Word's) that decide whether an element is seen, each with the values that take it away. */
export const EFFECTS: ReadonlyMap<string, readonly Effect[]> = new Map<string, readonly Effect[]>([
  ['display', [{ value: /^none$/, visibility: 'hidden' }]],
  ['mso-hide', [{ value: /^all$/, visibility: 'hidden' }]],
  [
    'visibility',
    [
      { value: /^collapse$/, visibility: 'hidden' },
      { value: /^hidden$/, visibility: 'blanked' },
    ],
  ],
  ['font-size', [{ value: ZERO, visibility: 'blanked' }]],
  ['opacity', [{ value: ZERO, visibility: 'blanked' }]],
  ['text-decoration', STRUCK],
  ['text-decoration-line', STRUCK],
]);

/** Every declaration that takes an element away has one of these in it; most styles have none. */
export const MAY_HIDE = /none|hid|collapse|size|opacity|through/i;
