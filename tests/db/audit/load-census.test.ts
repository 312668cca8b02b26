import { expect, it } from 'vitest';
import { loadCensus, saveParents } from '../../../db/audit/load-census.ts';
import { loadMisleadingLinks } from '../../../db/audit/load-misleading-links.ts';
import { buildExtraction } from '../build-extraction.ts';
import { listOf, save, testCorpus } from '../corpora.ts';

const URL = 'https://a.gov.cn/1.html';

it('holds placed reports at their current version', async () => {
  const db = await testCorpus();
  await save(db, [
    buildExtraction({ bytes: 'a' }),
    buildExtraction({ bytes: 'b', figures: { 'requests.received.total': 1 } }),
    buildExtraction({ bytes: 'c', path: 'c', year: null }),
    buildExtraction({ bytes: 'd', path: 'd', agency: null }),
  ]);
  const { reports } = await loadCensus(db);
  expect(reports).toEqual([
    {
      versionId: 2,
      agencyId: 1,
      year: 2020,
      readAt: '2026-01-02T03:04:05.000Z',
      state: null,
      tableDigest: null,
      generation: null,
    },
  ]);
});

it('knows when all columns of a portal had answered', async () => {
  const db = await testCorpus();
  await db.sqlite.exec(`
    INSERT INTO host (id, origin) VALUES (1, 'https://a.gov.cn');
    INSERT INTO portal (id, slug, name, home, region_code, agencies) VALUES
      (1, 'a', '甲', '', '330603', 60), (2, 'b', '乙', '', NULL, NULL), (3, 'c', '丙', '', NULL, NULL), (4, 'd', '丁', '', NULL, NULL);
    INSERT INTO visit (key, host_id, portal_id, kind, declared, url, priority, found_at, visited_at, attempts, state) VALUES
      ('1', 1, 1, 'column', 1, '', 1, '', '2026-03-02', 0, 'waiting'),
      ('2', 1, 1, 'column', 1, '', 1, '', '2026-03-01', 0, 'waiting'),
      ('3', 1, 1, 'list', 0, '', 1, '', NULL, 0, 'waiting'),
      ('4', 1, 2, 'column', 1, '', 1, '', '2026-03-02', 2, 'waiting'),
      ('5', 1, 2, 'column', 1, '', 1, '', '2026-03-01', 0, 'waiting'),
      ('6', 1, 3, 'column', 1, '', 1, '', NULL, 0, 'waiting')`);
  const { portals } = await loadCensus(db);
  expect(portals.map(({ name, answeredAt, agencies }) => [name, answeredAt, agencies])).toEqual([
    ['甲', '2026-03-01', 60],
    ['乙', null, null],
    ['丙', null, null],
    ['丁', null, null],
  ]);
});

it('writes parents down, and takes them back', async () => {
  const db = await testCorpus();
  await save(
    db,
    ['甲', '乙', '丙'].map((agency) => buildExtraction({ agency, path: agency })),
  );
  const parents = () => listOf(db, 'SELECT parent_id FROM agency ORDER BY id');
  await saveParents(db, new Map([[1, null], [2, 1], [3, 1]])); // biome-ignore format: one line
  expect(await parents()).toEqual([null, 1, 1]);
  await saveParents(db, new Map([[2, null], [3, 2]])); // biome-ignore format: one line
  expect(await parents()).toEqual([null, null, 2]);
});

it('finds links that name another body or year than their report', async () => {
  const db = await testCorpus();
  await save(db, [buildExtraction({ agency: '柯岩街道办事处', path: URL })]);
  const link = (title: string) =>
    db.sqlite.exec(`
      INSERT INTO host (id, origin) VALUES (1, 'https://a.gov.cn') ON CONFLICT DO NOTHING;
      INSERT INTO visit (id, key, host_id, kind, url, title, priority, found_at) VALUES (1, 'k', 1, 'report', '${URL}', '${title}', 1, '')
      ON CONFLICT (id) DO UPDATE SET title = excluded.title`);
  await link('柯岩街道办事处2020年政府信息公开工作年度报告');
  expect(await loadMisleadingLinks(db)).toEqual([]);
  const title = '兰亭街道办事处2020年政府信息公开工作年度报告';
  await link(title);
  expect(await loadMisleadingLinks(db)).toEqual([{ title, url: URL, agency: '柯岩街道办事处', year: 2020 }]);
});
