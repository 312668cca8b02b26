import type { Rng } from '../../generator/rng.ts';

/** How declarations reach an element: all of these mean the same to a browser. */
interface Carried {
  /** Of the element. */
  readonly attributes: string;
  /** Of the style sheet. */
  readonly rules: string;
}

/** Property names in capitals; values keep their case, for some hold addresses. */
const shouted = (css: string): string =>
  css.replace(/(^|;)\s*([a-z-]+)\s*:/g, (_, mark: string, property: string) => `${mark} ${property.toUpperCase()} : `);

/** Addresses of pictures hold semicolons too, and stay as they are. */
const important = (css: string): string =>
  css.includes('url(')
    ? css
    : css
        .split(';')
        .map((one) => `${one} !important`)
        .join(';');

const CARRIERS: readonly ((css: string, name: string) => Carried)[] = [
  (css) => ({ attributes: ` style="${css}"`, rules: '' }),
  (css) => ({ attributes: ` STYLE='${shouted(css)} ;'`, rules: '' }),
  (css, name) => ({ attributes: ` class="${name}"`, rules: `.${name}{${css}}` }),
  (css, name) => ({ attributes: ` class="a ${name} b"`, rules: `td .${name} {\n  ${shouted(css)};\n}` }),
  (css, name) => ({ attributes: ` data-n="${name}"`, rules: `[data-n="${name}"]{${css}}` }),
  (css, name) => ({ attributes: ` class=${name}`, rules: `@media screen{tr .${name},h6{${important(css)}}}` }),
  (css, name) => ({ attributes: ` class="${name}"`, rules: `/* .${name}{} */ table :is(.${name}, .none){${css}}` }),
];

export const carry = (css: string, name: string, rng: Rng): Carried => rng.pick(CARRIERS)(css, name);
