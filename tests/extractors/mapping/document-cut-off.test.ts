import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/app/pipeline/extract.ts';
import { isFailure } from '../../../src/model/report.ts';

const SAMPLE = readFileSync('samples/clean-2021/source.html', 'utf8');

function read(html: string) {
  const result = extractPage(new TextEncoder().encode(html), 'page.html');
  if (isFailure(result)) throw new Error(result.error.message.en);
  const told = result.doubts.filter(({ rule, cells }) => rule === 'DOC-PAGES' && cells.length === 0);
  return { told, errors: result.flags.filter(({ severity }) => severity === 'error') };
}

/** Every row end at which a page may break off, from the first row of table 3 to the last of table 4. */
const ROW_ENDS = [...SAMPLE.matchAll(/<\/tr>/g)].map(({ index }) => index + '</tr>'.length);
const IN_REQUESTS = ROW_ENDS.filter(
  (at) => at > SAMPLE.indexOf('本年新收政府信息公开申请数量') && at < SAMPLE.indexOf('结转下年度继续办理'),
);

describe('a page that breaks off inside a table', () => {
  it('is told to do so, and the report is not blamed for what is lost', () => {
    expect(IN_REQUESTS.length).toBeGreaterThan(20);
    for (const end of IN_REQUESTS) {
      const { told, errors } = read(SAMPLE.slice(0, end));
      expect(told).toHaveLength(1);
      expect(errors).toEqual([]);
    }
  });

  it('is none that is whole', () => {
    expect(read(SAMPLE)).toEqual({ told: [], errors: [] });
  });

  it('is none that goes on in prose without a table: that one is missing', () => {
    const table = [...SAMPLE.matchAll(/<table[\s\S]*?<\/table>/gi)].map(([text]) => text).at(-1) ?? '';
    const { told, errors } = read(SAMPLE.replace(table, ''));
    expect(told).toEqual([]);
    expect(errors).toMatchObject([{ rule: 'ST-TABLE-MISSING' }]);
  });
});
