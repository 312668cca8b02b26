import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
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

/** Whether the characters of a font look as it says: those of a procedure may be blank, or bring colours of their own. */
export function fontAppearance({
  isType3Font,
  charProcOperatorList,
}: LoadedFont): Pick<FontFacts, 'unclear' | 'blank'> {
  if (!isType3Font) return { unclear: null };
  const procedures = Object.values(charProcOperatorList ?? {});
  const paints = procedures.some(({ fnArray }) => fnArray.some((code) => PAINTS.has(code)));
  if (!paints) return { unclear: null, blank: true };
  const plain = procedures.every(
    ({ fnArray }) => !fnArray.some((code) => UNCLEAR.has(code)) && fnArray.some((code) => PAINTS.has(code)),
  );
  return { unclear: plain ? null : 'procedure' };
}
