import { expect, test } from 'vitest';
import { openCorpus } from '../../../db/connect.ts';
import { APPLICATION_ID } from '../../../db/migrate.ts';
import { corpus } from '../../../db/migrations/2026-11-22-corpus.ts';
import { SqliteConnection } from '../../../db/sqlite/connection.ts';
import { corpusPath, single } from '../corpora.ts';

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
