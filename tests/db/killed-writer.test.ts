import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openReadOnly } from '../../db/connect.ts';
import { corpusPath, dump, single, testCorpus } from './corpora.ts';

const WRITER = fileURLToPath(new URL('./interrupted-writer.ts', import.meta.url));
const RUN = `import { runnerImport } from 'vite'; await runnerImport(${JSON.stringify(WRITER)}, { configFile: false });`;

/** Starts the writer and kills it when its second batch is written and not yet committed. */
async function killWriter(path: string): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', RUN, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [said] = await Promise.race([once(child.stdout, 'data'), exited]);
  expect(String(said)).toBe('written\n');
  child.kill('SIGKILL');
  await exited;
}

test('a writer killed in the middle of a transaction leaves what was committed and nothing of the rest', async () => {
  const path = corpusPath();
  await killWriter(path);
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);

  const reader = await openReadOnly(path);
  expect(await single(reader, 'SELECT count(*) FROM panel')).toBe(20);
  await reader.destroy();

  const db = await testCorpus(path);
  const stored = await dump(db);
  expect(stored.document).toHaveLength(20);
  expect(stored.report_version).toHaveLength(20);
  expect(stored.figure).toHaveLength(20 * 198);
  expect(stored.flag).toHaveLength(20);
  expect(await single(db, 'PRAGMA integrity_check')).toBe('ok');
  expect(await db.sqlite.all('PRAGMA foreign_key_check')).toEqual([]);
  await db.sqlite.exec("INSERT INTO section_fts (section_fts, rank) VALUES ('integrity-check', 1)");
});
