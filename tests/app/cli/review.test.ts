import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, runCli } from './run-cli.ts';

let cwd = '';
let flag = '';

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-review-'));
  await runCli(['ingest', join(ROOT, 'samples/lanting-2020-html/source.html')], { cwd });
  const { out } = await runCli(['audit', '--rule', 'T3-BALANCE', '--lang', 'en'], { cwd });
  flag = /^([0-9a-f]{8}) /m.exec(out)?.[1] ?? '';
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const reviews = async (decision: string): Promise<unknown[]> => {
  const { out } = await runCli(['audit', '--review', decision, '--format', 'json'], { cwd });
  return JSON.parse(out);
};

test('a decision is written down with its note, found again, and outlives another reading', async () => {
  const { code, out, err } = await runCli(['review', flag, 'dismiss', '--note', '两个科室合报', '--lang', 'zh'], {
    cwd,
  });
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(new RegExp(`^${flag} 已驳回 {2}兰亭街道 2020 T3-BALANCE: `));
  expect(await reviews('dismissed')).toMatchObject([{ rule: 'T3-BALANCE', review_note: '两个科室合报' }]);
  await runCli(['ingest', join(ROOT, 'samples/lanting-2020-html/source.html'), '--reread'], { cwd });
  expect(await reviews('dismissed')).toHaveLength(1);
});

test('the last decision counts', async () => {
  await runCli(['review', flag, 'confirm'], { cwd });
  expect(await reviews('confirmed')).toHaveLength(1);
  await runCli(['review', flag.slice(0, 6), 'reopen'], { cwd });
  expect(await reviews('confirmed')).toEqual([]);
});

test('a rule that is switched off for a body is silent there, and says why', async () => {
  const off = ['review', 't3-balance', 'off', '--agency', '兰亭街道', '--note', '合并填报'];
  expect(await runCli(off, { cwd })).toMatchObject({ code: 0, out: 'T3-BALANCE is off for 兰亭街道\n' });
  const listed = async (...more: string[]) =>
    JSON.parse((await runCli(['audit', '--rule', 'T3-BALANCE', '--format', 'json', ...more], { cwd })).out);
  expect(await listed()).toEqual([]);
  expect(await listed('--review', 'switched_off')).toMatchObject([
    { review_note: '合并填报' },
    { review_note: '合并填报' },
  ]);
  await runCli(['review', 'T3-BALANCE', 'on', '--agency', '兰亭街道'], { cwd });
  expect(await listed()).toHaveLength(2);
});

test.each([
  [['T3-BALANCE', 'off', '--agency', '无此街道', '--note', 'x'], 'no body named 无此街道'],
  [['T3-BALANCE', 'off', '--agency', '兰亭街道'], 'say why'],
  [['T3-BALANCE', 'off', '--note', 'x'], 'name the body'],
  [['T9-NONE', 'off', '--agency', '兰亭街道', '--note', 'x'], 'no audit rule T9-NONE'],
  [['00000000', 'confirm'], 'No flag begins with 00000000'],
  [['xyz', 'confirm'], 'hexadecimal'],
  [['00000000', 'ignore'], 'there is no decision ignore'],
])('%j is a wrong usage', async (args, says) => {
  const { code, err } = await runCli(['review', ...args], { cwd });
  expect([code, err.includes(says)]).toEqual([2, true]);
});
