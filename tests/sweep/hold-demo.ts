import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Language } from '../../src/model/report.ts';
import { runCli } from '../app/cli/run-cli.ts';

export interface Tour {
  readonly language: Language;
  readonly ocr: 'auto' | 'off';
  /** What `--db` names; null for a tour without. */
  readonly db: string | null;
}

const SAID: Readonly<Record<Language, { finding: RegExp; corpus: RegExp; formats: RegExp }>> = {
  en: {
    finding: /flag error: Table 3, column “natural persons” does not balance/,
    corpus: /The corpus is in (?<path>\S+)\. /,
    formats: /\d+ HTML, .*\d+ PDF/,
  },
  zh: {
    finding: /报告异常·错误：第三表“自然人”一列不平衡/,
    corpus: /语料库在 (?<path>[^\s。]+)/,
    formats: /HTML \d+ 份，.*PDF \d+ 份/,
  },
};

/**
 * The tour does the whole job on the samples, with recognition or without, and the commands that it names at its end work.
 * Without `--db` the corpus is a new temporary file, and the working folder stays as it is.
 */
export function holdDemo({ language, ocr, db }: Tour): void {
  const args = ['demo', '--lang', language, '--ocr', ocr, ...(db === null ? [] : ['--db', db])];

  test(`${args.join(' ')} does the whole job on the samples and says what to do next`, async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'lanting-demo-test-'));
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
    const { code, out, err } = await runCli(args, { cwd, env: { LANTING_DB: 'mine.db' } });
    expect([code, err]).toEqual([0, '']);
    const { finding, corpus, formats } = SAID[language];
    expect(out).toMatch(finding);
    expect(out).toMatch(formats);
    expect(out.includes('samples/scanned-pdf/source.pdf')).toBe(ocr === 'off');
    expect(out).toMatch(/^兰亭街道 +2020 +3 +1 +7 +2$/m);

    const path = corpus.exec(out)?.groups?.path ?? '';
    if (db === null) onTestFinished(() => rmSync(dirname(path), { recursive: true, force: true }));
    else expect(path).toBe(db);
    expect(existsSync(join(db === null ? '/' : cwd, path))).toBe(true);
    expect(existsSync(join(cwd, 'mine.db'))).toBe(false);

    const commands = [...out.matchAll(/^ {2}npx lanting (audit|extract|rules) (.*)$/gm)];
    expect(commands.map(([, name]) => name)).toEqual(['audit', 'extract', 'rules']);
    for (const [, name = '', rest = ''] of commands) {
      expect(await runCli([name, ...rest.split(' ')], { cwd })).toMatchObject({ code: 0, err: '' });
    }
  });
}
