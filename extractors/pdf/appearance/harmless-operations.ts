import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Operations that change nothing of which characters and lines are seen where: ISO 32000-1, annex A, by pdf.js's names. */
export const HARMLESS_OPERATIONS: ReadonlySet<number> = new Set<number>([
  // pdf.js's own: what follows needs an object.
  OPS.dependency,
  // 8.4.3: how wide, in which dashes and with what ends lines are stroked.
  OPS.setLineWidth,
  OPS.setLineCap,
  OPS.setLineJoin,
  OPS.setMiterLimit,
  OPS.setDash,
  OPS.setRenderingIntent,
  OPS.setFlatness,
  // 8.6.8: pdf.js resolves colour spaces with the colours.
  OPS.setFillColorSpace,
  OPS.setStrokeColorSpace,
  // 8.5.3.1: a path that is not painted; pdf.js gives one that clips with its outline.
  OPS.endPath,
  // 9.6.5: the width of a procedure's character.
  OPS.setCharWidth,
  OPS.setCharWidthAndBounds,
  // 14.6: points of the content that mark nothing; 7.8.2: sections that may hold unknown operators.
  OPS.markPoint,
  OPS.markPointProps,
  OPS.beginCompat,
  OPS.endCompat,
]);
