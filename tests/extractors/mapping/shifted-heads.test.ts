import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPageReport } from '../../../extractors/read-report.ts';

const read = (html: string) => readPageReport(new TextEncoder().encode(html), 'page.html').reading;
const doubted = (html: string): Set<string> => new Set(read(html).doubts.flatMap(({ cells }) => cells));
const sample = (name: string): string => readFileSync(`samples/${name}/source.html`, 'utf8');

describe('a header of table 3', () => {
  const page = sample('clean-2021');
  const total = /<td[^>]*>总计<\/td>(?=\s*<\/tr>\s*<tr[^>]*>\s*<td[^>]*>商业企业)/;
  const cell = page.match(total)?.[0] ?? '';

  it('is read by its names where 总计 stands in front', () => {
    const moved = page.replace(total, '').replace(/(?=<td[^>]*>自然人)/, cell);
    const { figures } = read(moved);
    const was = read(page).figures;
    expect(figures['requests.received.total']?.value).toBe(was['requests.received.natural']?.value);
    expect(figures['requests.received.natural']?.value).toBe(was['requests.received.business']?.value);
    expect(doubted(moved)).not.toContain('requests.received.natural');
  });

  it('is doubted where 总计 fell into the line below', () => {
    const moved = page.replace(total, '').replace(/(?=<td[^>]*>商业企业)/, cell.replace(/ rowspan="2"/, ''));
    expect(doubted(moved)).toContain('requests.received.business');
    expect(doubted(page)).not.toContain('requests.received.business');
  });
});

describe('captions of table 4', () => {
  const page = sample('clean-2021');
  const after = page.lastIndexOf('行政复议</td>');
  const edit = (from: RegExp, to: string) => page.slice(0, after) + page.slice(after).replace(from, to);

  it.each([
    ['lost its cell', /<td[^>]*>(?=未经复议直接起诉<\/td>)/, ''],
    ['is lost', /<td[^>]*>未经复议直接起诉<\/td>/, ''],
  ])('leave all figures in doubt where one %s', (_, from, to) => {
    const edited = edit(from, to);
    expect(edited).not.toBe(page);
    expect([...doubted(edited)].filter((key) => key.startsWith('disputes.'))).toHaveLength(15);
  });

  it('may be misprinted where the others stand over their columns', () => {
    expect([...doubted(edit(/未经复议直接起诉/, '末经夏议且接起诉'))]).not.toContain('disputes.review.total');
  });
});

describe('a row of a table drawn without spans', () => {
  it.each(['spanless-tables', 'css-tables'])('is doubted where a cell is lost (%s)', (name) => {
    const page = sample(name);
    const row = /(?<=一、本年新收政府信息公开申请数量[\s\S]{0,400}?)<(td|div|span)[^>]*>\d+<\/\1>/;
    const edited = page.replace(row, '');
    expect(edited).not.toBe(page);
    expect(doubted(page)).not.toContain('requests.received.business');
    expect(doubted(edited)).toContain('requests.received.business');
  });
});
