import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildZip } from '../generator/formats/build-zip.ts';
import { measure } from '../generator/formats/paper/fonts.ts';
import { PLAIN_PAGE } from '../generator/formats/paper/page-style.ts';
import { printDraft } from '../generator/formats/paper/print-draft.ts';
import { writePdfkit } from '../generator/formats/pdfkit.ts';
import { drawSheet } from '../generator/formats/raster.ts';
import { writeXlsx } from '../generator/formats/sheet-book.ts';
import { PLAIN_WORD } from '../generator/formats/word/word-style.ts';
import { writeDocx } from '../generator/formats/word/write-docx.ts';
import { seededRng } from '../generator/rng.ts';
import { ATTACHED } from './attached.ts';
import { endingOf, FILES } from './files.ts';
import { draftOf, type Report, titleOf } from './report.ts';

/** Writes the attachments to `files/`, by hand, when a report or the way it is drawn up has changed. */

const rng = () => seededRng(2024);

const sheetsOf = (report: Report) => printDraft(draftOf(report), PLAIN_PAGE, measure);

const docx = (report: Report): Promise<Uint8Array> => writeDocx(draftOf(report), PLAIN_WORD, rng());

/** The page of the scan that holds the table of requests. */
function scan(report: Report): Uint8Array {
  const pages = sheetsOf(report);
  const page = pages.find(({ inks }) => inks.some((ink) => ink.kind === 'text' && ink.text.includes('勾稽')));
  if (!page) throw new Error(`${titleOf(report)} has no page with table 3; see print-draft.ts`);
  return drawSheet(page, 150);
}

const WRITERS: Readonly<Record<string, (report: Report) => Promise<Uint8Array> | Uint8Array>> = {
  docx,
  pdf: (report) => writePdfkit(sheetsOf(report)),
  xlsx: (report) =>
    writeXlsx(draftOf(report), { sheets: 'one a table', numbers: true, formulas: false, hidden: false }, rng()),
  zip: async (report) => buildZip([{ name: `${titleOf(report)}.docx`, data: await docx(report) }]),
  png: scan,
};

mkdirSync(FILES, { recursive: true });
for (const [name, report] of Object.entries(ATTACHED)) {
  const bytes = await WRITERS[endingOf(name)]?.(report);
  if (!bytes) throw new Error(`nothing here writes ${name}; add its ending to WRITERS`);
  writeFileSync(join(FILES, name), bytes);
}
