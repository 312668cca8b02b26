import { EDITION_2019 } from './edition-2019.ts';
import { EDITION_2021 } from './edition-2021.ts';
import type { Edition, Form, FormTable, TableRole } from './form.ts';

/** All editions this version reads, oldest first. A new edition is a new data file and a line here. */
export const FORMS: readonly Form[] = [EDITION_2019, EDITION_2021];

export const EDITIONS: readonly Edition[] = FORMS.map((form) => form.edition);

/** The form of an edition. */
export function formOf(edition: Edition): Form {
  return edition === '2019' ? EDITION_2019 : EDITION_2021;
}

export function tableOf(edition: Edition, role: TableRole): FormTable {
  return formOf(edition).tables[role];
}

/** The edition in force for reports on a year, or null for years before the first edition we know. */
export function editionForYear(year: number): Edition | null {
  const form = FORMS.find(({ years }) => year >= years.from && (years.to === null || year <= years.to));
  return form?.edition ?? null;
}
