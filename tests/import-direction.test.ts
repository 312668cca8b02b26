import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** What the rooms on each level of the house may import from, their own room aside. */
const BASE = [
  ...[
    'src/model/text',
    'src/model/bodies',
    'src/model/forms',
    'src/model/report.ts',
    'src/model/report-schema.ts',
    'src/model/doubts',
  ],
  ...['src/model/crawl', 'src/model/messages', 'src/model/bytes'],
];
const WORKSHOPS = ['extractors', 'src/audit', 'crawlers', 'db'];
const STEPS = ['src/app/pipeline', 'src/app/export'];

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/model/text': [],
  'src/model/bytes': [],
  'src/model/bodies': ['src/model/text'],
  'src/model/forms': ['src/model/text'],
  'src/model/report.ts': ['src/model/text', 'src/model/forms'],
  'src/model/messages': ['src/model/report.ts'],
  'src/model/report-schema.ts': BASE,
  'src/model/doubts': ['src/model/report.ts', 'src/model/text'],
  'src/model/crawl': ['src/model/report.ts'],
  extractors: BASE,
  'src/audit': BASE,
  crawlers: BASE,
  db: BASE,
  'src/app/pipeline': [...BASE, ...WORKSHOPS],
  'src/app/export': [...BASE, ...WORKSHOPS],
  // The demonstration serves the sample government and crawls it, and reads generated documents.
  'src/app/cli': [...BASE, ...WORKSHOPS, ...STEPS, 'samples/government', 'samples/generator'],
  'src/app/web': [...BASE, ...WORKSHOPS, ...STEPS],
  'samples/government': [...BASE, 'samples/generator'],
  // Takes nothing from the crawlers, so that it can judge them.
  'samples/portals': ['src/model/text', 'samples/government', 'samples/generator'],
  // Takes nothing from the extractors, so that it can judge them.
  'samples/cells': [...BASE, 'samples/generator'],
  'samples/generator': BASE,
};

/** The rooms within the extractors, from the ground up: each may import from those before it and from its own. */
const EXTRACTORS: readonly (readonly string[])[] = [
  ['document.ts', 'limits.ts', 'read-error.ts', 'formats.ts', 'native-call.ts', 'detect-format.ts', 'bytes'],
  ['layout'],
  ['html', 'text', 'pdf', 'ooxml', 'sheet', 'image', 'archive'],
  ['docx'],
  ['doc'],
  ['read-page.ts'],
  ['read-document.ts'],
  ['mapping'],
  ['read-report.ts'],
];
/** Readers on one storey know nothing of each other, but for these: what the one reads stands inside the other. */
const INSIDE: Readonly<Record<string, readonly string[]>> = { html: ['text'], sheet: ['ooxml'], docx: ['ooxml'] };

/** What is wrong with the imports among the rooms of the extractors. The layout's oracle is a type that mapping fills. */
function misplaced(path: string, source: string): string[] {
  const parts = (of: string): string => posix.relative('extractors', of).split('/')[0] ?? '';
  const storey = (room: string): number => EXTRACTORS.findIndex((rooms) => rooms.includes(room));
  const own = parts(path);
  if (storey(own) === -1) return [`${path} lies on no storey of the extractors; add its room to this table`];
  return [...source.matchAll(SPECIFIER)].flatMap((match) => {
    const target = posix.join(posix.dirname(path), match.groups?.path ?? '');
    const room = parts(target);
    if (!target.startsWith('extractors/') || room === own || storey(own) === 0) return [];
    if (storey(room) < storey(own) || INSIDE[own]?.includes(room)) return [];
    return [`${path} imports ${target}: ${own} may not import from ${room}`];
  });
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SPECIFIER = /\b(?:from|import)\s*\(?\s*(['"])(?<path>\.[^'"]*)\1/g;

const roomOf = (path: string): string | undefined =>
  Object.keys(MAY_IMPORT).find((room) => path === room || path.startsWith(`${room}/`));

/** What is wrong with the imports of one file; `path` is relative to the project, with forward slashes. */
function violations(path: string, source: string): string[] {
  const room = roomOf(path);
  if (!room) return [`${path} lies in no room; move it, or add its room to this table`];
  return [...source.matchAll(SPECIFIER)].flatMap((match) => {
    const target = posix.join(posix.dirname(path), match.groups?.path ?? '');
    const from = roomOf(target);
    if (from === room || (from && MAY_IMPORT[room]?.includes(from))) return [];
    return [`${path} imports ${target}: ${room} may not import from ${from ?? 'outside the rooms'}`];
  });
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const FOLDERS = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ['src', 'extractors', 'crawlers', 'db', 'samples'].includes(entry.name))
  .map((entry) => entry.name);

describe('imports point one way', () => {
  test.each([
    ['downwards', 'src/model/report.ts', "import { a } from '../audit/rule.ts';", 'src/audit'],
    ['sideways', 'extractors/html/a.ts', "export * from '../../db/connect.ts';", 'db'],
    ['by a call', 'db/a.ts', "const a = await import('../src/app/cli/main.ts');", 'src/app/cli'],
    [
      'over several lines',
      'src/model/text/a.ts',
      "import {\n  a,\n  b,\n} from '../forms/form.ts';",
      'src/model/forms',
    ],
    ['for its effect alone', 'src/model/text/a.ts', "import '../forms/form.ts';", 'src/model/forms'],
    ['from the tests', 'src/app/cli/a.ts', 'import { a } from "../../tests/a.ts";', 'outside the rooms'],
  ])('an import %s is found', (_, path, source, target) => {
    expect(violations(path, source)).toEqual([expect.stringContaining(`may not import from ${target}`)]);
  });

  test.each([
    ['upwards', 'src/app/cli/commands/a.ts', "import { a } from '../../../model/report.ts';"],
    ['within the room', 'db/queries/a.ts', "import { a } from '../connect.ts';"],
    ['of a package', 'src/model/text/a.ts', "import { a } from 'node:fs';"],
  ])('an import %s is left alone', (_, path, source) => {
    expect(violations(path, source)).toEqual([]);
  });

  test.each([
    ['a reader of another', 'extractors/image/a.ts', "import { a } from '../pdf/b.ts';"],
    ['the layout of the mapping', 'extractors/layout/a.ts', "import { a } from '../mapping/b.ts';"],
    ['a reader of the mapping', 'extractors/pdf/a.ts', "import { a } from '../mapping/b.ts';"],
  ])('within the extractors, an import by %s is found', (_, path, source) => {
    expect(misplaced(path, source)).toHaveLength(1);
  });

  test('the rooms of the extractors stand on each other', () => {
    const found = sources('extractors').flatMap((path) => misplaced(path, readFileSync(join(ROOT, path), 'utf8')));
    expect(found).toEqual([]);
  });

  test('a file outside every room is found', () => {
    expect(violations('src/stray.ts', '')).toEqual([expect.stringContaining('no room')]);
  });

  test.each(FOLDERS)('%s', (folder) => {
    const paths = sources(folder);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.flatMap((path) => violations(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });
});
