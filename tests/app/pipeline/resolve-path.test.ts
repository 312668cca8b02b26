import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInputs } from '../../../src/app/pipeline/find-inputs.ts';
import { readInput } from '../../../src/app/pipeline/read-input.ts';
import { resolvePath } from '../../../src/app/pipeline/resolve-path.ts';
import { decodeName } from '../../../src/model/text/name-bytes.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SAMPLE = readFileSync(join(ROOT, 'samples/clean-2021/source.html'));
/** How Node hands over a name of the command line. */
const lossy = (name: string): string => iconv.encode(name, 'gbk').toString();

const NAMES = {
  report: '青禾县水务局2022年年报.html',
  folder: '年报汇总',
  inner: '二〇二二.html',
  // Both come as the same run of U+FFFD.
  twins: ['甲.html', '乙.html'],
};

let cwd = '';
const place = (...names: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat([Buffer.from(cwd), ...names.flatMap((name) => [Buffer.from('/'), Buffer.from(name)])]);
const gbk = (name: string): Buffer => iconv.encode(name, 'gbk');

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-names-'));
  mkdirSync(place(gbk(NAMES.folder)));
  mkdirSync(place('twins'));
  writeFileSync(place(gbk(NAMES.report)), SAMPLE);
  writeFileSync(place(gbk(NAMES.folder), gbk(NAMES.inner)), SAMPLE);
  writeFileSync(place(gbk(NAMES.folder), 'plain.html'), SAMPLE);
  for (const name of NAMES.twins) writeFileSync(place('twins', gbk(name)), SAMPLE);
  // The same name in both encodings, and bytes that are neither.
  mkdirSync(place('mixed'));
  for (const bytes of [gbk('报告.html'), '报告.html', Buffer.from([0x61, 0xff, 0x25])])
    writeFileSync(place('mixed', bytes), SAMPLE);
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function readAll(...paths: readonly string[]) {
  const read: [string, string][] = [];
  for await (const input of findInputs(paths, { cwd, stdin: nothing() })) {
    const whole = input.kind === 'file' && readInput(input.file).length === SAMPLE.length;
    read.push([input.path, input.kind === 'failed' ? input.code : whole ? 'read' : input.kind]);
  }
  return read;
}

// File systems of macOS and Windows hold no such names.
describe.skipIf(process.platform !== 'linux')('files whose names are GBK', () => {
  it.each<[string, string[], [string, string][]]>([
    ['named as the system hands it over', [lossy(NAMES.report)], [[NAMES.report, 'read']]],
    ['named as it is reported', [NAMES.report], [[NAMES.report, 'read']]],
    ['below the folder that it is named from', [`./x/../${lossy(NAMES.report)}`], [[NAMES.report, 'read']]],
    [
      'in a folder with such a name',
      [lossy(NAMES.folder)],
      [
        [`${NAMES.folder}/plain.html`, 'read'],
        [`${NAMES.folder}/${NAMES.inner}`, 'read'],
      ],
    ],
    ['a plain one in such a folder', [`${lossy(NAMES.folder)}/plain.html`], [[`${NAMES.folder}/plain.html`, 'read']]],
    ['both in a path', [`${lossy(NAMES.folder)}/${lossy(NAMES.inner)}`], [[`${NAMES.folder}/${NAMES.inner}`, 'read']]],
    [
      'in a folder that is walked through',
      ['twins'],
      [
        ['twins/乙.html', 'read'],
        ['twins/甲.html', 'read'],
      ],
    ],
    [
      'beside the same name in UTF-8, and bytes that are neither',
      ['mixed'],
      [
        ['mixed/a%FF%25', 'read'],
        ['mixed/报告.html', 'read'],
        ['mixed/报告.html#2', 'read'],
      ],
    ],
    ['the second of two with one name', ['mixed/报告.html#2'], [['mixed/报告.html#2', 'read']]],
    [
      'one that is not there',
      ['没有.html', '\ufffd\ufffd.txt'],
      [
        ['没有.html', 'NOT_FOUND'],
        ['\ufffd\ufffd.txt', 'NOT_FOUND'],
      ],
    ],
    ['one of several that look alike', [`twins/${lossy('甲.html')}`], [[`twins/${lossy('甲.html')}`, 'AMBIGUOUS']]],
  ])('%s', async (_, paths, expected) => {
    expect((await readAll(...paths)).sort()).toEqual([...expected].sort());
  });

  it('are named by what they may be', async () => {
    await expect(resolvePath(`twins/${lossy('甲.html')}`, cwd)).rejects.toMatchObject({
      message: expect.stringMatching(/“乙.html”, “甲.html”.*or the folder/),
      text: { zh: expect.stringMatching(/可能指“乙.html”、“甲.html”；请给出其中一个名称/) },
    });
  });

  it('are read as a shell hands them over', () => {
    const script = 'exec "$0" "$1" extract --ocr off --format jsonl *.html';
    const out = execFileSync('sh', ['-c', script, process.execPath, join(ROOT, 'dist/src/app/cli/bin.js')], {
      cwd,
      encoding: 'utf8',
    });
    const [result = ''] = out.trim().split('\n');
    expect(JSON.parse(result)).toMatchObject({ source: { path: NAMES.report }, report: { year: expect.any(Number) } });
  });
});

describe('decodeName', () => {
  it.each([
    ['UTF-8', Buffer.from('年报.html'), '年报.html'],
    ['GBK', gbk('年报.html'), '年报.html'],
    ['neither', Buffer.from([0x61, 0x25, 0xff, 0x62]), 'a%25%FFb'],
  ])('%s', (_, bytes, name) => {
    expect(decodeName(bytes)).toBe(name);
  });
});
