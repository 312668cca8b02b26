import { TABLE_ROLES } from '../model/forms/form.ts';
import { type Variable, variablesOfTable } from '../model/forms/variables.ts';
import type { ReportHead } from '../model/report.ts';
import type { Facts } from './rule.ts';

const BY_EDITIONS = new Map<string, readonly Variable[]>();

/** The variables of the tables that a report has, each of its own edition, in printed order. One list per mixture. */
export function presentVariables({ report: { editions } }: Facts): readonly Variable[] {
  const mixture = `${editions.proactive} ${editions.requests} ${editions.disputes}`;
  const known = BY_EDITIONS.get(mixture) ?? listVariables(editions);
  BY_EDITIONS.set(mixture, known);
  return known;
}

function listVariables(editions: ReportHead['editions']): readonly Variable[] {
  return TABLE_ROLES.flatMap((role) => {
    const edition = editions[role];
    return edition ? variablesOfTable(edition, role) : [];
  });
}
