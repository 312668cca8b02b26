import { describe, expect, it } from 'vitest';
import { generate } from '../../../samples/generator/generate.ts';
import { extractPage } from '../../../src/app/pipeline/extract.ts';
import type { Facts } from '../../../src/audit/rule.ts';
import { PROSE_RULES } from '../../../src/audit/rules/prose-rules.ts';
import { runRule } from '../../../src/audit/run-rules.ts';
import { type Flag, isFailure } from '../../../src/model/report.ts';
import { OFFICE } from '../../known-documents.ts';

/** A report whose prose disagrees with its tables, and generated ones whose prose agrees. */

function audit(bytes: Uint8Array, path: string) {
  const reading = extractPage(bytes, path);
  if (isFailure(reading) || reading.report === null) throw new Error(`${path} was not read as a report`);
  const facts: Facts = { ...reading, report: reading.report };
  const flags: Flag[] = [];
  const outcomes = PROSE_RULES.map((rule) => runRule(rule, facts, flags));
  return { flags, outcomes };
}

describe.each(OFFICE)('$path', ({ bytes, path }) => {
  const { flags, outcomes } = audit(bytes, path);

  it('flags the prose that disagrees, and nothing that agrees', () => {
    expect(flags.map(({ rule, observed, expected }) => [rule, observed, expected])).toEqual([
      ['TXT-RESULT', 258, 275],
      ['TXT-RESULT', 265, 337],
      // 33.9 % is no share of 258, nor of 275.
      ['TXT-PERCENT', 33.9, 34.16],
      ['TXT-DISPUTES', 7, 5],
      ['TXT-DISPUTES', 9, 8],
    ]);
  });

  it.each([
    ['TXT-RECEIVED', 1, '859'],
    ['TXT-HANDLED', 1, '805'],
    ['TXT-CARRIED', 2, '18, 72'],
    ['TXT-RESULT', 3, '35, 158, 0'],
    ['TXT-DISPUTES', 2, '7, 9'],
  ])('%s passes %i: %s', (code, passed) => {
    expect(outcomes.find(({ rule }) => rule === code)?.passed).toBe(passed);
  });
});

describe('generated reports', () => {
  it('raise no error and no warning', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { bytes, path } = generate(seed, { messes: [] });
      const loud = audit(bytes, path).flags.filter(({ severity }) => severity !== 'info');
      expect(loud.map(({ message }) => `seed ${seed}: ${message.zh}`)).toEqual([]);
    }
  });
});
