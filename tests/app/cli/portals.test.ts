import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-portals-'));
  writeFileSync(
    join(cwd, 'good.yaml'),
    'portals:\n  - id: lanzhu\n    name: 兰渚市人民政府\n    home: http://www.lanzhu.gov.cn/\n',
  );
  writeFileSync(
    join(cwd, 'bad.yaml'),
    'portals:\n  - id: Lan Zhu\n    name: 兰渚市人民政府\n    home: ftp://x\n    colums: []\n',
  );
  writeFileSync(
    join(cwd, 'list.tsv'),
    'region\tlevel\thome\n兰渚市\tprefecture\thttp://www.lanzhu.gov.cn/\n兰渚市/无址县\tcounty\t\n',
  );
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('lists the 31 provinces that come with it, and those of a file beside them', async () => {
  const { code, out } = await runCli(['portals', '--portals', 'good.yaml'], { cwd });
  expect(code).toBe(0);
  expect(out).toMatch(/^beijing +北京市人民政府 +110000/m);
  expect(out).toMatch(/^lanzhu +兰渚市人民政府/m);
  expect(out).toContain('32 portals');
});

test('checks a file and names every fault with its line', async () => {
  expect(await runCli(['portals', 'check', 'good.yaml'], { cwd })).toMatchObject({ code: 0, err: '' });
  const { code, err } = await runCli(['portals', 'check', 'bad.yaml'], { cwd });
  expect(code).toBe(2);
  for (const line of [2, 4, 5]) expect(err).toContain(`lanting: bad.yaml:${line}: `);
});

test('imports a list of portals into declarations that check, and names what it left out', async () => {
  const { code, out, err } = await runCli(['portals', 'import', 'list.tsv'], { cwd });
  expect(code).toBe(3);
  expect(err).toContain('list.tsv:3: 兰渚市/无址县');
  writeFileSync(join(cwd, 'imported.yaml'), out);
  expect(await runCli(['portals', 'check', 'imported.yaml'], { cwd })).toMatchObject({ code: 0 });
});

test.each([
  [['portals', 'chek', 'good.yaml'], 'there is no action chek'],
  [['portals', 'check'], 'needs a file'],
  [['portals', 'check', 'none.yaml'], 'none.yaml can’t be read'.replace('’', "'")],
  [['crawl', '--portal', 'atlantis'], 'no declaration has the portal atlantis'],
  [['crawl', '--delay', '0.1'], 'needs --allow-private'],
  [['crawl', '--time', '5'], 'with its unit'],
  [['nightly', '--disk', 'much'], 'with its unit'],
  [['schedule', '--at', '25:00'], 'time of day'],
])('%j is a wrong usage: %s', async (args, says) => {
  const { code, err } = await runCli(args, { cwd });
  expect([code, err.includes(says)]).toEqual([2, true]);
});
