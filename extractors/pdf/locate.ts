import type { Locator } from '../../src/model/report.ts';
import { type Box, mapBox, roundBox } from './geometry.ts';
import type { PageContent } from './page-content.ts';

/** The place of a box: its page (from 1) and [x0, y0, x1, y1] in points on the page as shown, from its top left corner. */
export type Locate = (page: number, box: Box) => Locator;

/** Locators for boxes found on pages that were turned upright. */
export function locator(pages: readonly PageContent[]): Locate {
  const byNumber = new Map(pages.map((content) => [content.page, content.toPage]));
  return (page, box) => {
    const toPage = byNumber.get(page);
    return { page, box: roundBox(toPage ? mapBox(toPage, box) : box) };
  };
}
