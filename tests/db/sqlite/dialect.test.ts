import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { SqlError } from '../../../db/errors.ts';
import { corpusPath, listOf, testCorpus } from '../corpora.ts';

const portal = (slug: string) => ({ slug, name: slug, home: 'https://example.org', region_code: null, family: null });

test('an insert tells its id, an update and a delete their numbers', async () => {
  const db = await testCorpus();
  const inserted = await db
    .insertInto('portal')
    .values([portal('a'), portal('b')])
    .executeTakeFirstOrThrow();
  expect(inserted).toMatchObject({ insertId: 2n, numInsertedOrUpdatedRows: 2n });
  expect(await db.updateTable('portal').set({ name: 'c' }).executeTakeFirst()).toMatchObject({ numUpdatedRows: 2n });
  expect(await db.deleteFrom('portal').executeTakeFirst()).toMatchObject({ numDeletedRows: 2n });
});

test('values come back as they went in', async () => {
  const db = await testCorpus();
  const values = [0, -1, 2 ** 31, 2 ** 53 - 1, 0.1, '', '政府', null, Buffer.from([0, 255])];
  const { rows } = await sql<
    Record<string, unknown>
  >`VALUES (${sql.join(values.map((value) => sql`${value}`))})`.execute(db);
  expect(Object.values(rows[0] ?? {})).toEqual(values);
});

test('a failed transaction leaves nothing and the connection is free', async () => {
  const db = await testCorpus();
  const broken = db.transaction().execute(async (trx) => {
    await trx.insertInto('portal').values(portal('a')).execute();
    await trx.insertInto('portal').values(portal('a')).execute();
  });
  await expect(broken).rejects.toThrow(SqlError);
  expect(await listOf(db, 'SELECT slug FROM portal')).toEqual([]);
});

test('transactions begun together run one after the other', async () => {
  const db = await testCorpus(corpusPath());
  const slugs = ['a', 'b', 'c', 'd'];
  await Promise.all(
    slugs.map((slug) =>
      db.transaction().execute(async (trx) => {
        const { n } = await trx
          .selectFrom('portal')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow();
        await trx
          .insertInto('portal')
          .values(portal(`${n}${slug}`))
          .execute();
      }),
    ),
  );
  expect(await listOf(db, 'SELECT slug FROM portal ORDER BY 1')).toEqual(['0a', '1b', '2c', '3d']);
});

test('a stream yields all rows, and may be left early', async () => {
  const db = await testCorpus();
  const query = db.selectFrom('variable').select('id').where('id', '<=', 5).orderBy('id');
  const seen: number[] = [];
  for await (const row of query.stream(2)) seen.push(row.id);
  expect(seen).toEqual([1, 2, 3, 4, 5]);
  for await (const row of query.stream()) if (row.id === 2) break;
  expect(await listOf(db, 'SELECT count(*) FROM variable WHERE id <= 5')).toEqual([5]);
});

test('the error of a bad statement shows the statement and is no wrapper of itself', async () => {
  const db = await testCorpus();
  await expect(sql`SELECT * FROM nowhere`.execute(db)).rejects.toThrow(
    'SQLite says: no such table: nowhere. In: SELECT * FROM nowhere',
  );
});
