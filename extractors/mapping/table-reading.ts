import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import type { Doubt, Locator } from '../../src/model/report.ts';

/** The characters found for one figure, and how they came to be its own. */
export interface FoundCell {
  readonly text: string;
  /** The characters of the whole cell or run they were taken from; the text itself where that is all. */
  readonly raw: string;
  readonly at: Locator;
  /** The place was worked out, not read off. */
  readonly placed: 'read' | 'worked-out' | 'unplaced';
  /** Unit printed in the column's header. */
  readonly unit?: string;
  readonly picture?: true;
}

/** One statutory table as read: what stands at each figure's place. */
export interface TableReading {
  readonly role: TableRole;
  readonly edition: Edition | null;
  readonly cells: ReadonlyMap<string, FoundCell>;
  readonly doubts: readonly Doubt[];
}
