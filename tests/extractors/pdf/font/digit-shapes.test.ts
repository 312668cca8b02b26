import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { isOtherDigit } from '../../../../extractors/pdf/font/digit-shapes.ts';
import { TrueType } from '../../../../extractors/pdf/font/true-type.ts';
import { fontBytes, REGULAR_PATH } from '../../../../samples/generator/formats/paper/fonts.ts';

const { resolve } = createRequire(import.meta.url);
const liberation = (style: string): Uint8Array =>
  readFileSync(resolve(`pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`));

/** Fonts, and the digits of them that are not like any: they may be anything. */
const FONTS = [
  { name: 'Noto Sans SC, whose outlines overlap themselves', bytes: fontBytes(REGULAR_PATH), unlike: [] },
  { name: 'Liberation Sans, black', bytes: liberation('Bold'), unlike: [] },
  { name: 'Liberation Sans, slanted', bytes: liberation('Italic'), unlike: [1] },
];

describe.each(FONTS)('digits of $name', ({ bytes, unlike }) => {
  const font = new TrueType(bytes);
  const digits = [...'0123456789'].map((digit) => font.outlineOf(digit.charCodeAt(0)) ?? []);

  it('none is taken for another', () => {
    expect(digits.filter((outline, digit) => isOtherDigit(outline, digit))).toEqual([]);
  });

  it.each(digits.map((outline, digit) => ({ outline, digit })))(
    '$digit is known to be no other',
    ({ outline, digit }) => {
      const others = [...digits.keys()].filter((other) => other !== digit && isOtherDigit(outline, other));
      // A zero that is struck through has two holes, as an 8.
      const known = digit === 8 ? 8 : 9;
      expect(others.length).toBe((unlike as readonly number[]).includes(digit) ? 0 : known);
    },
  );
});

it('what is no TrueType font has no outlines', () => {
  expect(new TrueType(new TextEncoder().encode('OTTO, or anything else that is short')).outlineOf(48)).toBeNull();
});
