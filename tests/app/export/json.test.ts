import { expect, test } from 'vitest';
import { toJsonLine } from '../../../src/app/export/json.ts';

test.each([
  ['ordinary text', '兰亭 "街道"'],
  ['line breaks', 'a\nb\r\nc'],
  ['C0 controls', '\u0000\u001b[2J'],
  ['DEL and C1 controls', '\u007f\u009b31m'],
  ['line separators', 'a\u2028b\u2029c'],
])('%s come back as they were, on one line and without a raw control character', (_, text) => {
  const line = toJsonLine({ text });
  expect(JSON.parse(line)).toEqual({ text });
  expect(line).toMatch(/^[^\p{Cc}\u2028\u2029]*$/u);
});
