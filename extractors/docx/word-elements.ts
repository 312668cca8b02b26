/**
 * The closed world of a Word document: for each kind of properties what is read here and what changes nothing that a person sees of a
 * number (ISO/IEC 29500-1). Whatever is in neither list is told of the cell in which it stands.
 */

const named = (prefix: string, words: string): string[] => words.split(' ').map((word) => `${prefix}:${word}`);

/** 17.3.2: properties of runs that change nothing. */
const HARMLESS_RUN = new Set([
  ...named('w', 'b bCs i iCs caps smallCaps outline shadow emboss imprint noProof snapToGrid webHidden kern szCs u'),
  ...named('w', 'effect bdr cs em lang oMath ins del moveFrom moveTo rPrChange'),
  ...named('w14', 'glow shadow reflection textOutline ligatures numForm numSpacing stylisticSets cntxtAlts'),
]);

/** Those and what is read in `run-looks.ts`. */
const RUN = new Set([
  ...HARMLESS_RUN,
  ...named(
    'w',
    'rStyle vanish specVanish strike dstrike color shd highlight sz vertAlign position rFonts spacing w rtl',
  ),
  ...named('w', 'eastAsianLayout fitText'),
  'w14:textFill',
]);

/** 17.3.1: properties of paragraphs. */
const PARAGRAPH = new Set([
  ...named('w', 'pStyle numPr outlineLvl shd spacing ind bidi rPr'),
  ...named(
    'w',
    'keepNext keepLines pageBreakBefore widowControl suppressLineNumbers pBdr tabs suppressAutoHyphens kinsoku',
  ),
  ...named(
    'w',
    'wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN adjustRightInd snapToGrid contextualSpacing',
  ),
  ...named(
    'w',
    'mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap divId cnfStyle sectPr pPrChange',
  ),
  // Of Word 2013 (w15): a heading whose text is folded away on the screen.
  'collapsed',
]);

/** 17.4.79: properties of rows. */
const ROW = new Set([
  ...named('w', 'hidden del trHeight gridBefore gridAfter'),
  ...named('w', 'cnfStyle divId wBefore wAfter cantSplit tblHeader tblCellSpacing jc ins trPrChange'),
]);

/** 17.4.70: properties of cells. */
const CELL = new Set([
  ...named('w', 'gridSpan vMerge hMerge shd cellDel'),
  ...named(
    'w',
    'tcW tcBorders noWrap tcMar textDirection tcFitText vAlign hideMark headers cnfStyle cellIns tcPrChange',
  ),
]);

/** 17.3.3, 17.16, 17.13, 22.1: what stands in a paragraph and shows just what is in it. */
const INLINE = new Set([
  ...named('w', 'hyperlink ins moveTo smartTag customXml sdtContent ruby rubyBase'),
  ...named('m', 'oMath oMathPara'),
  'mc:Choice',
  'mc:Fallback',
]);

/** What stands beside text and shows nothing. */
const SILENT = new Set([
  ...named(
    'w',
    'bookmarkStart bookmarkEnd proofErr permStart permEnd lastRenderedPageBreak commentRangeStart commentRangeEnd',
  ),
  ...named('w', 'moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart'),
  ...named('w', 'customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart'),
  ...named('w', 'customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd'),
  ...named('w', 'pPr rPr instrText sdtPr sdtEndPr rt rubyPr smartTagPr customXmlPr footnoteReference endnoteReference'),
  ...named('w', 'commentReference annotationRef footnoteRef endnoteRef softHyphen del moveFrom delText delInstrText'),
  ...named('w', 'separator continuationSeparator'),
  ...named('m', 'rPr ctrlPr oMathParaPr'),
  'wp:docPr',
]);

/** 17.2, 17.4: what stands among paragraphs and tables and shows nothing. */
const SILENT_BLOCKS = new Set([...named('w', 'tcPr sectPr sdtPr sdtEndPr customXmlPr altChunk'), ...SILENT]);

export const WORD_ELEMENTS = {
  harmlessRun: HARMLESS_RUN,
  run: RUN,
  paragraph: PARAGRAPH,
  row: ROW,
  cell: CELL,
  inline: INLINE,
  silent: SILENT,
  silentBlocks: SILENT_BLOCKS,
} as const;
