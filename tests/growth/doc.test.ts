import { expect, test } from 'vitest';
import type { WordFile } from '../../extractors/doc/word-file.ts';
import { MOST_GROWTH, measureGrowth } from './measure-growth.ts';

const { markText } = await import('../../extractors/doc/story-marks.ts');
const { characterRuns } = await import('../../extractors/doc/property-runs.ts');

/** Runs that a page holds beside what each says: that its characters are struck out. */
const RUNS = 20;
const PAGE = 512;
/** sprmCFStrike, on. */
const STRUCK = Buffer.from([3, 0x37, 0x08, 1]);

/** A file of one text, and pages of runs of its characters of which each says that it reaches over the whole. */
function fileOf(size: number): WordFile {
  const pages = Math.ceil(size / RUNS);
  const text = Buffer.alloc(size * 2, 'x');
  const from = Math.ceil(text.length / PAGE);
  const main = Buffer.alloc((from + pages) * PAGE);
  text.copy(main);
  const table = Buffer.alloc((pages + 1) * 4 + pages * 4);
  for (let page = 0; page < pages; page += 1) {
    table.writeUInt32LE(from + page, (pages + 1) * 4 + page * 4);
    const bytes = main.subarray((from + page) * PAGE, (from + page + 1) * PAGE);
    for (let run = 0; run <= RUNS; run += 1) bytes.writeUInt32LE(run % 2 === 0 ? run : text.length, run * 4);
    bytes.fill(200, (RUNS + 1) * 4, (RUNS + 1) * 4 + RUNS);
    STRUCK.copy(bytes, 400);
    bytes.writeUInt8(RUNS, PAGE - 1);
  }
  return { main, table: () => table } as unknown as WordFile;
}

test('the steps of marking the text of a DOC grow with it, also where its runs share characters', async () => {
  const growth = await measureGrowth((size) => {
    const file = fileOf(size);
    const { flags } = markText(
      'x'.repeat(size * 2),
      [{ from: 0, length: size * 2, offset: 0, width: 1 }],
      characterRuns(file),
    );
    expect(flags.some((flag) => flag > 0)).toBe(true);
  });
  expect(growth).toBeLessThan(MOST_GROWTH);
});
