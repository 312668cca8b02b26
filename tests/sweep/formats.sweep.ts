import { findChromium } from '../../samples/generator/formats/chromium.ts';
import { type FormatSeeds, holdFormats, SHEET_WAYS, WORD_WAYS } from './hold-formats.ts';
import { areAsked, range, seedsOr } from './seeds.ts';

const USUAL: readonly FormatSeeds[] = [
  { format: 'docx', seeds: range(0, 200), ways: WORD_WAYS },
  { format: 'xlsx', seeds: range(0, 150), ways: SHEET_WAYS },
  { format: 'pdfkit ruled', seeds: range(0, 60) },
  { format: 'pdfkit unruled', seeds: [...range(0, 40), 309, 323] },
  { format: 'pdf-lib ruled', seeds: range(0, 30) },
  { format: 'pdf-lib unruled', seeds: range(0, 30) },
];

/** What a browser prints is known to be read with that browser and the fonts of that machine only. */
const PRINTED: FormatSeeds = { format: 'chromium pdf', seeds: [...range(0, 6), 301, 302, 304] };

const browser = findChromium();
if (!browser) console.info('There is no Chromium here, so nothing that it prints is read.');

const cases = browser ? [...USUAL, PRINTED] : USUAL;
// Which ways are among them is known of the usual seeds alone.
holdFormats(
  cases.map(({ format, seeds, ways = [] }) => ({ format, seeds: seedsOr(seeds), ways: areAsked ? [] : ways })),
);
