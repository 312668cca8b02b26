import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../extractors/limits.ts';
import { extractPage } from '../../../src/app/pipeline/extract.ts';
import { type Extraction, isFailure } from '../../../src/model/report.ts';

const TEXT = readFileSync(new URL('../../../samples/text-lines/source.txt', import.meta.url), 'utf8');

function read(text: string): Extraction {
  const result = extractPage(Buffer.from(text), 'text.txt');
  if (isFailure(result)) throw new Error(result.error.message.en);
  return result;
}

describe('a report with more headings than sections are told apart', () => {
  const plain = read(TEXT);
  const before = plain.sections.filter(({ ordinal }) => ordinal > 0).length;
  const surplus = 5;
  const more = (count: number) =>
    Array.from({ length: count }, (_, i) => `一、第${i}项其他情况\n这一段说明第${i}项。`).join('\n');
  const full = read(`${TEXT}\n${more(LIMITS.sections - before)}\n`);
  const over = read(`${TEXT}\n${more(LIMITS.sections - before + surplus)}\n`);

  it('keeps all up to the limit, without a word', () => {
    expect(full.sections.at(-1)).toMatchObject({
      ordinal: LIMITS.sections,
      heading: expect.stringMatching(/其他情况/),
    });
    expect(full.doubts.map(({ rule }) => rule)).not.toContain('DOC-SECTIONS');
  });

  it('tells how many begin no section, and keeps their text', () => {
    expect(over.sections.at(-1)?.ordinal).toBe(LIMITS.sections);
    expect(over.doubts.filter(({ rule }) => rule === 'DOC-SECTIONS')).toMatchObject([
      { severity: 'warning', message: { en: expect.stringContaining(`the ${surplus} behind it`) } },
    ]);
    const last = LIMITS.sections - before + surplus - 1;
    expect(over.sections.at(-1)?.text).toContain(`第${last}项其他情况\n这一段说明第${last}项。`);
  });

  it('reads the same figures', () => {
    expect(over.figures).toEqual(plain.figures);
  });

  it('names a few of them in a flag, and counts the others', () => {
    const [flag] = over.flags.filter(({ rule }) => rule === 'ST-SECTION-ORDER');
    expect(flag?.message.en).toMatch(/and \d{3} more/);
    expect(flag?.message.zh).toMatch(/等，另有 \d{3} 处/);
    expect(flag?.message.en.length).toBeLessThan(4_000);
  });
});
