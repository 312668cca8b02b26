/** Which of the catalogue's messes each kind of format can show: those that act on figures, labels and the grid. */

const FIGURES = [
  'mixed-editions',
  'late-edition',
  'blank-zeros',
  'dash-zeros',
  'mixed-zeros',
  'blank-totals',
  'round-zeros',
  'not-applicable',
  'full-width-digits',
  'thousands-separators',
  'units-in-cells',
  'notes-in-cells',
  'signs-in-words',
  'spreadsheet-decimals',
  'vague-values',
];

const LABELS = [
  'variant-labels',
  'misprinted-labels',
  'other-totals',
  'other-enumerators',
  'missing-enumerators',
  'other-punctuation',
];

const ROWS = ['subtotal-rows', 'lost-rows', 'group-in-label', 'subtotal-column', 'remarks-column', 'serial-column'];

const TABLES = [
  'missing-header',
  'merged-header',
  'disputes-apart',
  'disputes-in-rows',
  'repeated-header',
  'split-table',
  'joined-tables',
];

const SPANS = ['one-zero-for-row', 'run-cells', 'ambiguous-runs', 'spacer-rows'];

const MARKS = ['spaced-labels', 'broken-labels', 'compatibility-characters', 'traditional-characters', 'split-digits'];

/** Word and sheets hold cells as such, and every character. */
export const CELL_MESSES: readonly string[] = [
  ...FIGURES,
  ...LABELS,
  ...ROWS,
  ...TABLES,
  ...SPANS,
  ...MARKS,
  'invisible-characters',
];

/** On a ruled page lines show what cells there are; characters without a glyph can't be printed. */
export const RULED_MESSES: readonly string[] = [...FIGURES, ...LABELS, ...ROWS, ...TABLES, ...SPANS, ...MARKS];

/** A browser prints what is on the page and leaves out what its style sheet hides. */
export const PRINTED_MESSES: readonly string[] = [
  ...RULED_MESSES,
  'hidden-cells',
  'hidden-columns',
  'hidden-rows',
  'css-tables',
];

/**
 * On a page without lines only alignment tells the columns, so what fills no column of its own, or stands in another place
 * than its column, can't be placed by eye.
 */
export const UNRULED_MESSES: readonly string[] = [
  ...FIGURES,
  ...LABELS,
  'lost-rows',
  'remarks-column',
  'compatibility-characters',
];

/** Recognition has enough to do with the picture itself. */
export const SCAN_MESSES: readonly string[] = [
  'mixed-zeros',
  'blank-zeros',
  'other-totals',
  'lost-rows',
  'thousands-separators',
];
