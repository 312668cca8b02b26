import { detach } from '../../../src/model/text/detach.ts';
import { pixels } from './lengths.ts';

/**
 * Every property of CSS is in one of three lists: what the reader understands, what can't change which characters a person sees
 * (`isHarmless`), and all others, which put a doubt on the cell.
 */
export type Judgement =
  /** Nothing of the element is seen, and it takes no place. */
  | 'gone'
  /** Its place stays, empty. */
  | 'blank'
  /** Crossed out. */
  | 'struck'
  /** A small mark above or below the line. */
  | 'raised'
  /** It depends on the elements around: `scene.ts` says what becomes of it. */
  | 'context'
  | 'plain'
  | 'unsure';

interface Understood {
  readonly source: string;
  /** The values that are valid; a browser drops a declaration with another one (CSS Syntax 3 §2.2). */
  readonly valid?: RegExp;
  /** The first that a value fulfils. */
  readonly effects?: readonly (readonly [RegExp | ((value: string) => boolean), Judgement])[];
  /** Any other valid value. */
  readonly otherwise: Judgement;
  /** The property has no effect on inline elements. */
  readonly isOfBoxes?: true;
}

const ZERO = /^[+-]?(?:0+(?:\.0+)?|\.0+)(?:[a-z]+|%)?$/;
/** Of a font that nobody has set, in pixels. */
const USUAL_SIZE = 14;
const length = (value: string): number | null => pixels(value, USUAL_SIZE);
const between =
  (least: number, most: number) =>
  (value: string): boolean => {
    const size = length(value);
    return size !== null && size >= least && size <= most;
  };
const OF_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)%?$/;
const share = (value: string): number => Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1);

/** Beyond this, in pixels, nothing of a cell is on the page. */
export const FAR = 500;

const STRUCK: Understood = {
  source: 'CSS Text Decoration 3 §2.1',
  effects: [[/line-through/, 'struck']],
  otherwise: 'plain',
};
const CONTEXT = (source: string, valid?: RegExp): Understood => ({
  source,
  otherwise: 'context',
  ...(valid ? { valid } : {}),
});
const ONLY_NONE = (source: string): Understood => ({
  source,
  effects: [[/^(?:none|normal|auto|initial|unset|revert)$/, 'plain']],
  otherwise: 'unsure',
});

const GLOBAL = 'inherit|initial|unset|revert';
const FUNCTIONS = /([a-z0-9]+)\(([^()]*)\)/g;
const functionsOf = (value: string): readonly (readonly [string, readonly string[]])[] =>
  [...value.matchAll(FUNCTIONS)].map(([, name = '', list = '']) => [name, list.split(',').map((part) => part.trim())]);

/** Whether one of the functions of a `transform` leaves nothing on the page. */
const movesAway = (value: string): boolean =>
  functionsOf(value).some(([name, list]) => {
    if (/^scale[xy]?$/.test(name)) return list.some((one) => share(one) === 0);
    return /^translate/.test(name) && list.some((one) => Math.abs(length(one) ?? 0) >= FAR);
  });
/** Whether all of them leave the characters where and as they are. */
const movesLittle = (value: string): boolean =>
  value === 'none' ||
  functionsOf(value).every(([name, list]) => {
    if (/^scale(?:[xy]|3d)?$/.test(name)) return list.every((one) => share(one) >= 0.5 && share(one) <= 3);
    if (/^translate/.test(name)) return list.every((one) => between(-3, 3)(one));
    return (name === 'rotate' || name === 'skewx') && list.every((one) => /^-?(?:[0-9]|1\d)(?:\.\d+)?deg$/.test(one));
  });

const UNDERSTOOD: ReadonlyMap<string, Understood> = new Map<string, Understood>([
  [
    'display',
    {
      source: 'CSS Display 3 §2',
      valid: new RegExp(
        `^(?:none|inline|block|list-item|contents|flow-root|run-in|(?:inline-)?(?:block|flex|grid|table)|table-[a-z-]+|ruby[a-z-]*|-[a-z]+-[a-z-]+|(?:block|inline) (?:flow|flow-root|flex|grid|table)|math|${GLOBAL})$`,
      ),
      effects: [[/^none$/, 'gone']],
      otherwise: 'context',
    },
  ],
  ['mso-hide', { source: 'Word', effects: [[/^all$/, 'gone']], otherwise: 'plain' }],
  ['visibility', CONTEXT('CSS 2.2 §11.2', new RegExp(`^(?:visible|hidden|collapse|${GLOBAL})$`))],
  [
    'opacity',
    {
      source: 'CSS Color 4 §12',
      valid: new RegExp(`${OF_NUMBER.source}|^(?:${GLOBAL})$|\\(`),
      effects: [
        [(value) => share(value) < 0.03, 'blank'],
        [(value) => share(value) < 0.3, 'unsure'],
        [/\(/, 'unsure'],
      ],
      otherwise: 'plain',
    },
  ],
  ['font-size', CONTEXT('CSS Fonts 4 §2.5')],
  ['font', CONTEXT('CSS Fonts 4 §2.7')],
  ['font-family', CONTEXT('CSS Fonts 4 §2.1')],
  ['color', CONTEXT('CSS Color 4 §3')],
  ['-webkit-text-fill-color', CONTEXT('Compatibility Standard §3.5')],
  ['background', CONTEXT('CSS Backgrounds 3 §2.10')],
  ['background-color', CONTEXT('CSS Backgrounds 3 §2.2')],
  ['background-image', CONTEXT('CSS Backgrounds 3 §2.3')],
  ['background-clip', { source: 'CSS Backgrounds 4 §2.4', effects: [[/text/, 'unsure']], otherwise: 'plain' }],
  ['text-decoration', STRUCK],
  ['text-decoration-line', STRUCK],
  ['text-underline-offset', { source: 'CSS Text Decoration 4 §2.8', effects: [[/^-/, 'unsure']], otherwise: 'plain' }],
  [
    'position',
    CONTEXT('CSS 2.2 §9.3.1', new RegExp(`^(?:static|relative|absolute|fixed|(?:-webkit-)?sticky|${GLOBAL})$`)),
  ],
  ...['left', 'right', 'top', 'bottom', 'inset', 'z-index'].map((name) => [name, CONTEXT('CSS 2.2 §9.3.2')] as const),
  ...['width', 'height', 'max-width', 'max-height', 'overflow', 'overflow-x', 'overflow-y'].map(
    (name) => [name, CONTEXT('CSS Overflow 3 §3.1')] as const,
  ),
  ...[
    'margin',
    'margin-left',
    'margin-right',
    'margin-top',
    'margin-bottom',
    'padding',
    'padding-left',
    'padding-right',
  ].map((name) => [name, CONTEXT('CSS 2.2 §8.3')] as const),
  ['clip', CONTEXT('CSS Masking 1, appendix A')],
  ['direction', CONTEXT('CSS Writing Modes 4 §2.1', new RegExp(`^(?:ltr|rtl|${GLOBAL})$`))],
  ['unicode-bidi', CONTEXT('CSS Writing Modes 4 §2.2')],
  ['float', CONTEXT('CSS 2.2 §9.5')],
  ['content', CONTEXT('CSS Content 3 §1')],
  [
    'clip-path',
    {
      source: 'CSS Masking 1 §5.1',
      effects: [
        [/^(?:none|inset\((?:0[a-z%]*\s*)+\))$/, 'plain'],
        [/^(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|ellipse\(\s*0|polygon\((?:\s*0[a-z%]*,?)+\))/, 'blank'],
      ],
      otherwise: 'unsure',
    },
  ],
  [
    'text-indent',
    {
      source: 'CSS Text 3 §8.1',
      effects: [
        [(value) => (length(value) ?? 0) <= -FAR || /^-\d{3,}%$/.test(value), 'blank'],
        [(value) => between(-60, FAR)(value), 'plain'],
        [/^-?\d?\d(?:\.\d+)?%$/, 'plain'],
        [new RegExp(`^(?:${GLOBAL})$`), 'plain'],
      ],
      otherwise: 'unsure',
      isOfBoxes: true,
    },
  ],
  [
    'transform',
    {
      source: 'CSS Transforms 1 §13',
      effects: [
        [movesAway, 'blank'],
        [movesLittle, 'plain'],
      ],
      otherwise: 'unsure',
      isOfBoxes: true,
    },
  ],
  ...['rotate', 'scale', 'translate'].map(
    (name) => [name, { ...ONLY_NONE('CSS Transforms 2 §4'), isOfBoxes: true }] as const,
  ),
  [
    'filter',
    {
      source: 'Filter Effects 1 §7',
      effects: [
        // Of old versions of Internet Explorer; no valid value today.
        [/^(?:none|alpha|progid|gray\b|chroma|mask)/, 'plain'],
        [/opacity\(\s*(?:0*\.?0+)%?\s*\)/, 'blank'],
        [/^(?:(?:grayscale|sepia|hue-rotate|saturate)\([^()]*\)\s*)+$/, 'plain'],
      ],
      otherwise: 'unsure',
    },
  ],
  [
    'content-visibility',
    { source: 'CSS Containment 2 §4', effects: [[/^hidden$/, 'blank']], otherwise: 'plain', isOfBoxes: true },
  ],
  [
    'vertical-align',
    {
      source: 'CSS 2.2 §10.8.1',
      effects: [
        [/^(?:super|sub)$/, 'raised'],
        [(value) => Math.abs(length(value) ?? 0) >= 3 || /^-?[2-9]\d%$/.test(value), 'raised'],
      ],
      otherwise: 'plain',
    },
  ],
  ['font-variant-position', { source: 'CSS Fonts 4 §6.6', effects: [[/super|sub/, 'raised']], otherwise: 'plain' }],
  [
    'font-variant',
    { source: 'CSS Fonts 4 §6.11', effects: [[/super|sub|fractions|ordinal/, 'unsure']], otherwise: 'plain' },
  ],
  [
    'font-feature-settings',
    {
      source: 'CSS Fonts 4 §6.12',
      effects: [[/sups|subs|sinf|frac|afrc|ordn|numr|dnom|ss\d|salt/, 'unsure']],
      otherwise: 'plain',
    },
  ],
  [
    'letter-spacing',
    {
      source: 'CSS Text 3 §7.2',
      effects: [
        [new RegExp(`^(?:normal|${GLOBAL})$`), 'plain'],
        [between(-3, 2 * USUAL_SIZE), 'plain'],
      ],
      otherwise: 'unsure',
    },
  ],
  [
    'word-spacing',
    {
      source: 'CSS Text 3 §7.1',
      effects: [
        [new RegExp(`^(?:normal|${GLOBAL})$`), 'plain'],
        [between(-3, 2 * USUAL_SIZE), 'plain'],
      ],
      otherwise: 'unsure',
    },
  ],
  [
    'text-shadow',
    {
      source: 'CSS Text Decoration 3 §5',
      effects: [
        [/^(?:none|initial|unset|inherit)$/, 'plain'],
        [
          /^(?:#\w+ |[a-z]+ |rgba?\([^()]*\) )?(?:-?[0-3]?(?:\.\d+)?(?:px)? ){1,2}-?[0-3]?(?:\.\d+)?(?:px)?(?: .*)?$/,
          'context',
        ],
      ],
      otherwise: 'unsure',
    },
  ],
  [
    'zoom',
    {
      source: 'CSS Viewport 1 §4',
      effects: [
        [/^(?:normal|reset|initial)$/, 'plain'],
        [(value) => share(value) >= 0.5 && share(value) <= 3, 'plain'],
      ],
      otherwise: 'unsure',
    },
  ],
  ['flex-direction', { source: 'CSS Flexbox 1 §5.1', effects: [[/reverse/, 'unsure']], otherwise: 'plain' }],
  ['flex-flow', { source: 'CSS Flexbox 1 §5.3', effects: [[/reverse/, 'unsure']], otherwise: 'plain' }],
  ['flex-wrap', { source: 'CSS Flexbox 1 §5.2', effects: [[/reverse/, 'unsure']], otherwise: 'plain' }],
  ['order', { source: 'CSS Flexbox 1 §5.4', effects: [[ZERO, 'plain']], otherwise: 'unsure' }],
  ...['grid-row', 'grid-column', 'grid-area', 'grid-row-start', 'grid-column-start', 'grid-auto-flow'].map(
    (name) => [name, ONLY_NONE('CSS Grid 1 §8.3')] as const,
  ),
  ...['mask', 'mask-image', '-webkit-mask', '-webkit-mask-image', '-webkit-mask-box-image', 'mask-border'].map(
    (name) => [name, ONLY_NONE('CSS Masking 1 §6')] as const,
  ),
  ...[
    'mix-blend-mode',
    'backdrop-filter',
    'offset-path',
    'offset',
    'animation',
    'animation-name',
    'initial-letter',
  ].map((name) => [name, ONLY_NONE('Compositing 1, Filter Effects 2, Motion Path 1, CSS Animations 1')] as const),
  ...[
    '-webkit-text-security',
    '-webkit-text-stroke',
    '-webkit-text-stroke-width',
    '-webkit-line-clamp',
    'line-clamp',
    '-webkit-box-reflect',
  ].map((name) => [name, ONLY_NONE('Compatibility Standard §3')] as const),
  [
    'line-height',
    {
      source: 'CSS 2.2 §10.8.1',
      effects: [[(value) => (OF_NUMBER.test(value) ? share(value) < 0.5 : (length(value) ?? 20) < 6), 'unsure']],
      otherwise: 'plain',
    },
  ],
  ['text-decoration-color', CONTEXT('CSS Text Decoration 3 §2.3')],
  ['text-decoration-thickness', CONTEXT('CSS Text Decoration 4 §2.4')],
  ...['list-style', 'list-style-type'].map(
    (name) =>
      [
        name,
        {
          source: 'CSS Lists 3 §3.3',
          effects: [[/^(?:(?:none|disc|circle|square|inside|outside|inherit|initial|unset)\s*)+$/, 'plain']],
          otherwise: 'unsure',
        } as Understood,
      ] as const,
  ),
  ...['gap', 'column-gap', 'grid-gap', 'grid-column-gap'].map(
    (name) =>
      [
        name,
        {
          source: 'CSS Box Alignment 3 §8.1',
          effects: [
            [/^(?:normal|initial|unset|inherit)$/, 'plain'],
            [between(0, 6), 'plain'],
          ],
          otherwise: 'unsure',
        } as Understood,
      ] as const,
  ),
  ['justify-content', { source: 'CSS Box Alignment 3 §5.1', effects: [[/space-/, 'unsure']], otherwise: 'plain' }],
  [
    'contain',
    { source: 'CSS Containment 2 §2', effects: [[/size|paint|strict|content/, 'unsure']], otherwise: 'plain' },
  ],
  ['outline-offset', { source: 'CSS Basic User Interface 4 §5.6', effects: [[/^-/, 'unsure']], otherwise: 'plain' }],
  [
    'box-shadow',
    {
      source: 'CSS Backgrounds 3 §6.1',
      effects: [
        [/^none$|inset/, 'plain'],
        [/(?:^|\s)-?(?:[6-9]|\d\d+)(?:px|pt)?\s|\dr?em/, 'unsure'],
      ],
      otherwise: 'plain',
    },
  ],
  ...['border', 'border-left', 'border-right', 'border-width', 'border-left-width', 'border-right-width'].map(
    (name) =>
      [
        name,
        {
          source: 'CSS Backgrounds 3 §3.3',
          effects: [[/(?:^|\s)(?:[1-9]\d*(?:\.\d+)?r?em|(?:0?\.[5-9]\d*)r?em|[1-9]\d+(?:\.\d+)?p[tx])/, 'unsure']],
          otherwise: 'plain',
        } as Understood,
      ] as const,
  ),
  ['all', { source: 'CSS Cascade 4 §3.2', otherwise: 'unsure' }],
]);

/**
 * Properties that say how characters look, where lines break and how boxes are drawn, and never which characters are seen: CSS
 * modules as named in `UNDERSTOOD`; the page model of Word (`mso-`, `tab-`, `layout-`, `punctuation-`, `page`); scroll bars.
 */
const HARMLESS =
  /^(?:--.*|mso-.*|border(?:-.*)?|outline(?:-(?:color|style|width))?|box-(?:sizing|align|pack|flex|orient|decoration-break)|font-(?:weight|style|stretch|width|kerning|synthesis.*|optical-sizing|size-adjust|palette|smoothing|smooth|display|language-override|variant-(?:numeric|caps|ligatures|east-asian|alternates|emoji)|variation-settings|color)|text-(?:align.*|justify.*|rendering|size-adjust|autospace|wrap.*|emphasis.*|combine-upright|orientation|transform|overflow|anchor|spacing-trim|box.*|kashida.*|line-through|underline.*|decoration-(?:style|skip.*)|effect|raise|fit|fill-color)|white-space.*|word-(?:break|wrap)|overflow-(?:wrap|anchor|clip-margin|scrolling)|line-(?:break|height-step)|hyphen.*|tab-.*|layout-.*|punctuation-.*|page.*|break-.*|orphans|widows|size|list-style-(?:position|image)|counter-.*|quotes|table-layout|border-.*|caption-side|empty-cells|cell(?:spacing|padding)|vertical-align-.*|align-.*|justify-(?:items|self)|place-.*|row-gap|column(?:s|-count|-fill|-rule.*|-span|-width)|flex|flex-(?:grow|shrink|basis)|grid|grid-(?:template.*|auto-(?:rows|columns)|row-gap|row-end|column-end)|min-(?:width|height|inline-size|block-size)|aspect-ratio|padding-(?:top|bottom|block.*)|background-(?:position.*|repeat|size|origin|attachment|blend-mode)|cursor|pointer-events|user-select|user-modify|user-drag|touch-.*|scroll.*|overscroll-.*|resize|caret.*|accent-color|appearance|transition.*|transform-(?:origin|style|box)|perspective.*|backface-visibility|will-change|contain-.*|isolation|image-.*|object-.*|tap-highlight-color|ime-mode|behavior|speak.*|writing-mode|ruby-.*|color-(?:scheme|adjust|interpolation)|forced-color-adjust|print-color-adjust|clear|clear.*|mask-.*|shape-.*|float-.*|high-contrast-.*|text-.*-color|osx-.*|interpolation-mode|overflow-style|accelerator|zoom-.*|lang|src|unicode-range|marks|bleed|nav-.*|stroke.*|fill.*|paint-order|dominant-baseline|alignment-baseline|baseline-.*|animation-(?:delay|direction|duration|fill-mode|iteration-count|play-state|timing-function)|align|valign|bgcolor|border|frame|cols?pan|rowspan|margin-trim)$/;

/** A prefix of one maker of browsers. */
const PREFIX = /^-(?:webkit|moz|ms|o|khtml)-/;

/** What a property is understood as, with or without the prefix of a maker. */
const understood = (property: string): Understood | undefined =>
  UNDERSTOOD.get(property) ?? UNDERSTOOD.get(property.replace(PREFIX, ''));

/** A name that no property has is dropped by every browser: hacks as `*zoom` and `_height` meant old ones. */
const isHarmless = (property: string): boolean =>
  !/^-*[a-z]/.test(property) || property.startsWith('--') || HARMLESS.test(property.replace(PREFIX, ''));

/** Pages use some hundred properties; the cache is dropped when hostile input fills it. */
const MATTERS = new Map<string, boolean>();

/** Whether anything that is said of a property may change what is seen. */
export function matters(property: string): boolean {
  let known = MATTERS.get(property);
  if (known === undefined) {
    known = understood(property) !== undefined || !isHarmless(property);
    if (MATTERS.size >= 2_000) MATTERS.clear();
    MATTERS.set(detach(property), known);
  }
  return known;
}

const FROM_ELSEWHERE = /(?:^|[^a-z-])(?:var|env|attr|if)\(/;

/** What a declaration does by itself; null where a browser drops it. */
export function judge(property: string, value: string): { judgement: Judgement; isOfBoxes: boolean } | null {
  const known = understood(property);
  if (!known) return { judgement: 'unsure', isOfBoxes: false };
  const isOfBoxes = known.isOfBoxes ?? false;
  if (property !== 'content' && FROM_ELSEWHERE.test(value)) return { judgement: 'unsure', isOfBoxes };
  if (known.valid && !known.valid.test(value)) return null;
  const found = known.effects?.find(([test]) => (typeof test === 'function' ? test(value) : test.test(value)));
  return { judgement: found?.[1] ?? known.otherwise, isOfBoxes };
}
