import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { alignColumns } from '../../../extractors/mapping/align-columns.ts';
import { parseNumber } from '../../../extractors/mapping/parse-number.ts';
import { readPageReport } from '../../../extractors/read-report.ts';

const at = {};
const HEADER = [
  { key: 'items_prev', column: 1, colSpan: 1 },
  { key: 'items_change', column: 2, colSpan: 2 },
];

it('gives one cell to both columns only where it is merged over them', () => {
  const cell = { text: '119', column: 1, colSpan: 1, at };
  expect(alignColumns([cell], HEADER)).toEqual({ cells: [cell, null], how: 'overlap' });
  expect(alignColumns([{ ...cell, colSpan: 3 }], HEADER)?.how).toBe('spread');
});

it.each(['5\n286', '5\t286', '5   286'])('takes %j for no group of thousands', (text) => {
  expect(parseNumber(text).status).toBe('inferred');
});

it('doubts a list of two numbers in a cell', () => {
  const page = readFileSync('samples/clean-2021/source.html', 'utf8');
  const html = page.replace(/(行政强制<\/td>\s*<td[^>]*>)[^<]*/, '$1<ul><li>5</li><li>286</li></ul>');
  const { doubts } = readPageReport(new TextEncoder().encode(html), 'page.html').reading;
  expect(doubts.flatMap(({ cells }) => cells)).toContain('proactive.coercion.decisions');
});
