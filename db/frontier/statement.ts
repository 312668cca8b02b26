import { CompiledQuery } from 'kysely';
import type { CorpusDb } from '../schema.ts';

/**
 * Runs one statement whose text is a constant of this room, and returns its rows. The queue is on the way of every page;
 * building such texts anew each time would cost as much as running them.
 */
export async function run<Row = unknown>(
  db: CorpusDb,
  text: string,
  ...parameters: readonly unknown[]
): Promise<Row[]> {
  const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...parameters]));
  return rows as Row[];
}

/** `a ->> 0 AS a, …`: the parts of a JSON row by their names. */
export const partsOf = (row: string, names: readonly string[]): string =>
  names.map((name, index) => `${row}.value ->> ${index} AS ${name}`).join(', ');
