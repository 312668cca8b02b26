import { describe, expect, it } from 'vitest';
import { portals } from '../../../samples/portals/portals.ts';
import {
  type Report,
  reportFigures,
  reportFile,
  reportNarrative,
  reportParts,
} from '../../../samples/portals/report.ts';
import { extractFile, extractPage } from '../../../src/app/pipeline/extract.ts';
import { type ExtractionResult, isFailure } from '../../../src/model/report.ts';

/** The documents of drawn governments say what the truth says. */

const reports = [3, 4].flatMap((seed) => {
  const all = portals(seed).sites.flatMap(({ standings }) => standings.map(({ item }) => item.report));
  return [all[0], all.at(-1)].filter((one): one is Report => one !== undefined);
});

function values(result: ExtractionResult | undefined): Record<string, number | null> {
  if (!result || isFailure(result)) throw new Error('the document could not be read');
  return Object.fromEntries(Object.entries(result.figures).map(([key, { value }]) => [key, value]));
}

const bytesOf = (contents: string): Uint8Array =>
  Buffer.from(`<html><meta charset="utf-8"><body>${contents}</body></html>`);

describe.each(reports)('$title', (report) => {
  it('is whole in one page, in the pages of several, and in a file', async () => {
    const truth = reportFigures(report);
    expect(values(extractPage(bytesOf(reportParts(report, 1).join('')), 'a.html'))).toEqual(truth);
    expect(values(extractPage(bytesOf(reportParts(report, 2).join('')), 'a.html'))).toEqual(truth);
    const read: ExtractionResult[] = [];
    for await (const one of extractFile(reportFile(report), 'a.docx')) read.push(one);
    expect(read).toHaveLength(1);
    expect(values(read[0])).toEqual(truth);
  });

  it('has no tables in its narrative, and not all in its first page', () => {
    expect(reportNarrative(report)).not.toContain('<table');
    expect(reportParts(report, 2)[0]).not.toBe('');
    expect(reportParts(report, 2)[1]).toContain('<table');
  });
});
