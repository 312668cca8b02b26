import type { Effect } from '../effect.ts';
import { SEALED_ELEMENTS } from './pages-elements.ts';
import { SEALED_STYLES } from './pages-style.ts';
import { SEALED_PRINT } from './print.ts';
import { SEALED_SHEETS } from './sheets.ts';
import { SEALED_WORD } from './word.ts';

/** Effects kept aside for the final count: whoever mends a reader reads none of them. */
export const SEALED: Readonly<Record<'html' | 'docx' | 'xlsx' | 'pdf', readonly Effect[]>> = {
  html: [...SEALED_STYLES, ...SEALED_ELEMENTS],
  docx: SEALED_WORD,
  xlsx: SEALED_SHEETS,
  pdf: SEALED_PRINT,
};
