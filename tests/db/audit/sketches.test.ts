import { expect, it } from 'vitest';
import { saveCrossFlags } from '../../../db/audit/save-cross-flags.ts';
import {
  loadBoilerplate,
  type Sketch,
  saveBoilerplate,
  saveLikenesses,
  saveSketches,
  versionsByBand,
} from '../../../db/audit/sketches.ts';
import type { Corpus } from '../../../db/connect.ts';
import { aFlag, buildExtraction } from '../build-extraction.ts';
import { listOf, save, testCorpus } from '../corpora.ts';

const sketch = (versionId: number, bands: readonly number[]): Sketch => ({
  ...{ versionId, readAt: '', generation: 0, tableDigest: null, bands },
});

async function corpusOf(count: number): Promise<Corpus> {
  const db = await testCorpus();
  await save(
    db,
    Array.from({ length: count }, (_, nth) => buildExtraction({ agency: `${nth}镇人民政府`, path: `${nth}` })),
  );
  return db;
}

it('finds versions by their bands, each once', async () => {
  const db = await corpusOf(3);
  await saveSketches(db, [sketch(1, [7, -8, 7]), sketch(2, [7]), sketch(3, [])]);
  expect(Object.fromEntries(await versionsByBand(db, [7, -8, 9]))).toEqual({ 7: [1, 2], '-8': [1], 9: [] });
});

it('shows the first fifty of a band that very many share', async () => {
  const db = await corpusOf(60);
  await saveSketches(
    db,
    Array.from({ length: 60 }, (_, nth) => sketch(nth + 1, [7])),
  );
  expect((await versionsByBand(db, [7])).get(7)).toEqual(Array.from({ length: 50 }, (_, nth) => nth + 1));
});

it('forgets what a version was like when it is sketched anew, or gone', async () => {
  const db = await corpusOf(3);
  await saveSketches(db, [sketch(1, [7]), sketch(2, [7]), sketch(3, [7])]);
  await saveLikenesses(db, [
    { versionId: 2, otherId: 1, share: 0.9 },
    { versionId: 2, otherId: 3, share: 0.8 },
    { versionId: 1, otherId: 3, share: 0.7 },
  ]);
  await saveSketches(db, [sketch(1, [8])]);
  expect(await listOf(db, `SELECT version_id || '-' || other_id FROM likeness`)).toEqual(['2-3']);
  await save(db, [buildExtraction({ agency: '2镇人民政府', path: '2', year: null })], { reread: true });
  await db.sqlite.exec('UPDATE report SET current_version_id = NULL WHERE current_version_id = 2');
  await db.sqlite.exec('DELETE FROM report_version WHERE id = 2');
  expect(await listOf(db, `SELECT version_id || '-' || other_id FROM likeness`)).toEqual([]);
  expect(await listOf(db, 'SELECT version_id FROM sketch_band ORDER BY 1')).toEqual([1, 3]);
});

it('ignores versions that are gone', async () => {
  const db = await corpusOf(1);
  await saveSketches(db, [sketch(1, [7]), sketch(99, [7])]);
  await saveLikenesses(db, [{ versionId: 1, otherId: 99, share: 1 }]);
  expect((await versionsByBand(db, [7])).get(7)).toEqual([1]);
  const identity = { agency: '["某镇",null]', year: 2020 };
  const findings = [1, 99].map((versionId) => ({
    versionId,
    identity,
    flags: [aFlag({ rule: 'XY-CARRY' })],
    state: 's',
  }));
  await saveCrossFlags(db, findings, { program: '1', now: '' });
  expect(await listOf(db, 'SELECT version_id FROM flag')).toEqual([1]);
  expect(await listOf(db, 'SELECT version_id FROM cross_audit')).toEqual([1]);
});

it('keeps the latest boilerplate', async () => {
  const db = await testCorpus();
  expect(await loadBoilerplate(db)).toEqual({ generation: 0, bodies: 0, digests: [] });
  await saveBoilerplate(db, { generation: 1, bodies: 30, digests: [4_294_967_295] });
  await saveBoilerplate(db, { generation: 2, bodies: 60, digests: [1, 2] });
  expect(await loadBoilerplate(db)).toEqual({ generation: 2, bodies: 60, digests: [1, 2] });
});
