import { variableFinder } from '../../db/codebook.ts';
import { openCorpus } from '../../db/connect.ts';
import { saveExtraction } from '../../db/save/save-document.ts';
import { loadUnitOfWork } from '../../db/save/unit-of-work.ts';
import { writeUnitOfWork } from '../../db/save/write-unit-of-work.ts';
import { saveResults } from '../../db/save-report.ts';
import { knownSites } from '../../src/model/bodies/known-sites.ts';
import { buildExtraction } from './build-extraction.ts';

/** The child of killed-writer.test.ts: one batch committed, a second one written to the last row and never committed. */
const db = await openCorpus(process.argv.at(-1) ?? '');
const context = {
  ...{ program: '1', now: '', regionCode: '330603', reread: false, find: await variableFinder(db) },
  ...{ sites: knownSites([]), siteOf: () => null },
};
const reports = (name: string) =>
  Array.from({ length: 20 }, (_, index) =>
    buildExtraction({ bytes: `${name}${index}`, year: 2001 + index, flags: [{}] }),
  );
await saveResults(db, reports('first'), context);

await db.transaction().execute(async (trx) => {
  // A small cache makes SQLite write pages of the open transaction to the file.
  await db.sqlite.exec('PRAGMA cache_size = 10');
  const second = reports('second');
  const work = await loadUnitOfWork(trx, second, context);
  for (const extraction of second) saveExtraction(work, extraction, context);
  await writeUnitOfWork(trx, work, context);
  process.stdout.write('written\n');
  setInterval(() => {}, 1_000);
  await new Promise(() => {});
});
