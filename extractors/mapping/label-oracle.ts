import type { LabelOracle } from '../layout/label-oracle.ts';
import { beginsLabel, readLabel } from './label-index.ts';
import { readHeading } from './section-roles.ts';

/** Answers the layout's questions about words from the labels and headings of all editions. */
export const FORM_LABELS: LabelOracle = {
  isLabel: (text) => readLabel(text).hits.length > 0,
  beginsLabel,
  isHeading: (text) => {
    const role = readHeading(text)?.role;
    return role !== undefined && role !== 'extra';
  },
};
