import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findInputs } from '../../../src/app/pipeline/find-inputs.ts';
import { type DocumentInput, InputError } from '../../../src/app/pipeline/input.ts';
import { readInput } from '../../../src/app/pipeline/read-input.ts';

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-inputs-'));
  const file = (path: string, text = path) => writeFileSync(join(cwd, path), text);
  for (const folder of ['reports', 'reports/b', 'reports/.cache', 'loop', 'loop/inner', 'odd', 'empty']) {
    mkdirSync(join(cwd, folder));
  }
  for (const path of ['reports/c.html', 'reports/a.html', 'reports/B.html', 'reports/b/z.txt', 'reports/十.html'])
    file(path);
  for (const path of ['reports/.hidden.html', 'reports/.cache/x.html', 'loop/inner/page.html', 'odd/page.html'])
    file(path);
  symlinkSync('../inner', join(cwd, 'loop/inner/back'));
  symlinkSync('../odd', join(cwd, 'loop/other'));
  symlinkSync('self', join(cwd, 'odd/self'));
  symlinkSync('nowhere', join(cwd, 'odd/broken'));
  execFileSync('mkfifo', [join(cwd, 'odd/fifo')]);
  file('large.html', '');
  truncateSync(join(cwd, 'large.html'), 50 * 1024 * 1024);
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function* stream(...chunks: string[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function find(paths: readonly string[], stdin = stream()): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const input of findInputs(paths, { cwd, stdin })) found.push([input.path, outcome(input)]);
  return found;
}

function outcome(input: DocumentInput): string {
  if (input.kind === 'failed') return input.code;
  return input.kind === 'file' ? 'file' : Buffer.from(input.bytes).toString();
}

describe('findInputs', () => {
  test.each<[string, string[], [string, string][]]>([
    ['a file', ['reports/a.html'], [['reports/a.html', 'file']]],
    ['a hidden file that is asked for by name', ['reports/.hidden.html'], [['reports/.hidden.html', 'file']]],
    [
      'files in the order given, also twice',
      ['reports/c.html', 'reports/a.html', 'reports/c.html'],
      [
        ['reports/c.html', 'file'],
        ['reports/a.html', 'file'],
        ['reports/c.html', 'file'],
      ],
    ],
    [
      'a folder with its subfolders, sorted by name, without what is hidden',
      ['reports/'],
      [
        ['reports/B.html', 'file'],
        ['reports/a.html', 'file'],
        ['reports/b/z.txt', 'file'],
        ['reports/c.html', 'file'],
        ['reports/十.html', 'file'],
      ],
    ],
    [
      'a link back to a folder it lies in, and one to another folder',
      ['loop'],
      [
        ['loop/inner/back', 'LINK_LOOP'],
        ['loop/inner/page.html', 'file'],
        ['loop/other/broken', 'NOT_FOUND'],
        ['loop/other/fifo', 'NOT_A_FILE'],
        ['loop/other/page.html', 'file'],
        ['loop/other/self', 'LINK_LOOP'],
      ],
    ],
    ['an empty folder', ['empty'], []],
    ['a device', ['/dev/null'], [['/dev/null', 'NOT_A_FILE']]],
    ['a name that is not there', ['nowhere.html'], [['nowhere.html', 'NOT_FOUND']]],
    ['a file used as a folder', ['reports/a.html/b'], [['reports/a.html/b', 'NOT_FOUND']]],
  ])('%s', async (_, paths, expected) => {
    expect(await find(paths)).toEqual(expected);
  });

  test('reads standard input where its name stands', async () => {
    expect(await find(['reports/a.html', '-'], stream('one ', 'two'))).toEqual([
      ['reports/a.html', 'file'],
      ['-', 'one two'],
    ]);
  });

  test('gives standard input up at the size limit, without reading on', async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    }
    expect(await find(['-'], endless())).toEqual([['-', 'TOO_LARGE']]);
    expect(sent).toBe(33);
  });
});

describe('readInput', () => {
  const codeOf = (path: string): string => {
    try {
      return `${readInput(join(cwd, path)).length} bytes`;
    } catch (error) {
      return error instanceof InputError ? error.code : String(error);
    }
  };

  test.each([
    ['reports/a.html', '14 bytes'],
    ['large.html', 'TOO_LARGE'],
    ['odd/fifo', 'NOT_A_FILE'],
    ['reports', 'NOT_A_FILE'],
    ['nowhere', 'NOT_FOUND'],
    ['odd/self', 'LINK_LOOP'],
  ])('%s: %s', (path, expected) => {
    expect(codeOf(path)).toBe(expected);
  });
});
