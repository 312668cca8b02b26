import { docBody } from './doc-body.ts';
import { docFrontMatter } from './doc-front-matter.ts';
import { docNotAReport } from './doc-not-a-report.ts';
import { docPages } from './doc-pages.ts';
import { docSections } from './doc-sections.ts';
import type { DoubtKind } from './doubt-kind.ts';
import { exAppearance } from './ex-appearance.ts';
import { exCharset } from './ex-charset.ts';
import { exGrid } from './ex-grid.ts';
import { exLabel } from './ex-label.ts';
import { exLostText } from './ex-lost-text.ts';
import { exNotInSource } from './ex-not-in-source.ts';
import { exOcr } from './ex-ocr.ts';
import { exOcrGap } from './ex-ocr-gap.ts';
import { exReaders } from './ex-readers.ts';
import { exRow } from './ex-row.ts';
import { exRunAmbiguous } from './ex-run-ambiguous.ts';
import { exRunSplit } from './ex-run-split.ts';
import { exShell } from './ex-shell.ts';
import { exValue } from './ex-value.ts';
import { stTableImage } from './st-table-image.ts';
import { t3Subtotal } from './t3-subtotal.ts';

/**
 * Every kind of doubt, in the order of the catalogue. `EX-VALUE`, `EX-APPEARANCE`, `EX-LOST-TEXT`, `DOC-FRONT-MATTER`, `DOC-BODY`, `DOC-PAGES` and
 * `DOC-SECTIONS` are this project's additions to it; `ST-TABLE-IMAGE` and `T3-SUBTOTAL` are told by the reader, which alone sees
 * the picture and the subtotal.
 */
export const DOUBT_KINDS: readonly DoubtKind[] = [
  docNotAReport,
  docFrontMatter,
  docBody,
  docPages,
  docSections,
  exCharset,
  exLostText,
  exLabel,
  exRow,
  exGrid,
  exRunSplit,
  exRunAmbiguous,
  exValue,
  exAppearance,
  exShell,
  exReaders,
  exNotInSource,
  exOcr,
  exOcrGap,
  t3Subtotal,
  stTableImage,
];

/** The kind with a code, in upper or lower case; undefined where no doubt has it. */
export const doubtKindOf = (code: string): DoubtKind | undefined =>
  DOUBT_KINDS.find((kind) => kind.code === code.toUpperCase());
