import { expect, test } from 'vitest';
import { openCorpus } from '../../../db/connect.ts';
import { APPLICATION_ID } from '../../../db/migrate.ts';
import { corpus } from '../../../db/migrations/2026-11-22-corpus.ts';
import { nights } from '../../../db/migrations/2026-11-30-nights.ts';
import { MIGRATIONS } from '../../../db/migrations/migrations.ts';
import { SqliteConnection } from '../../../db/sqlite/connection.ts';
import { corpusPath, listOf, single } from '../corpora.ts';

test('a corpus of the first schema is brought up to date in place and loses nothing', async () => {
  const path = corpusPath();
  const old = await SqliteConnection.open(path, 'read-write');
  await old.exec(`${corpus.sql};
    INSERT INTO portal (slug, name, home) VALUES ('lanzhu', '兰渚市人民政府', 'http://www.lanzhu.gov.cn/');
    INSERT INTO fetch (portal_id, url, fetched_at, sha256) VALUES (1, 'http://www.lanzhu.gov.cn/', '2026', 'x');
    PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`);
  await old.close();
  const db = await openCorpus(path);
  expect(
    await single(db, 'SELECT url || sha256 || to_read || slug FROM fetch JOIN portal ON portal.id = portal_id'),
  ).toBe('http://www.lanzhu.gov.cn/x0lanzhu');
  expect(await single(db, 'SELECT count(*) FROM visit')).toBe(0);
  expect(await single(db, 'PRAGMA integrity_check')).toBe('ok');
  await db.destroy();
});

test('of an archive from before, the first record of every digest is the one that holds its body', async () => {
  const path = corpusPath();
  const earlier = MIGRATIONS.slice(0, MIGRATIONS.indexOf(nights));
  const old = await SqliteConnection.open(path, 'read-write');
  for (const { sql } of earlier) await old.exec(sql);
  await old.exec(`INSERT INTO fetch (url, fetched_at, sha256, archive_file, archive_offset, archive_length)
      VALUES ('a', '1', 'x', 'f', 0, 9), ('b', '2', 'x', 'f', 9, 9), ('c', '3', NULL, 'f', 18, 9), ('d', '4', 'y', NULL, NULL, NULL),
        ('e', '5', 'y', 'f', 27, 9);
    PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${earlier.length}`);
  await old.close();
  const db = await openCorpus(path);
  expect(await listOf(db, 'SELECT url FROM fetch WHERE archive_whole ORDER BY id')).toEqual(['a', 'e']);
  await db.destroy();
});
