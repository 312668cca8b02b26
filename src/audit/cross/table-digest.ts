import { variablesOfTable } from '../../model/forms/variables.ts';
import { numberIn } from '../../model/report.ts';
import type { Facts } from '../rule.ts';

const FEWEST_REQUESTS = 5;
/** Seven requests of persons, all granted, are two details, and many bodies have just those. */
const FEWEST_DETAILS = 6;

/** The values of table 3 in printed order, blanks as zero; null where the table is missing or not wholly readable. */
function valuesOf({ report, figures }: Facts): readonly number[] | null {
  const edition = report.editions.requests;
  if (!edition) return null;
  const values = variablesOfTable(edition, 'requests').map(({ key }) => numberIn(figures[key]) ?? 0);
  return values.some(Number.isNaN) ? null : values;
}

/** Whether a table 3 is one that no two bodies have by chance. */
export function isDistinctive(facts: Facts): boolean {
  const edition = facts.report.editions.requests;
  if (!edition) return false;
  const value = (key: string) => numberIn(facts.figures[key]) || 0;
  const details = variablesOfTable(edition, 'requests').filter(
    ({ key, row, column }) => row !== 'total' && column !== 'total' && value(key) > 0,
  );
  const requests = value('requests.received.total') + value('requests.carried_in.total');
  return requests >= FEWEST_REQUESTS && details.length >= FEWEST_DETAILS;
}

/** What is the same for two tables 3 that are the same in every cell; null for one that tells nothing. */
export function tableDigest(facts: Facts): string | null {
  const values = isDistinctive(facts) ? valuesOf(facts) : null;
  return values && `${facts.report.editions.requests}:${values.join(',')}`;
}
