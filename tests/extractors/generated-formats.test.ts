import { holdFormats, SHEET_WAYS, WORD_WAYS } from '../sweep/hold-formats.ts';
import { range } from '../sweep/seeds.ts';

/**
 * A share of what `npm run sweep -- formats` reads. Pages printed by browsers and offices are in samples/ (pdf-boxes, pdf-chromium,
 * pdf-cut-group, pdf-wrapped-digits, ...), so that no program of this machine has a say.
 */
holdFormats([
  { format: 'docx', seeds: range(0, 24), ways: WORD_WAYS },
  { format: 'xlsx', seeds: range(0, 16), ways: SHEET_WAYS },
  { format: 'pdfkit ruled', seeds: range(0, 6) },
  // Rows blank throughout over a page break; misprinted procedures in the header of table 4.
  { format: 'pdfkit unruled', seeds: [...range(0, 4), 309, 323] },
  { format: 'pdf-lib ruled', seeds: range(0, 4) },
  { format: 'pdf-lib unruled', seeds: range(0, 4) },
]);
