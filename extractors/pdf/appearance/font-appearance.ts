import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isOtherDigit } from '../font/digit-shapes.ts';
import { TrueType } from '../font/true-type.ts';
import type { PathPart } from '../path-rules.ts';
import type { FontFacts } from '../text-state.ts';

/** What pdf.js tells of a font beyond its metrics. */
interface LoadedFont {
  readonly isType3Font?: boolean;
  readonly charProcOperatorList?: Readonly<Record<string, { readonly fnArray: readonly number[] }>>;
}

/** Operations of a procedure that paint. */
const PAINTS: ReadonlySet<number> = new Set<number>([
  OPS.constructPath,
  OPS.showText,
  OPS.shadingFill,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
  OPS.paintFormXObjectBegin,
]);
/** Procedures that paint with more than the colour of the text, or other text. */
const UNCLEAR: ReadonlySet<number> = new Set<number>([
  OPS.setCharWidth,
  OPS.showText,
  OPS.shadingFill,
  OPS.setGState,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.clip,
  OPS.eoClip,
]);

function isOtherThan(text: string, outline: readonly PathPart[]): boolean {
  const isDrawn = outline.length > 0;
  if (text.trim() === '') return isDrawn;
  return !isDrawn || isOtherDigit(outline, Number(text));
}

const LOOKED_AT = /^(?:\d|\s*)$/;

/** Whether a digit of a font has another shape than its own, or a space has one at all: each is looked at once. */
function falseDigits(program: () => Uint8Array | null): FontFacts['isFalse'] {
  const known = new Map<string, boolean>();
  let font: TrueType | null | undefined;
  return ({ unicode, fontChar }) => {
    if (fontChar === undefined || !LOOKED_AT.test(unicode)) return false;
    const said = `${unicode}${fontChar}`;
    const found = known.get(said);
    if (found !== undefined) return found;
    if (font === undefined) {
      const bytes = program();
      font = bytes ? new TrueType(bytes) : null;
    }
    const outline = font?.outlineOf(fontChar.codePointAt(0) ?? 0);
    const isFalse = outline ? isOtherThan(unicode, outline) : false;
    known.set(said, isFalse);
    return isFalse;
  };
}

/** Whether the characters of a font look as it says: those of a procedure may be blank, or bring colours of their own. */
export function fontAppearance(
  { isType3Font, charProcOperatorList }: LoadedFont,
  program: () => Uint8Array | null,
): Pick<FontFacts, 'unclear' | 'blank' | 'isFalse'> {
  if (!isType3Font) return { unclear: null, isFalse: falseDigits(program) };
  const isFalse = (): boolean => false;
  const procedures = Object.values(charProcOperatorList ?? {});
  const paints = procedures.some(({ fnArray }) => fnArray.some((code) => PAINTS.has(code)));
  if (!paints) return { unclear: null, isFalse, blank: true };
  const plain = procedures.every(
    ({ fnArray }) => !fnArray.some((code) => UNCLEAR.has(code)) && fnArray.some((code) => PAINTS.has(code)),
  );
  return { unclear: plain ? null : 'procedure', isFalse };
}
