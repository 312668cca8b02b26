import { describe, expect, test } from 'vitest';
import { COMMANDS, nameOf } from '../../../src/app/cli/command-list.ts';
import { runCli } from './run-cli.ts';

const NAMES = COMMANDS.map(nameOf);

describe('help', () => {
  test('lists every command with what it does, and the exit codes', async () => {
    const { code, out, err } = await runCli(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const name of NAMES) expect(out).toMatch(new RegExp(`^  ${name} .*\\w`, 'm'));
    expect(out).toContain('3 done, but some documents or portals failed');
  });

  test.each(NAMES)(
    '%s: says in plain words what it does, explains every option, and gives an example',
    async (name) => {
      const asked = await runCli([name, '--help']);
      expect(asked).toEqual(await runCli(['help', name]));
      expect([asked.code, asked.err]).toEqual([0, '']);
      expect(asked.out).toMatch(new RegExp(`Examples:\\n {2}\\$ lanting ${name}`));
      const spec = await COMMANDS.find((listed) => nameOf(listed) === name)?.load();
      for (const { long, description } of spec?.options ?? []) {
        expect(asked.out).toContain(long);
        expect(description).not.toBe('');
      }
    },
  );

  test('--version', async () => {
    expect(await runCli(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('wrong usage', () => {
  test.each<[string, string[], RegExp]>([
    ['an unknown command', ['extrat'], /unknown command 'extrat' \(Did you mean extract\?\)/],
    ['an unknown option', ['audit', '--colour'], /unknown option '--colour'/],
    ['a missing argument', ['extract'], /missing required argument 'path'/],
    ['an argument too many', ['audit', 'x'], /too many arguments/],
    ['an unknown format', ['extract', 'a', '--format', 'xml'], /xml.*json, jsonl, table/],
    ['a recognition mode that is none', ['ingest', 'a', '--ocr', 'always'], /always.*auto, off, force/],
    ['a year that is none', ['audit', '--year', '20x0'], /whole number/],
    ['a severity that is none', ['audit', '--severity', 'grave'], /error, warning, info/],
    ['an unknown rule as a filter', ['audit', '--rule', 'T9-NONE'], /no audit rule T9-NONE.*lanting rules/],
    ['an unknown rule', ['rules', 'T9-NONE'], /no audit rule T9-NONE.*lanting rules/],
    ['a region that is none', ['ingest', 'a', '--region', 'Zhejiang'], /2 to 12 digits/],
    ['an address', ['ingest', 'https://www.example.gov.cn/a.html'], /is an address.*save the page/],
    ['standard input twice', ['extract', '-', '-'], /only once/],
    ['a corpus that is not there', ['audit', '--db', '/nowhere/lanting.db'], /no corpus at \/nowhere\/lanting\.db/],
    ['a query to a corpus that is not there', ['query', 'SELECT 1', '--db', '/nowhere/lanting.db'], /no corpus at/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await runCli(args);
    expect(err).toMatch(/^lanting: [^\n]+\n$/);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });

  test('no command at all shows the help, on standard error', async () => {
    const { code, out, err } = await runCli([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: lanting');
  });

  test('--debug adds where the error arose', async () => {
    const { err } = await runCli(['rules', 'T9-NONE', '--debug']);
    expect(err).toMatch(/UsageError|Error: there is no audit rule/);
    expect(err).toMatch(/rules\.ts/);
  });
});

describe('rules', () => {
  test('lists every rule with its severity', async () => {
    const { code, out } = await runCli(['rules']);
    expect(code).toBe(0);
    expect(out).toMatch(/^T3-BALANCE +error +\w/m);
  });

  test('explains one, in the language asked for, whatever the case of its code', async () => {
    const english = await runCli(['rules', 't3-balance', '--lang', 'en']);
    expect(english.out).toMatch(/^T3-BALANCE {2}\w/);
    const chinese = await runCli(['rules', 'T3-BALANCE'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(chinese.out).toMatch(/^T3-BALANCE {2}\p{Script=Han}/u);
    expect(chinese).toEqual(await runCli(['rules', 'T3-BALANCE', '--lang', 'zh']));
  });

  test('--format json is one array', async () => {
    const { out } = await runCli(['rules', '--format', 'json']);
    const codes = (JSON.parse(out) as { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('T3-BALANCE');
    expect(new Set(codes).size).toBe(codes.length);
  });
});
