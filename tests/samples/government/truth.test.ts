import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACHED } from '../../../samples/government/attached.ts';
import { fileBytes } from '../../../samples/government/files.ts';
import { figuresOf } from '../../../samples/government/report.ts';
import { type SamplePortal, startSamplePortal, type TrueReport } from '../../../samples/government/site.ts';
import { extractFile } from '../../../src/app/pipeline/extract.ts';
import { type Extraction, isFailure } from '../../../src/model/report.ts';
import { askAgain } from './ask.ts';

/** Whatever the sample portal says must be found stands there, with the figures it says. */

let portal: SamplePortal;
beforeAll(async () => {
  portal = await startSamplePortal();
});
afterAll(() => portal.close());

async function read(bytes: Uint8Array, name: string): Promise<Extraction> {
  for await (const result of extractFile(bytes, name)) {
    if (!isFailure(result)) return result;
    throw new Error(`${name}: ${result.error.message}`);
  }
  throw new Error(`${name} holds no document`);
}

const valuesOf = ({ figures }: Extraction): Record<string, number | null> =>
  Object.fromEntries(Object.entries(figures).map(([key, { value }]) => [key, value]));

async function misread(report: TrueReport, url: string): Promise<string[]> {
  const { bytes } = await askAgain(portal.connect, url);
  const reading = await read(bytes, 'page.html');
  const wrong: string[] = [];
  if (reading.report?.agency !== report.agency) wrong.push(`agency ${reading.report?.agency}`);
  if (reading.report?.year !== report.year) wrong.push(`year ${reading.report?.year}`);
  const figures = valuesOf(reading);
  if (report.tables === 'page') {
    for (const [key, value] of Object.entries(report.figures)) {
      if (figures[key] !== value) wrong.push(`${key} ${figures[key]} for ${value}`);
    }
  }
  return wrong.map((what) => `${url}: ${what}`);
}

describe('the truth of the sample portal', () => {
  it('stands at every address it names, with its figures', async () => {
    const wrong: string[] = [];
    for (const report of portal.truth) for (const url of report.urls) wrong.push(...(await misread(report, url)));
    expect(wrong).toEqual([]);
  });

  it('names each report once', () => {
    const names = portal.truth.map(({ agency, year }) => `${agency} ${year}`);
    expect(names.length).toBe(new Set(names).size);
    expect(names.length).toBeGreaterThan(60);
  });

  it('serves every attachment as the format it names', async () => {
    const marks: Record<string, string> = { pdf: '%PDF', docx: 'PK', xlsx: 'PK', zip: 'PK', png: '\x89PNG' };
    const attachments = portal.truth.flatMap((report) => report.attachments);
    expect(new Set(attachments.map(({ format }) => format))).toEqual(new Set([...Object.keys(marks), null]));
    for (const { url, format } of attachments) {
      const { bytes, status } = await askAgain(portal.connect, url);
      expect(status).toBe(200);
      expect(bytes.toString('latin1').startsWith(format === null ? '<html>' : (marks[format] ?? '?'))).toBe(true);
    }
  });

  it('says the same at its addresses with and without www', async () => {
    const [first] = portal.truth;
    const url = first?.urls[0] ?? '';
    const twin = await askAgain(portal.connect, url.replace('//www.', '//'));
    expect(twin.text).toBe((await askAgain(portal.connect, url)).text);
  });
});

describe.each(Object.entries(ATTACHED).filter(([name]) => !name.endsWith('.png')))('files/%s', (name, report) => {
  it('holds the figures of its report; else run write-files.ts', async () => {
    const reading = await read(fileBytes(name), name);
    expect(reading.report).toMatchObject({ agency: report.agency, year: report.year });
    expect(valuesOf(reading)).toEqual(figuresOf(report));
  });
});
