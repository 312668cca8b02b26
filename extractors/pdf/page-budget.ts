import { LIMITS } from '../limits.ts';

/** What one page may draw; a page that draws more is no page of a report, and is left unread. */
export class PageBudget {
  readonly #left: Record<'glyphs' | 'rules' | 'operations', number> = {
    glyphs: LIMITS.pdfPageGlyphs,
    rules: LIMITS.pdfPageRules,
    operations: LIMITS.pdfPageOperations,
  };

  /** @throws Error where the page has drawn more than it may */
  spend(what: 'glyphs' | 'rules' | 'operations', count: number): void {
    this.#left[what] -= count;
    if (this.#left[what] < 0) throw new Error(`the page draws more than ${what} allow`);
  }
}
