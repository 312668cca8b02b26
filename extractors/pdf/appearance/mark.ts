import type { Box } from '../../layout/box.ts';
import type { Unclear } from './unclear.ts';

/** Something on a page that may make a person read another number than the text says. */
export interface Mark {
  readonly what: Unclear;
  readonly box: Box;
  /**
   * How it is laid on cells. `text`: by its middle. `line`: along a border of a cell it is that border, below letters it
   * underlines them. `area`: where it fills a cell it is the cell's ground. `over`: whatever it overlaps.
   */
  readonly as: 'text' | 'line' | 'area' | 'over';
}
