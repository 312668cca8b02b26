import { describe, expect, it } from 'vitest';
import { measuresIn } from '../../../src/audit/prose/measures.ts';

describe('measuresIn', () => {
  it.each([
    ['共12件', [['count', 12]]],
    ['共1,234件', [['count', 1234]]],
    ['共1.2万件', [['count', 12_000]]],
    ['共一百零五件、两宗', [['count', 105], ['count', 2]]],
    ['占33.9%', [['percent', 33.9]]],
    ['占百分之十二点五', [['percent', 12.5]]],
    ['收取1200元、0.5万元', [['money', 1200], ['money', 5000]]],
    ['部分公开67,占4%', [['bare', 67], ['percent', 4]]],
    ['培训3人次,召开会议2次', [['other', 3], ['other', 2]]],
    ['提高2个百分点', [['other', 2]]],
    ['12345热线', [['other', 12345]]],
    ['2022年12月31日', []],
    ['第三十六条、逐一登记、第5件', []],
    ['办函〔2021〕30号', []],
  ] as const)('%s', (text, measures) => {
    expect(measuresIn(text).map(({ kind, value }) => [kind, value])).toEqual(measures);
  });

  it.each(['约12件', '近12件', '12余件', '十余件', '12件以上', '超过12件'])('%s is rough', (text) => {
    expect(measuresIn(text).map(({ rough }) => rough)).toEqual([true]);
  });

  it('tells the decimals of a share', () => {
    expect(measuresIn('占4.34%,占5%,占百分之五点六').map(({ decimals }) => decimals)).toEqual([2, 0, 1]);
  });
}); // biome-ignore format: one case a line
