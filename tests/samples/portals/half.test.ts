import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../samples/portals/check-half.ts';
import type { Half, Words } from '../../../samples/portals/half.ts';
import { OPEN } from '../../../samples/portals/open.ts';

const [WORDS] = OPEN.words as [Words, ...Words[]];
const [TEMPLATE] = OPEN.templates as [Half['templates'][number], ...Half['templates'][number][]];

describe('a half', () => {
  it('that is open has nothing wrong', () => {
    expect(problemsOf(OPEN)).toEqual([]);
  });

  it.each<[string, Half, string]>([
    ['few counties', { ...OPEN, names: { ...OPEN.names, counties: [] } }, 'counties has 0'],
    ['a slug that is none', { ...OPEN, words: [{ ...WORDS, columns: [['年报', 'NB/1']] }] }, 'NB/1'],
    ['text that breaks markup', { ...OPEN, words: [{ ...WORDS, columns: [['年"报', 'nb']] }] }, '年"报'],
    ['two of one slug', { ...OPEN, words: [{ ...WORDS, menu: [WORDS.leads[0] ?? ['', ''], ['a', 'a']] }] }, 'zwgk'],
    ['a title without its year', { ...OPEN, words: [{ ...WORDS, titles: [(body) => `${body}年报`] }] }, '2024'],
    ['a template that drops the side', { ...OPEN, templates: [{ ...TEMPLATE, page: () => '' }] }, '边栏'],
    ['a template whose rows have no address', { ...OPEN, templates: [{ ...TEMPLATE, row: () => '' }] }, '/a/b.html'],
  ])('with %s is turned away', (_, half, problem) => {
    expect(problemsOf(half).join('\n')).toContain(problem);
  });
});
