import type { Mess } from '../mess.ts';
import {
  droppedCells,
  misplacedTags,
  nestedLayout,
  strayValues,
  truncatedPage,
  unclosedTags,
} from './broken-markup.ts';
import { headCells, headingLikeRows, tableSections } from './cell-tags.ts';
import { joinedTables, splitTable } from './cuts.ts';
import {
  fullWidthDigits,
  notesInCells,
  signsInWords,
  splitDigits,
  spreadsheetDecimals,
  thousandsSeparators,
  unitsInCells,
  vagueValues,
} from './digits.ts';
import { disputesApart, disputesInRows } from './disputes-apart.ts';
import { cssTables, nestedDivs, preAligned, preBox, prePipes } from './drawn-tables.ts';
import { lateEdition, mixedEditions } from './editions.ts';
import { big5, byteOrderMark, gb18030, gbk, lyingCharset, utf16 } from './encodings.ts';
import { remarksColumn, serialColumn, subtotalColumn } from './extra-columns.ts';
import { lostRows, spacerRows, subtotalRows } from './extra-rows.ts';
import { groupInLabel, wrongRowSpans } from './groups.ts';
import { mergedHeader, missingHeader, repeatedHeader } from './headers.ts';
import { hiddenCells, hiddenColumns, hiddenRows } from './hidden.ts';
import { brokenLabels, invisibleCharacters, otherPunctuation, spacedLabels } from './label-marks.ts';
import { missingEnumerators, otherEnumerators } from './label-numbers.ts';
import { misprintedLabels, otherTotals, variantLabels } from './label-words.ts';
import { ambiguousRuns, oneZeroForRow, runCells } from './merged-values.ts';
import { fontTags, wordMarkup, wpsMarkup } from './pasted.ts';
import { compatibilityCharacters, traditionalCharacters } from './scripts.ts';
import { TEXT_RENDERINGS } from './text-tables.ts';
import { wrongColSpans } from './wrong-colspans.ts';
import { blankTotals, blankZeros, dashZeros, mixedZeros, notApplicable, roundZeros } from './zeros.ts';

/** Every mess, in the order in which those of one document are applied: figures, tables, labels, drawing, markup, bytes. */
export const MESSES: readonly Mess[] = [
  mixedEditions,
  lateEdition,
  blankZeros,
  dashZeros,
  mixedZeros,
  blankTotals,
  roundZeros,
  notApplicable,
  fullWidthDigits,
  thousandsSeparators,
  unitsInCells,
  notesInCells,
  signsInWords,
  spreadsheetDecimals,
  vagueValues,
  droppedCells,
  variantLabels,
  misprintedLabels,
  otherTotals,
  otherEnumerators,
  missingEnumerators,
  otherPunctuation,
  subtotalRows,
  lostRows,
  groupInLabel,
  subtotalColumn,
  remarksColumn,
  serialColumn,
  missingHeader,
  mergedHeader,
  disputesApart,
  disputesInRows,
  repeatedHeader,
  splitTable,
  oneZeroForRow,
  runCells,
  ambiguousRuns,
  hiddenCells,
  hiddenColumns,
  hiddenRows,
  spacerRows,
  joinedTables,
  wrongRowSpans,
  wrongColSpans,
  spacedLabels,
  brokenLabels,
  invisibleCharacters,
  compatibilityCharacters,
  splitDigits,
  headCells,
  ...TEXT_RENDERINGS,
  cssTables,
  nestedDivs,
  preAligned,
  preBox,
  prePipes,
  headingLikeRows,
  tableSections,
  strayValues,
  wordMarkup,
  wpsMarkup,
  fontTags,
  unclosedTags,
  misplacedTags,
  nestedLayout,
  traditionalCharacters,
  gb18030,
  gbk,
  big5,
  utf16,
  byteOrderMark,
  lyingCharset,
  truncatedPage,
];

export function messOf(name: string): Mess {
  const found = MESSES.find((mess) => mess.name === name);
  if (!found) throw new Error(`no mess is called ${name}; see samples/generator/messes/catalogue.ts`);
  return found;
}
