import { expect, test } from 'vitest';
import { adoptHead } from '../../../src/app/pipeline/adopt-head.ts';
import { docFrontMatter } from '../../../src/model/doubts/doc-front-matter.ts';
import { isFailure } from '../../../src/model/report.ts';
import { buildExtraction, buildFailure, buildNotAReport } from '../../db/build-extraction.ts';

const LINK = '兰渚市财政局2023年政府信息公开工作年度报告';

test.each<
  [
    what: string,
    own: { agency: string | null; year: number | null },
    titles: (string | null)[],
    agency: string | null,
    year: number | null,
    doubts: number,
  ]
>([
  ['a file that names neither takes both from its link', { agency: null, year: null }, [LINK], '兰渚市财政局', 2023, 2],
  [
    'a link without a body leaves it to the page',
    { agency: null, year: 2023 },
    ['附件', LINK],
    '兰渚市财政局',
    2023,
    1,
  ],
  [
    'the title of its page comes before words further away, a site’s name behind it or not',
    { agency: null, year: 2023 },
    [`${LINK}-兰渚市人民政府门户网站`, '兰渚市审计局2023年政府信息公开工作年度报告'],
    '兰渚市财政局',
    2023,
    1,
  ],
  ['what the file says is never overruled', { agency: '兰渚市审计局', year: null }, [LINK], '兰渚市审计局', 2023, 1],
  ['a file that names both is left alone', { agency: '兰渚市审计局', year: 2021 }, [LINK], '兰渚市审计局', 2021, 0],
  [
    'nothing is guessed from other words',
    { agency: null, year: null },
    ['附件1', '关于印发2023年通知', null],
    null,
    null,
    0,
  ],
])('%s', (_, own, titles, agency, year, doubts) => {
  const result = adoptHead(buildExtraction(own), titles);
  if (isFailure(result)) throw new Error('a report was given');
  expect(result.report).toMatchObject({ agency, year });
  expect(result.doubts.filter(({ rule }) => rule === 'DOC-FRONT-MATTER')).toHaveLength(doubts);
});

test.each([
  ['no report', buildNotAReport('guide')],
  ['a failure', buildFailure('x.pdf')],
])('%s stays what it is', (_, result) => {
  expect(adoptHead(result, [LINK])).toBe(result);
});

test('what the link names is no longer said to be unknown', () => {
  const bare = buildExtraction({ agency: null, year: null });
  if (isFailure(bare)) throw new Error('a report was given');
  const unknown = [docFrontMatter.agencyUnknown(), docFrontMatter.yearUnknown()];
  const result = adoptHead({ ...bare, doubts: [...bare.doubts, ...unknown] }, ['兰渚市财政局政府信息公开工作年度报告']);
  if (isFailure(result)) throw new Error('a report was given');
  expect(result.report).toMatchObject({ agency: '兰渚市财政局', year: null });
  expect(result.doubts).not.toContainEqual(unknown[0]);
  expect(result.doubts).toContainEqual(unknown[1]);
});
