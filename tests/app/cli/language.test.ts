import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS, nameOf } from '../../../src/app/cli/command-list.ts';
import { languageOf } from '../../../src/app/cli/language.ts';
import { ROOT, runCli } from './run-cli.ts';

const NAMES = COMMANDS.map(nameOf);
const HAN = /\p{Script=Han}/u;

let folder = '';
const place = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lanting-language-'));
  const { code } = await runCli(['ingest', join(ROOT, 'samples/lanting-2020-text/source.txt'), '--db', place('a.db')]);
  expect(code).toBe(0);
  writeFileSync(place('notes.db'), 'no database at all');
  writeFileSync(place('empty.html'), '');
  writeFileSync(place('tab.yaml'), 'portals:\n  - id: a\n\tname: b\n');
  writeFileSync(
    place('faulty.yaml'),
    `
portals:
  - id: A B
    nam: x
    level: 3
    home: ftp://a.gov.cn
    columns: 4
    hosts: [a b, [c]]
    agencies: none
    corrections: [{ url: http://b.example.org/, skip: 1, kind: column }]
  - 7
connect: { a.gov.cn: nowhere }
`,
  );
  writeFileSync(place('portals.tsv'), 'region\tlevel\thome\n某县\tcounty\tnone\n\tcounty\thttp://b.gov.cn\n');
  writeFileSync(place('bytes.sql'), new Uint8Array([0xff, 0xff, 0xfe, 0x81, 0xff, 0xff]));
  writeFileSync(place('names.tsv'), 'name\thome\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the language of a command line', () => {
  test.each<[string, string[], Record<string, string>, 'zh' | 'en']>([
    ['the locale', ['audit'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    ['another locale', ['audit'], { LANG: 'de_DE.UTF-8' }, 'en'],
    ['no locale', ['audit'], {}, 'en'],
    ['LC_ALL before LANG', ['audit'], { LC_ALL: 'C.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    ['LC_MESSAGES before LANG', ['audit'], { LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'C.UTF-8' }, 'zh'],
    ['--lang after the command', ['audit', '--lang', 'zh'], {}, 'zh'],
    ['--lang before the command', ['--lang', 'zh', 'audit'], {}, 'zh'],
    ['--lang=', ['audit', '--lang=en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    ['the last of several', ['--lang', 'en', 'audit', '--lang', 'zh'], {}, 'zh'],
    ['one that is none', ['audit', '--lang', 'fr'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    ['nothing behind it', ['audit', '--lang'], {}, 'en'],
    ['behind --, where no options stand', ['extract', '--', '--lang', 'zh'], {}, 'en'],
  ])('%s', (_, args, env, language) => {
    expect(languageOf(args, env)).toBe(language);
  });

  test.each(NAMES)('%s takes --lang before and after its name', async (name) => {
    const before = await runCli(['--lang', 'zh', name, '--help']);
    expect(before.code).toBe(0);
    expect(before.out).toMatch(/^用法：/);
    expect(await runCli([name, '--lang', 'zh', '--help'])).toEqual(before);
    expect(await runCli([name, '--help'], { env: { LANG: 'zh_CN.UTF-8' } })).toEqual(before);
    expect((await runCli([name, '--lang', 'en', '--help'], { env: { LANG: 'zh_CN.UTF-8' } })).out).toMatch(/^Usage:/);
  });
});

/** Lines of help that are English: none of their words is Chinese, and they are no flags, example or end of a broken line. */
function untranslated(help: string): string[] {
  const [text = ''] = help.split('\n示例：');
  return text
    .split('\n')
    .filter((line) => !HAN.test(line))
    .filter((line) => /[A-Za-z]{2,} [A-Za-z]{2,}/.test(line.replace(/\S*[-<>$"`./]\S*/g, '')));
}

describe('help in Chinese', () => {
  test('the check sees a line of English', () => {
    expect(untranslated('选项：\n  --db <file>  the corpus; by default that of LANTING_DB\n')).toHaveLength(1);
  });

  test.each([[], ...NAMES.map((name) => [name])])('lanting %s holds no English sentence', async (...name) => {
    const { out } = await runCli([...name, '--help', '--lang', 'zh']);
    expect(untranslated(out)).toEqual([]);
    expect(out).not.toMatch(/Usage|Options|Commands|Arguments|Examples|default:|choices:|env:|\[options\]/);
  });

  test.each(COMMANDS)('$usage is described in both languages, option by option', async ({ summary, load }) => {
    const { details, options } = await load();
    for (const { zh, en } of [summary, details, ...options.map(({ text }) => text)]) {
      expect(zh).toMatch(HAN);
      expect(en).toMatch(/^[^\p{Script=Han}]*[a-z]{3}/u);
    }
  });

  test('no line is wider than 80 places of a terminal, addresses and examples aside', async () => {
    for (const name of NAMES) {
      const [text = ''] = (await runCli([name, '--help', '--lang', 'zh'])).out.split('\n示例：');
      for (const line of text.split('\n')) {
        expect([...line].reduce((width, one) => width + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0)).toBeLessThanOrEqual(
          80,
        );
      }
    }
  });
});

const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';

/** What is said on standard error, by the line that leads to it. */
const SAID: readonly (readonly [string, () => string[], RegExp])[] = [
  ['an unknown command', () => ['extrat'], /没有命令 extrat（是否想写 extract？）/],
  ['an unknown option', () => ['audit', '--sevrity'], /没有选项 --sevrity（是否想写 --severity？）/],
  ['a missing argument', () => ['extract'], /缺少参数 path/],
  ['an argument too many', () => ['audit', 'x'], /audit 的参数过多：应有 0 个，给了 1 个/],
  ['an option without its value', () => ['audit', '--year'], /选项 --year <year> 缺少值/],
  [
    'a value that is no choice',
    () => ['extract', 'a', '--format', 'xml'],
    /选项 --format <format> 的值 xml 无效。可选：json, jsonl, table。/,
  ],
  ['a language that is none', () => ['audit', '--lang', 'fr'], /选项 --lang <language> 的值 fr 无效。可选：zh, en。/],
  ['a number that is none', () => ['audit', '--year', 'x'], /的值 x 无效。应为不小于 1 的整数。/],
  ['a duration that is none', () => ['crawl', '--time', 'x'], /应为数字加单位：90s/],
  ['a size that is none', () => ['crawl', '--disk', 'x'], /应为数字加单位：500MB/],
  ['a pause that is none', () => ['crawl', '--delay', 'x'], /应为秒数，最多 3600/],
  ['a pause that is too short', () => ['crawl', '--delay', '0.5'], /间隔不足一秒只适用于自己的网站/],
  ['a time of day that is none', () => ['schedule', '--at', '25:00'], /应为一天中的时刻/],
  ['a region that is none', () => ['ingest', 'a', '--region', 'x'], /应为 2 至 12 位数字/],
  ['a note that is empty', () => ['review', 'abcdef', 'confirm', '--note', ' '], /不能为空/],
  ['an address', () => ['extract', 'http://a.gov.cn/'], /是网址；此命令不联网抓取/],
  ['standard input twice', () => ['extract', '-', '-'], /标准输入（-）只能读取一次/],
  ['an unknown rule', () => ['rules', 'T9'], /没有核查规则 T9/],
  ['an unknown rule as a filter', () => ['audit', '--rule', 'T9', '--db', place('a.db')], /没有核查规则 T9/],
  ['a decision that is none', () => ['review', 'abcdef', 'maybe'], /没有决定 maybe/],
  ['a flag that is none', () => ['review', 'xyz', 'confirm'], /FLAG 应为 6 至 64 位十六进制数字/],
  [
    'a flag that is not there',
    () => ['review', '0123456789', 'confirm', '--db', place('a.db')],
    /没有以 0123456789 开头的异常编号/,
  ],
  ['a rule switched off for nobody', () => ['review', 'H-SUM', 'off'], /请用 --agency 指明机关/],
  ['a rule switched off without a reason', () => ['review', 'H-SUM', 'off', '--agency', '甲'], /请用 --note 说明理由/],
  [
    'a body that is not there',
    () => ['review', 'H-SUM', 'on', '--agency', '甲', '--db', place('a.db')],
    /语料库中没有名为甲的机关/,
  ],
  ['no corpus', () => ['audit', '--db', place('none.db')], /处没有语料库。请先入库/],
  ['a file that is no corpus', () => ['audit', '--db', place('notes.db')], /不是兰亭语料库：文件不是数据库/],
  ['a folder in place of a corpus', () => ['audit', '--db', folder], /无法使用 .*：\p{Script=Han}+。请检查/u],
  ['a query that writes', () => ['query', 'DELETE FROM report', '--db', place('a.db')], /已拒绝：DELETE 不是读取语句/],
  ['no query', () => ['query', ' ', '--db', place('a.db')], /已拒绝：没有语句/],
  ['two queries', () => ['query', 'SELECT 1; SELECT 2', '--db', place('a.db')], /已拒绝：语句不止一条/],
  [
    'a column that is not there',
    () => ['query', 'SELECT x FROM report', '--db', place('a.db')],
    /SQLite 报告：没有列 x/,
  ],
  [
    'a table that is not there',
    () => ['query', 'SELECT 1 FROM x', '--db', place('a.db')],
    /SQLite 报告：没有表或视图 x/,
  ],
  [
    'SQL that is none',
    () => ['query', 'SELECT FROM WHERE', '--db', place('a.db')],
    /SQLite 报告：在“\w+”附近有语法错误/,
  ],
  ['a parameter', () => ['query', 'SELECT ?', '--db', place('a.db')], /SQLite 报告：此处不能用参数/],
  [
    'a query that takes too long',
    () => ['query', ENDLESS, '--time-limit', '1', '--db', place('a.db')],
    /查询在 1000 毫秒后被中止/,
  ],
  [
    'a query that makes too large a value',
    () => ['query', 'SELECT zeroblob(900000000)', '--db', place('a.db')],
    /查询被中止：其中某个值或语句本身超过 \d+ 字节/,
  ],
  ['a query that is given twice', () => ['query', 'SELECT 1', '--file', 'a.sql'], /SQL 须给出且只给一次/],
  [
    'a file of SQL that is not there',
    () => ['query', '--file', place('none.sql')],
    /none\.sql：无法读取：没有这个文件或文件夹（ENOENT/,
  ],
  ['a file of SQL that is no text', () => ['query', '--file', place('bytes.sql')], /bytes\.sql：不是文本；SQL 可用/],
  [
    'a night whose summary has no place',
    () => ['nightly', '--summary', place('none/last.json'), '--db', place('a.db')],
    /小结 .*last\.json 无法写入：没有这个文件或文件夹/,
  ],
  [
    'a night whose summary is a folder',
    () => ['nightly', '--summary', folder, '--db', place('a.db')],
    /小结 .* 无法写入：这是一个文件夹。请建立其所在文件夹，或另指一个文件/,
  ],
  ['a crawl of nothing', () => ['crawl', '--only-declared', '--db', place('b.db')], /没有声明任何网站/],
  ['a file that is not there', () => ['extract', place('none.html')], /没有这个文件或文件夹；请核对名称（NOT_FOUND）/],
  ['an empty file', () => ['extract', place('empty.html')], /文件为空（0 字节）；请重新获取（EMPTY）/],
  [
    'declarations that are not there',
    () => ['portals', 'check', place('none.yaml')],
    /无法读取 .*：没有这个文件或文件夹（ENOENT/,
  ],
  ['declarations that are no YAML', () => ['portals', 'check', place('tab.yaml')], /tab\.yaml:\d+: .*\p{Script=Han}/u],
  ['a portal that is not there', () => ['crawl', '--portal', 'none'], /没有声明网站 none/],
  ['an action that is none', () => ['portals', 'paint', 'x'], /没有操作 paint/],
  ['an action without its file', () => ['portals', 'check'], /需要一个文件/],
  ['a list without its columns', () => ['portals', 'import', place('names.tsv')], /清单没有 region 列/],
];

describe('what goes wrong is said in Chinese', () => {
  test.each(SAID)('%s', async (_, args, said) => {
    const { code, err } = await runCli(args(), { env: { LANG: 'zh_CN.UTF-8' } });
    expect(err).toMatch(said);
    expect(code).not.toBe(0);
    // Each is one line, as in English.
    expect((await runCli(args())).err).toMatch(/^lanting: [^。；]*[a-z]{3}/);
  });

  test('every fault of a file of declarations', async () => {
    const { code, err } = await runCli(['portals', 'check', place('faulty.yaml'), '--lang', 'zh']);
    const lines = err.trim().split('\n');
    expect([code, lines.length > 10]).toEqual([2, true]);
    expect(lines.filter((line) => !HAN.test(line) || / (?:must|needs|not) /.test(line))).toEqual([]);
  });

  test('rows of a list that are left out', async () => {
    const { err } = await runCli(['portals', 'import', place('portals.tsv'), '--lang', 'zh']);
    expect(err).toMatch(/portals\.tsv:2：某县：其首页 "none" 不是 http 或 https 网址/);
    expect(err).toMatch(/：未写地区\n/);
    expect(err).toMatch(/导入 0 个网站，略去 2 行\n$/);
  });
});

describe('what is printed for people', () => {
  test.each<[string, () => string[], RegExp]>([
    [
      'severities of a list',
      () => ['audit', '--db', place('a.db')],
      / 错误 [\s\S]*共 \d+ 条：错误 \d+，警告 \d+，提示 \d+\n$/,
    ],
    [
      'a summary',
      () => ['extract', join(ROOT, 'samples/clean-2021/source.html'), '--format', 'table'],
      /，20\d\d年\d+月\d+日发布/,
    ],
    ['a rule', () => ['rules', 'T3-BALANCE'], /程度：错误\n {2}对象：列，第三表/],
    ['a doubt', () => ['rules', 'EX-RUN-SPLIT'], /程度：提示\n/],
    ['all rules', () => ['rules'], /^规则 +程度 +含义/],
    ['portals', () => ['portals'], /^代码 +名称 +区划代码[\s\S]*共 \d+ 个网站\n$/],
  ])('%s', async (_, args, printed) => {
    const { code, out } = await runCli([...args(), '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out).toMatch(printed);
    expect(out).not.toMatch(/(?<!\S)(?:error|warning|info)(?!\S)/);
  });

  test('JSON keeps codes and ISO dates, and its failures are told in the language', async () => {
    const args = ['extract', place('empty.html'), join(ROOT, 'samples/clean-2021/source.html')];
    const { out } = await runCli([...args, '--lang', 'zh']);
    expect(JSON.parse(out)).toMatchObject([
      { error: { code: 'EMPTY', message: '文件为空（0 字节）；请重新获取' } },
      { report: { publishedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } },
    ]);
    const english = await runCli(args);
    expect(JSON.parse(english.out)).toMatchObject([
      { error: { message: 'the file is empty (0 bytes); fetch it again' } },
      {},
    ]);
  });
});
