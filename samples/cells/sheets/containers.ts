import type { Edition } from '../../../src/model/forms/form.ts';

/** How a report is laid into a workbook. */
export interface SheetContainer {
  readonly name: string;
  readonly edition?: Edition;
  readonly strings: 'inline' | 'shared';
  /** Sheets before the one that holds the report. */
  readonly before: number;
  /** Every figure is a number, not text. */
  readonly numbers: boolean;
}

export const SHEET_CONTAINERS: readonly SheetContainer[] = [
  { name: 'plain, 2019', edition: '2019', strings: 'inline', before: 0, numbers: true },
  { name: 'plain, 2021', edition: '2021', strings: 'shared', before: 0, numbers: true },
  { name: 'all text', strings: 'shared', before: 0, numbers: false },
  { name: 'second sheet', strings: 'shared', before: 1, numbers: true },
];
