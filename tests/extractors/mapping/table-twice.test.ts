import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPageReport } from '../../../extractors/read-report.ts';

const SAMPLE = readFileSync('samples/clean-2021/source.html', 'utf8');
const TABLES = [...SAMPLE.matchAll(/<table[\s\S]*?<\/table>/gi)].map(([table]) => table);

function copied(words: string, change: (table: string) => string) {
  const original = TABLES.find((table) => table.includes(words)) ?? '';
  const html = SAMPLE.replace(original, () => `${original}<p>附表</p>${change(original)}`);
  const { doubts, figures } = readPageReport(new TextEncoder().encode(html), 'page.html').reading;
  return { figures, told: doubts.filter(({ rule }) => rule === 'EX-READERS') };
}

describe.each([
  ['proactive', '现行有效件数'],
  ['requests', '结转下年度'],
  ['disputes', '尚未审结'],
])('a copy of the table %s', (role, words) => {
  it('that is equal is told without a figure in doubt', () => {
    const { told } = copied(words, (table) => table);
    expect(told).toMatchObject([{ severity: 'info', cells: [], message: { zh: expect.stringContaining('各次相同') } }]);
    expect(told[0]?.alternatives).toBeUndefined();
  });

  it('that differs is told with its cells and what it says there', () => {
    const { told, figures } = copied(words, (table) => table.replace(/>(\s*)(\d+)(\s*)</, '>$190017$3<'));
    expect(told).toMatchObject([{ severity: 'warning', alternatives: [['90017']] }]);
    const [key = ''] = told[0]?.cells ?? [];
    expect(key.split('.')[0]).toBe(role);
    expect(figures[key]?.value).not.toBe(90_017);
  });
});
