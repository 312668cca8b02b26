import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../app/cli/run-cli.ts';

const FINDING = /报告异常·错误：第三表“自然人”一列不平衡/;

/** The tour does the whole job on the samples, with recognition or without, and the commands that it names at its end work. */
export function holdDemo(ocr: 'auto' | 'off'): void {
  let cwd = '';

  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'lanting-demo-test-'));
  });

  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  test(`demo --ocr ${ocr} does the whole job on the samples and says what to do next`, async () => {
    const { code, out, err } = await runCli(['demo', '--db', 'demo.db', '--lang', 'zh', '--ocr', ocr], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(FINDING);
    expect(out).toMatch(/语料库在 demo\.db/);
    expect(out).toMatch(/HTML \d+ 份，.*PDF \d+ 份/);
    expect(out.includes('samples/scanned-pdf/source.pdf')).toBe(ocr === 'off');
    expect(out).toMatch(/^兰亭街道 +2020 +3 +1 +7 +2$/m);
    expect(existsSync(join(cwd, 'demo.db'))).toBe(true);

    const commands = [...out.matchAll(/^ {2}npx lanting (audit|extract|rules) (.*)$/gm)];
    expect(commands.map(([, name]) => name)).toEqual(['audit', 'extract', 'rules']);
    for (const [, name = '', rest = ''] of commands) {
      expect(await runCli([name, ...rest.split(' ')], { cwd })).toMatchObject({ code: 0, err: '' });
    }
  });
}
