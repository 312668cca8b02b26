import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/audit/rule.ts';
import { PROSE_RULES } from '../../../src/audit/rules/prose-rules.ts';
import { runRule } from '../../../src/audit/run-rules.ts';
import type { Flag } from '../../../src/model/report.ts';
import { buildReading } from '../build-reading.ts';
import { type DrawnSentence, drawSentence } from './draw-sentence.ts';

const SENTENCES = 500;
const DEMANDED = 0.98;

/** Whether the rules object to the report of a sentence; what is only worth knowing is no objection. */
function objects({ parts }: DrawnSentence): boolean {
  const facts = buildReading(parts) as Facts;
  const flags: Flag[] = [];
  for (const rule of PROSE_RULES) expect(runRule(rule, facts, flags).reasons).toEqual([]);
  return flags.some(({ severity }) => severity !== 'info');
}

describe('the prose rules on drawn sentences', () => {
  const drawn = Array.from({ length: SENTENCES }, (_, seed) => drawSentence(seed + 1));
  const judged = drawn.map((sentence) => ({ ...sentence, raised: objects(sentence) }));

  it(`are right in at least ${DEMANDED * 100}% of ${SENTENCES}`, () => {
    const mistaken = judged.filter(({ raised, wrong }) => raised !== wrong);
    const list = mistaken.map(({ raised, text }) => `${raised ? 'false alarm' : 'missed'}: ${text}`).join('\n');
    expect(judged.length - mistaken.length, list).toBeGreaterThanOrEqual(SENTENCES * DEMANDED);
  });

  it('raise no false alarm', () => {
    expect(judged.filter(({ raised, wrong }) => raised && !wrong).map(({ text }) => text)).toEqual([]);
  });

  it('are shown both true and false sentences', () => {
    const wrong = judged.filter((sentence) => sentence.wrong).length;
    expect(wrong).toBeGreaterThan(SENTENCES / 4);
    expect(wrong).toBeLessThan((SENTENCES * 3) / 4);
  });
});
