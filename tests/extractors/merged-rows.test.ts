import { describe, expect, it } from 'vitest';
import { readPageReport } from '../../extractors/read-report.ts';
import { generate } from '../../samples/generator/generate.ts';

/** A page whose second row of table 3 takes its first value from the cell above, merged over both. */
function pageWithMergedValue(): string {
  const { bytes } = generate(1, { messes: [] });
  const page = new TextDecoder().decode(bytes);
  const row =
    /(一、本年新收政府信息公开申请数量<\/td>\s*<td)([^>]*>)([\s\S]*?二、上年结转政府信息公开申请数量<\/td>\s*)<td[^>]*>[^<]*<\/td>/;
  expect(page).toMatch(row);
  return page.replace(row, '$1 rowspan="2"$2$3');
}

describe('a value cell merged over two rows', () => {
  const { reading } = readPageReport(Buffer.from(pageWithMergedValue()), 'merged.html');
  const cells = ['requests.received.natural', 'requests.carried_in.natural'];

  it('gives both figures its value, the second as worked out', () => {
    const [first, second] = cells.map((key) => reading.figures[key]);
    expect(first?.status).toBe('reported');
    expect(second).toMatchObject({ value: first?.value, status: 'inferred' });
  });

  it('puts both under a doubt', () => {
    const named = reading.doubts.filter(({ rule }) => rule === 'EX-GRID').flatMap((doubt) => doubt.cells);
    expect(named).toEqual(expect.arrayContaining(cells));
  });
});
