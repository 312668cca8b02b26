import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = ['src', 'extractors', 'crawlers', 'db', 'samples'];

/** What only tests import: results and bounds that they hold against the code, and public contracts. */
const FOR_TESTS = [
  'crawlers/browser.ts Renderer',
  'crawlers/browser.ts RendererOptions',
  'crawlers/judge-answer.ts AnswerContext',
  'crawlers/run/contact.ts Contact',
  'crawlers/throttle.ts Throttle',
  'db/audit/sketches.ts Sketch',
  'db/errors.ts CorpusLockedError',
  'db/frontier/open-frontier.ts SqliteFrontier',
  'db/frontier/run-lock.ts CrawlLockLostError',
  'db/frontier/run-lock.ts CrawlLockedError',
  'db/frontier/save-portals.ts DeclaredPortal',
  'db/migrate.ts APPLICATION_ID',
  'db/queries/run-read-only.ts runReadOnly',
  'db/queries/search-narrative.ts searchNarrative',
  'extractors/archive/documents-in.ts FoundDocument',
  'extractors/detect-format.ts looksLikeHtml',
  'extractors/html/load-page.ts loadRepaired',
  'extractors/html/read-html.ts readLoaded',
  'extractors/image/recogniser.ts batchesOf',
  'extractors/image/recogniser.ts sessionOptions',
  'extractors/mapping/parse-number.ts ParsedNumber',
  'src/app/cli/commands/schedule.ts nextTime',
  'src/app/export/audit-workbook.ts MOST_SHEETS',
  'src/app/export/csv.ts csvField',
  'src/app/pipeline/extract.ts extractPage',
  'src/app/pipeline/worker-pool.ts PoolOptions',
  'src/audit/catalogue.ts moduleOf',
  'src/audit/catalogue.ts renderCatalogue',
  'src/audit/cross/companions.ts NO_COMPANIONS',
  'src/audit/cross/narrative/shingles.ts RUN',
  'src/audit/cross/narrative/sketch.ts BANDS',
  'src/audit/repair/find-repairs.ts MOST_STEPS',
  'src/audit/rules/t2-all-zero.ts isAllZero',
  'src/audit/run-rules.ts RuleOutcome',
  'src/model/bodies/body-place.ts BodyEvidence',
  'src/model/report-schema.ts REPORT_JSON_SCHEMA',
];

const DECLARED = /^export (?:async )?(?:const|let|function\*?|class|abstract class|interface|type|enum) (?<name>\w+)/gm;
const LISTED = /\b(?<word>import|export) (?:type )?\{(?<names>[^}]*)\}(?: from '(?<path>\.[^']*)')?/g;
const WHOLE = /\b(?:import|export) \*(?: as \w+)? from '(?<path>\.[^']*)'/g;
const LOADED = /(?:const \{(?<names>[^}]*)\} = )?await import\(\s*'(?<path>\.[^']*)'\s*\)(?:\)\.(?<one>\w+))?/g;

interface Source {
  readonly path: string;
  readonly text: string;
}

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') };
    });
}

/** The names in a list of them, as the other file knows them: `type A`, `a as b`. */
const namesIn = (list: string): string[] =>
  list.split(',').flatMap((entry) => /^(?:type )?(\w+)/.exec(entry.trim())?.[1] ?? []);

const EVERYTHING = '*';

/** What a file takes from others, as `path name`. */
function takenBy({ path, text }: Source): string[] {
  const target = (specifier: string | undefined) => posix.join(posix.dirname(path), specifier ?? '');
  const named = [...text.matchAll(LISTED)]
    .filter(({ groups }) => groups?.path !== undefined)
    .flatMap(({ groups }) => namesIn(groups?.names ?? '').map((name) => `${target(groups?.path)} ${name}`));
  const whole = [...text.matchAll(WHOLE)].map(({ groups }) => `${target(groups?.path)} ${EVERYTHING}`);
  const loaded = [...text.matchAll(LOADED)].flatMap(({ groups }) => {
    const names = groups?.names === undefined ? [groups?.one ?? EVERYTHING] : namesIn(groups.names);
    return names.map((name) => `${target(groups?.path)} ${name}`);
  });
  return [...named, ...whole, ...loaded];
}

/** Exports of `sources` that no file among `all` imports, as `path name`. */
function unusedExports(sources: readonly Source[], all: readonly Source[]): string[] {
  const taken = new Set(all.flatMap(takenBy));
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(DECLARED)]
      .map(({ groups }) => `${path} ${groups?.name}`)
      .filter((name) => !taken.has(name) && !taken.has(`${path} ${EVERYTHING}`)),
  );
}

const source = (path: string, text: string): Source => ({ path, text });

describe('exports', () => {
  it.each([
    ['by name', "import { a } from './one.ts';", []],
    ['as a type', "import { type a, b as c } from './one.ts';", []],
    ['over several lines', "import {\n  a,\n  b,\n} from './one.ts';", []],
    ['handed on', "export { a } from './one.ts';", []],
    ['as a whole', "import * as all from './one.ts';", []],
    ['when it is needed', "const { a } = await import('./one.ts');", []],
    ['from another file', "import { a } from './three.ts';", ['one.ts a']],
    ['not at all', '', ['one.ts a']],
  ])('one that is imported %s', (_, text, unused) => {
    const one = source('one.ts', 'export const a = 1;\nconst b = a;\n');
    expect(unusedExports([one], [one, source('two.ts', text)])).toEqual(unused);
  });

  it('are imported by another file that is built, but for those that only tests need', () => {
    const built = BUILT.flatMap(sourcesIn);
    const tidy = built.filter(({ path }) => !path.startsWith('samples/'));
    expect(unusedExports(tidy, built).sort()).toEqual(FOR_TESTS);
  });

  it('of the samples are imported by another file or by a test', () => {
    const samples = sourcesIn('samples');
    expect(unusedExports(samples, [...BUILT, 'tests'].flatMap(sourcesIn))).toEqual([]);
  });

  it('for tests are imported by one', () => {
    const tests = sourcesIn('tests');
    const named = FOR_TESTS.map((entry) => entry.split(' ') as [string, string]);
    const declared = named.map(([path, name]) => source(path, `export const ${name} = 0;`));
    expect(unusedExports(declared, tests)).toEqual([]);
  });
});
