import { exNotInSource } from '../../src/model/doubts/ex-not-in-source.ts';
import type { Doubt, Reading } from '../../src/model/report.ts';
import type { Document, PageDigits } from '../document.ts';
import { countDigits } from './count-digits.ts';
import { openPdf } from './open-pdf.ts';

/** Digits that one of two readings of a page has and the other lacks: each as often as it is over. */
function surplus(counts: readonly number[], others: readonly number[]): string {
  return counts.map((count, digit) => String(digit).repeat(Math.max(0, count - (others[digit] as number)))).join('');
}

const numbersIn = (text: string): string[] => text.normalize('NFKC').replaceAll(',', '').match(/\d+/g) ?? [];

/**
 * The pages on which a cell stands that a doubt leaves open; all of them where parts of the file were not read. A doubt of
 * severity info leaves nothing open: there was a single way to read its cells.
 */
function doubtedPages({ figures, doubts }: Reading, known: readonly PageDigits[]): Set<number> {
  const open = doubts.filter(({ severity }) => severity !== 'info');
  if (open.some(({ rule }) => rule === 'DOC-PAGES')) return new Set(known.map(({ page }) => page));
  return new Set(open.flatMap(({ cells }) => cells.flatMap((cell) => figures[cell]?.at?.page ?? [])));
}

/**
 * Holds the digits that were placed on the pages where a doubt stands against those that `getText` of pdf-parse finds
 * there, which knows nothing of painted operators. Where they differ the figures are doubted whose number `getText` has
 * not got; where it has all of
 * them, those of the page that were doubted before, or else all of the page.
 */
export async function witnessDoubts(bytes: Uint8Array, document: Document, reading: Reading): Promise<Doubt[]> {
  const known = document.digits ?? [];
  const wanted = doubtedPages(reading, known);
  const pages = known.filter(({ page }) => wanted.has(page));
  if (pages.length === 0 || reading.report === null) return [];
  const { parser, close } = await openPdf(bytes, 'read');
  try {
    const texts = await parser.getText({ partial: pages.map(({ page }) => page), pageJoiner: '' });
    return pages.flatMap(({ page, least, most }): Doubt[] => {
      const text = texts.pages.find(({ num }) => num === page)?.text ?? '';
      const found = countDigits(text);
      const [placed, lacking] = [surplus(least, found), surplus(found, most)];
      if (placed === '' && lacking === '') return [];
      const own = Object.entries(reading.figures).filter(([, { at }]) => at?.page === page);
      const numbers = new Set(numbersIn(text));
      const absent = own.filter(([, { raw }]) => numbersIn(raw).some((number) => !numbers.has(number)));
      const doubted = new Set(reading.doubts.flatMap(({ cells }) => cells));
      const before = own.filter(([key]) => doubted.has(key));
      const cells = [absent, before, own].find((some) => some.length > 0) ?? [];
      return [
        exNotInSource.otherDigits(
          page,
          placed,
          lacking,
          cells.map(([key]) => key),
        ),
      ];
    });
  } finally {
    await close();
  }
}
