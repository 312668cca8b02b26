import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildZip } from '../../../samples/generator/formats/build-zip.ts';
import { generateFormat } from '../../../samples/generator/formats/generate-format.ts';
import { messyDraft } from '../../../samples/generator/formats/messy-draft.ts';
import { measure } from '../../../samples/generator/formats/paper/fonts.ts';
import { PLAIN_PAGE } from '../../../samples/generator/formats/paper/page-style.ts';
import { printDraft } from '../../../samples/generator/formats/paper/print-draft.ts';
import type { Sheet } from '../../../samples/generator/formats/paper/sheet.ts';
import { writePdfkit } from '../../../samples/generator/formats/pdfkit.ts';
import { scanPages } from '../../../samples/generator/formats/scan.ts';
import { generate } from '../../../samples/generator/generate.ts';
import { seededRng } from '../../../samples/generator/rng.ts';
import type { Extraction } from '../../../src/model/report.ts';
import { ROOT, runCli } from './run-cli.ts';

/** Formats other than pages, through whole command lines: what each is called, how archives come apart, `--ocr`. */

const PAGE = generate(1, { messes: [] });

const SCANNED = { dpi: 150, skew: 1, noise: 4, quality: 70 };

/** A report of one page: its title and the tables of one section, so that little is to be recognised. */
function onePage(): Sheet[] {
  const { draft } = messyDraft(3, [], []);
  const blocks = draft.blocks.filter((block) => block.kind === 'table' && block.roles.includes('proactive'));
  return printDraft({ ...draft, blocks }, PLAIN_PAGE, measure);
}

let cwd = '';

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'lanting-formats-'));
  const file = (path: string, content: Uint8Array) => writeFileSync(join(cwd, path), content);
  const [pdf, word] = [await generateFormat(4, 'pdfkit ruled', []), await generateFormat(2, 'docx', [])];
  const [scan = new Uint8Array()] = await scanPages(onePage(), SCANNED, seededRng(3));
  file(
    'a.zip',
    buildZip([
      { name: '甲/report.pdf', data: pdf.bytes },
      { name: 'broken.html', data: 'x', crc: 1 },
      {
        name: 'inner.zip',
        data: buildZip([
          { name: 'report', data: word.bytes },
          { name: '\u001b[2J', data: '' },
        ]),
      },
      { name: 'page.html', data: PAGE.bytes },
    ]),
  );
  file('b.doc', pdf.bytes);
  file('page.pdf', await writePdfkit(onePage()));
  file('scan.jpg', scan);
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const outline = (out: string) =>
  (JSON.parse(out) as Extraction[]).map((result) => [
    result.source.path,
    'error' in result ? (result.error as { code: string }).code : result.source.mediaType.replace(/.*[./]/, ''),
  ]);

const MEMBERS = [
  ['a.zip!/甲/report.pdf', 'pdf'],
  ['a.zip!/broken.html', 'DAMAGED'],
  ['a.zip!/inner.zip!/report', 'document'],
  ['a.zip!/inner.zip!/\\u001b[2J', 'EMPTY'],
  ['a.zip!/page.html', 'html'],
];

describe('an archive', () => {
  test('gives one object for each member, in order, between the files around it', async () => {
    const { code, out, err } = await runCli(['extract', 'b.doc', 'a.zip', 'b.doc'], { cwd });
    expect(outline(out)).toEqual([['b.doc', 'pdf'], ...MEMBERS, ['b.doc', 'pdf']]);
    expect(err).toMatch(/^lanting: a\.zip!\/broken\.html: .*\(DAMAGED\)\nlanting: a\.zip!\/inner\.zip!.*\(EMPTY\)\n$/);
    expect(code).toBe(3);
  });

  test('comes by standard input too', async () => {
    const { out } = await runCli(['extract', '-'], { cwd, stdin: [readFileSync(join(cwd, 'a.zip'))] });
    expect(outline(out)).toEqual(MEMBERS.map(([path, outcome]) => [path?.replace('a.zip', '-'), outcome]));
  });

  test('goes into the corpus member by member, and the same again changes nothing', async () => {
    const ingest = async () => JSON.parse((await runCli(['ingest', 'a.zip', '--format', 'json'], { cwd })).out);
    expect(await ingest()).toMatchObject({ new: 3, notReports: 0, failed: [{ code: 'DAMAGED' }, { code: 'EMPTY' }] });
    expect(await ingest()).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
  });
});

describe('--ocr', () => {
  test('off leaves a scan unread and says so, never with zeros', async () => {
    const { code, out } = await runCli(['extract', 'scan.jpg', '--ocr', 'off'], { cwd });
    const [result] = JSON.parse(out) as Extraction[];
    expect([code, result?.figures]).toEqual([0, {}]);
    const unread = result?.doubts.find(({ rule }) => rule === 'ST-TABLE-IMAGE');
    expect(unread?.message.en).toMatch(/not read.*--ocr auto/);
  });

  test.each([
    ['auto', 'scan.jpg', true, 10],
    ['auto', 'page.pdf', false, 10],
    ['force', 'page.pdf', true, 10],
  ])('%s of %s: recognised is %s', async (mode, path, recognised, least) => {
    const { out } = await runCli(['extract', path, '--ocr', mode], { cwd });
    const [result] = JSON.parse(out) as Extraction[];
    const read = Object.values(result?.figures ?? {}).filter(({ value }) => value !== null);
    expect(read.length).toBeGreaterThan(least);
    expect(result?.doubts.some(({ rule }) => rule === 'ST-TABLE-IMAGE')).toBe(recognised);
  });
});

test('the sample archive: two reports and a notice, under names in GBK', async () => {
  const { code, out } = await runCli(['extract', 'samples/zip-gbk-names/source.zip', '--format', 'table'], {
    cwd: ROOT,
  });
  expect(code).toBe(0);
  expect(out).toContain('source.zip!/关于报送年度报告的通知.html\n  not a report of this kind');
  expect(out).toMatch(/source\.zip!\/年度报告\/区民政局年度报告\.docx\n {2}.*\n {2}\d{3} figures/);
});
