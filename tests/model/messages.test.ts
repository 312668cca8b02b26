import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Nothing that the program says to its user is in one language alone. The types ask for both; this looks at the sources. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HAN = /\p{Script=Han}/u;

const SOURCES = ['src', 'db', 'crawlers', 'extractors'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(ROOT, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const),
);

/** A text that stands as the value of `zh`: its first piece, where it is one of several. */
const CHINESE = /\bzh:\s*(?<text>'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)/g;
const HOLE = /\$\{(?:[^{}]|\{[^{}]*\})*(?:\}|$)/g;

/** Texts of `zh` that hold words of English and none of Chinese; what stands in their holes is nobody's language. */
const untranslated = (path: string, source: string): string[] =>
  [...source.matchAll(CHINESE)]
    .map(({ groups }) => (groups?.text ?? '').replace(HOLE, ' '))
    .filter((text) => /[a-z]{2,}/i.test(text) && !HAN.test(text))
    .map((text) => `${path}: ${text}`);

/** Errors made with words of our own in one language. */
const PLAIN_ERROR = /new (?:Range|Type)?Error\(\s*['"`]/;

/** Classes of errors that are built on one that carries one text alone. */
const PLAIN_CLASS = /class (?<name>\w+) extends (?:Range|Type|InvalidArgument)?Error\b/g;

/** What can come of a fault of the program alone: it is told as an internal error, with these words as they are. */
const FAULTS_OF_THE_PROGRAM = [
  ...['crawlers/run/committer.ts', 'crawlers/run/page-renderer.ts', 'db/frontier/crawl-run.ts'],
  ...['db/frontier/open-frontier.ts', 'db/queries/corpus-counts.ts', 'db/queries/queue-counts.ts'],
  ...['db/regroup/regroup-bodies.ts', 'db/save/rows.ts', 'db/save/unit-of-work.ts'],
  ...['src/audit/cross/last-year.ts', 'src/audit/repair/sum-network.ts'],
  ...['src/app/pipeline/worker-slot.ts'],
];

/** `BilingualError` itself; one that carries both on the parser's base; two that say nothing to anybody. */
const OWN_BASES = ['BilingualError', 'ClosedPipe', 'InvalidValue', 'Stopped'];

describe('messages in the sources', () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: these are texts of sources
  test.each([
    ["{ zh: 'the file', en: 'the file' }", 1],
    ['{ zh: `the file ${name} is empty`, en: `the file ${name} is empty` }', 1],
    ["{\n  zh:\n    `${name} is ` + 'empty', en: 'x' }", 1],
    ["{ zh: '文件', en: 'the file' }", 0],
    ['{ zh: `${name}：${code}`, en: `${name}: ${code}` }', 0],
    ['{ zh, en }', 0],
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: these are texts of sources
  ])('the check tells what is English in %s', (source, count) => {
    expect(untranslated('a.ts', source)).toHaveLength(count);
  });

  test('every Chinese text is Chinese', () => {
    expect(SOURCES.length).toBeGreaterThan(300);
    expect(SOURCES.reduce((count, [, text]) => count + [...text.matchAll(CHINESE)].length, 0)).toBeGreaterThan(600);
    expect(SOURCES.flatMap(([path, text]) => untranslated(path, text))).toEqual([]);
  });

  test('every error that a user can cause carries both languages', () => {
    const plain = SOURCES.filter(([, text]) => PLAIN_ERROR.test(text)).map(([path]) => path);
    expect(plain.sort()).toEqual(FAULTS_OF_THE_PROGRAM.sort());
    const classes = SOURCES.flatMap(([, text]) => [...text.matchAll(PLAIN_CLASS)].map(({ groups }) => groups?.name));
    expect(classes.sort()).toEqual(OWN_BASES);
  });
});
