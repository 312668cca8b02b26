import type { Box } from '../layout/box.ts';
import type { Locate } from '../layout/locate.ts';
import { mapBox } from './matrix.ts';
import type { PageContent } from './page-content.ts';

/** To a hundredth of a point, as locators carry it. */
const roundBox = ([x0, y0, x1, y1]: Box): Box => {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [round(x0), round(y0), round(x1), round(y1)];
};

/** Locators for boxes found on pages that were turned upright. */
export function locator(pages: readonly PageContent[]): Locate {
  const byNumber = new Map(pages.map((content) => [content.page, content.toPage]));
  return (page, box) => {
    const toPage = byNumber.get(page);
    return { page, box: roundBox(toPage ? mapBox(toPage, box) : box) };
  };
}
