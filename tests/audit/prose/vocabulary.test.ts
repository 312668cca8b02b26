import { describe, expect, it } from 'vitest';
import { readWords, saysNothing } from '../../../src/audit/prose/vocabulary.ts';

describe('readWords', () => {
  it.each([
    ['全年共收到政府信息公开申请', ['received', 'request']],
    ['不予公开', ['refused']],
    ['予以公开及部分公开', ['granted', 'partial']],
    ['因本机关不掌握等原因无法提供', ['and_so_on', 'unable', 'unable_not_held']],
    ['上年度结转政府信息公开申请', ['carried_in', 'request']],
    ['顺延至下一年度答复', ['carried_out']],
    ['申请行政复议', ['review']],
    ['未经复议直接起诉', ['direct_suit']],
    ['复议后提起诉讼', ['suit_after_review']],
    ['属于信访举报投诉类申请的', ['declined_petition']],
    ['自然人申请', ['application', 'natural']],
  ])('%s', (phrase, senses) => {
    const words = readWords(phrase);
    expect([...words.senses].toSorted()).toEqual(senses);
    expect(words.inside).toBe('');
  });

  it('tells what it did not understand, before the first known word and after it', () => {
    expect(readWords('市公安局收到法律援助申请')).toMatchObject({ head: '市公安局', inside: '法律援助' });
  });

  it.each(['共', '全年共计', '其中', '2022年，'.replace('，', '')])('%s says nothing', (phrase) => {
    expect(saysNothing(phrase)).toBe(true);
  });
});

it('is quick on hostile text', () => {
  // A pattern that backtracks without bound would not come back from this.
  const text = ['申请行政复议'.repeat(20_000), '（'.repeat(50_000), '未'.repeat(50_000), '1,234'.repeat(20_000)].join(
    '',
  );
  expect(readWords(text).senses.has('review')).toBe(true);
});
