import { expect, it } from 'vitest';
import { growthsIn } from '../../../src/audit/prose/growth.ts';
import { judgeChange } from '../../../src/audit/prose/judge-growth.ts';
import type { Facts } from '../../../src/audit/rule.ts';
import { buildReading } from '../build-reading.ts';
import { telling } from './overview.ts';

const facts = (received: number, text = '', reviews = 0): Facts =>
  buildReading({
    details: { 'requests.granted.natural': received, 'disputes.review.upheld': reviews },
    ...(text ? { sections: telling(text) } : {}),
  }) as Facts;

const judgeGrowth = (facts: Facts, previous: Facts) =>
  growthsIn(facts).map((growth) => judgeChange(growth, facts, previous));

it.each([
  ['全年收到政府信息公开申请120件，较上年增长20%。', 'passed'],
  ['全年收到政府信息公开申请120件，比去年增加20件。', 'passed'],
  ['政府信息公开申请数量较2021年上升20.0%。', 'passed'],
  ['全年收到政府信息公开申请120件，申请数量较去年回落20%。', 'flagged'],
  ['全年收到政府信息公开申请120件，同比增长12.3%。', 'flagged'],
  ['全年收到政府信息公开申请120件，比上年增加25件。', 'flagged'],
] as const)('%s %s', (text, outcome) => {
  expect(judgeGrowth(facts(120, text), facts(100)).map((judgement) => judgement.outcome)).toEqual([outcome]);
});

it.each([
  ['主动公开信息较上年增长20%。', 'another figure'],
  ['政府信息公开申请数量较2019年上升20%。', 'another year'],
  ['政府信息公开申请量环比增长20%。', 'another span'],
])('%s tells nothing that can be judged: %s', (text) => {
  expect(judgeGrowth(facts(120, text), facts(100))).toEqual([]);
});

it('says what last year would have to be', () => {
  const [judgement] = judgeGrowth(facts(120, '收到政府信息公开申请120件，同比下降20%。'), facts(100));
  expect(judgement).toMatchObject({
    outcome: 'flagged',
    finding: { observed: -20, expected: 20, message: { zh: expect.stringContaining('上年应为 150') } },
  });
});

it('stands aside where there was nothing last year', () => {
  const text = '政府信息公开行政复议2件，较上年增长100%。';
  expect(judgeGrowth(facts(5, text, 2), facts(5)).map(({ outcome }) => outcome)).toEqual(['not_applicable']);
});
