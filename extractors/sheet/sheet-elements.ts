/** The elements of a sheet's part (ISO/IEC 29500-1, 18.3): those that are read, and those that change nothing a person sees of a cell. */

const READ =
  'worksheet sheetData row c v f is t r rPr cols col mergeCells mergeCell sheetViews sheetView sheetFormatPr conditionalFormatting cfRule formula dataBar iconSet colorScale cfvo color extLst ext';
const FONTS =
  'strike sz vertAlign rFont name b i u family charset scheme outline shadow condense extend font fill patternFill gradientFill stop fgColor bgColor numFmt';
const NEWER = 'conditionalFormattings conditionalFormatting cfRule dxf dataBar iconSet colorScale cfvo color cfIcon';

const HARMLESS =
  'sheetPr tabColor outlinePr pageSetUpPr dimension pane selection pivotSelection sheetCalcPr sheetProtection protectedRanges protectedRange securityDescriptor scenarios scenario inputCells autoFilter filterColumn filters filter dateGroupItem customFilters customFilter dynamicFilter top10 colorFilter iconFilter sortState sortCondition dataConsolidate dataRefs dataRef customSheetViews customSheetView rowBreaks colBreaks brk phoneticPr rPh dataValidations dataValidation formula1 formula2 hyperlinks hyperlink printOptions pageMargins pageSetup headerFooter oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter customProperties customPr cellWatches cellWatch ignoredErrors ignoredError smartTags cellSmartTags cellSmartTag cellSmartTagPr drawing drawingHF legacyDrawing legacyDrawingHF picture webPublishItems webPublishItem tableParts tablePart border left right top bottom start end diagonal vertical horizontal alignment protection';
/** In `x:ext`: sparklines, validations, slicers and the like of newer programs; what they show lies in cells without a value. */
const HARMLESS_NEWER =
  'negativeFillColor negativeBorderColor axisColor fillColor borderColor id sparklineGroups sparklineGroup colorSeries colorNegative colorAxis colorMarkers colorFirst colorLast colorHigh colorLow sparklines sparkline dataValidations dataValidation formula1 formula2 ignoredErrors ignoredError slicerList slicer protectedRanges protectedRange';

const prefixed = (prefix: string, names: string): string[] => names.split(' ').map((name) => `${prefix}:${name}`);

export const KEPT_ELEMENTS: ReadonlySet<string> = new Set([
  ...prefixed('x', READ),
  ...prefixed('x', FONTS),
  ...prefixed('x14', NEWER),
  'xm:sqref',
  'xm:f',
]);

export const KNOWN_ELEMENTS: ReadonlySet<string> = new Set([
  ...KEPT_ELEMENTS,
  ...prefixed('x', HARMLESS),
  ...prefixed('x14', HARMLESS_NEWER),
]);
