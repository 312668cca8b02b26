import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPageReport } from '../../../extractors/read-report.ts';

/** A sample with the rows 小计 of every group, each the sum of its members. */
const SAMPLE = readFileSync('samples/subtotal-rows/source.html', 'utf8');
const SUBTOTAL = /(小计[\s\S]{0,200}?<td[^>]*>\s*(?:<[^>]+>\s*)*)(\d+)/;

const told = (html: string) =>
  readPageReport(new TextEncoder().encode(html), 'page.html').reading.doubts.filter(
    ({ rule }) => rule === 'T3-SUBTOTAL',
  );

describe('subtotals of table 3', () => {
  it('say nothing where they are the sums of their members', () => {
    expect(told(SAMPLE)).toEqual([]);
  });

  it('are told where one is not, with its members', () => {
    const changed = SAMPLE.replace(
      SUBTOTAL,
      (_, before: string, digits: string) => `${before}${Number(digits) + 90_000}`,
    );
    expect(changed).not.toBe(SAMPLE);
    const [doubt, ...others] = told(changed);
    expect(others).toEqual([]);
    expect(doubt?.severity).toBe('error');
    expect(doubt?.message.zh).toMatch(/小计”一行填 900\d\d，其分项之和为 \d+/);
    expect(doubt?.cells.length).toBeGreaterThan(1);
    expect(new Set(doubt?.cells.map((cell) => cell.split('.')[2])).size).toBe(1);
  });
});
