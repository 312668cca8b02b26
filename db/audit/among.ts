import { type RawBuilder, sql } from 'kysely';

/** `column IN (…)` with the list as one bound value, of any length. */
export const among = (values: readonly (string | number)[]): RawBuilder<unknown> =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
