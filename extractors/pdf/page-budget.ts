import { LIMITS } from '../limits.ts';
import { ReadError } from '../read-error.ts';

const NAMES = { glyphs: '字符', rules: '线条', operations: '绘图操作' } as const;

/** What one page may draw; a page that draws more is no page of a report, and is left unread. */
export class PageBudget {
  readonly #left: Record<'glyphs' | 'rules' | 'operations', number> = {
    glyphs: LIMITS.pdfPageGlyphs,
    rules: LIMITS.pdfPageRules,
    operations: LIMITS.pdfPageOperations,
  };

  /** @throws ReadError `TOO_LARGE` where the page has drawn more than it may */
  spend(what: 'glyphs' | 'rules' | 'operations', count: number): void {
    this.#left[what] -= count;
    if (this.#left[what] < 0) {
      throw new ReadError('TOO_LARGE', {
        zh: `该页绘出的内容超过限度（${NAMES[what]}）`,
        en: `the page draws more ${what} than the limit`,
      });
    }
  }
}
