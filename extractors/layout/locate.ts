import type { Locator } from '../../src/model/report.ts';
import type { Box } from './box.ts';

/** The place of a box: its page (from 1) and [x0, y0, x1, y1] in points on the page as shown, from its top left corner. */
export type Locate = (page: number, box: Box) => Locator;
