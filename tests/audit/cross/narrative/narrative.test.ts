import { describe, expect, it, test } from 'vitest';
import { boilerplateOf, FEWEST_BODIES } from '../../../../src/audit/cross/narrative/boilerplate.ts';
import { prepareNarrative } from '../../../../src/audit/cross/narrative/likeness.ts';
import { maskNarrative } from '../../../../src/audit/cross/narrative/mask.ts';
import { RUN, sharedPart, shinglesOf, without } from '../../../../src/audit/cross/narrative/shingles.ts';
import { BANDS, bandsOf, sketchOf } from '../../../../src/audit/cross/narrative/sketch.ts';
import { narrative } from '../../../bench/narratives.ts';

describe('what a copyist would change is masked', () => {
  test.each([
    ['names', '兰亭街道办事处认真履职，兰亭街道', ['绍兴市柯桥区兰亭街道办事处'], '_认真履职_'],
    ['places above', '绍兴市柯桥区各界', ['绍兴市柯桥区兰亭街道办事处'], '_各界'],
    ['dates', '2022年1月5日起，2021年底', [], '0起0底'],
    ['numbers', '办结３１２件、１２．５％', [], '办结0件0'],
    ['numbers in words', '受理十二件，一是公开', [], '受理0件一是公开'],
    ['the body as it calls itself', '本街道、我局、全市', [], '本_我_全_'],
    ['the party and government above', '按绍兴市委要求', [], '按_市委要求'],
  ])('%s', (_, text, names, masked) => {
    expect(maskNarrative(text, names)).toBe(masked);
  });

  it('makes one of the same words by two streets', () => {
    const text = (name: string, count: number) => `${name}2022年公开${count}条，${name}办事处逐条核对`;
    expect(maskNarrative(text('兰亭街道', 31), ['兰亭街道办事处'])).toBe(
      maskNarrative(text('平水大街街道', 9), ['绍兴市平水大街街道办事处']),
    );
  });
});

describe('runs of characters', () => {
  test.each([
    ['nothing', '', 0],
    ['less than a run', '一二三四五六七', 0],
    ['a run', '一二三四五六七八', 1],
    ['a repeated run once', '甲'.repeat(20), 1],
    ['every run', '一二三四五六七八九十', 3],
  ])('%s', (_, text, count) => {
    expect(shinglesOf(text)).toHaveLength(count);
  });

  it('are the same wherever they stand', () => {
    const [alone] = shinglesOf('一二三四五六七八');
    expect(shinglesOf('某某某一二三四五六七八某某')).toContain(alone);
  });

  test.each([
    ['the same', 'abcdefghijkl', 'abcdefghijkl', 1],
    ['none', 'abcdefghijkl', 'mnopqrstuvwx', 0],
    ['the shorter within the longer', 'abcdefghijkl', 'xxabcdefghijklyyyyyyyy', 1],
    ['half of them', 'abcdefghijklm', `abcdefghij${'z'.repeat(9)}`, 0.5],
  ])('shared: %s', (_, a, b, share) => {
    expect(sharedPart(shinglesOf(a), shinglesOf(b))).toBe(share);
  });
});

describe('boilerplate', () => {
  const texts = (count: number) => Array.from({ length: count }, (_, nth) => shinglesOf(narrative(nth, 0).text));
  const common = shinglesOf('以公开为常态、不公开为例外，全面推进决策、执行、管理、服务、结果公开');

  it('is what more than a fifth write', () => {
    const found = boilerplateOf(texts(FEWEST_BODIES));
    expect(without(common, found)).toHaveLength(0);
    const own = shinglesOf(narrative(3, 0).text);
    expect(without(own, found).length).toBeGreaterThan(own.length / 2);
  });

  it('is nothing where there are few', () => {
    expect(boilerplateOf(texts(FEWEST_BODIES - 1)).size).toBe(0);
  });
});

describe('sketches', () => {
  const sketch = (nth: number, pairs: number) => {
    const { agency, text } = narrative(nth, pairs);
    return sketchOf(prepareNarrative(text, [agency], new Set()).shingles) ?? new Uint32Array();
  };
  const inCommon = (a: Uint32Array, b: Uint32Array) => {
    const bands = new Set(bandsOf(a));
    return bandsOf(b).filter((band) => bands.has(band)).length;
  };

  it('of a copy share bands, of two texts next to none', () => {
    const copies = Array.from({ length: 40 }, (_, nth) => inCommon(sketch(2 * nth, 40), sketch(2 * nth + 1, 40)));
    expect(Math.min(...copies)).toBeGreaterThan(1);
    const strangers = Array.from({ length: 40 }, (_, nth) => inCommon(sketch(2 * nth, 0), sketch(2 * nth + 1, 0)));
    expect(Math.max(...strangers)).toBeLessThan(2);
  });

  it('are whole also for a text of few runs, and nothing for one of none', () => {
    const [few] = [sketchOf(shinglesOf('一二三四五六七八九十'.slice(0, RUN + 1)))];
    expect(few && bandsOf(few)).toHaveLength(BANDS);
    expect(few && inCommon(few, few)).toBe(BANDS);
    expect(sketchOf(new Uint32Array())).toBeNull();
  });

  it('agree in as many bins as the texts share runs', () => {
    const runs = Uint32Array.from({ length: 3_000 }, (_, nth) => Math.imul(nth + 1, 0x9e3779b1) >>> 0).sort();
    const [a, b] = [runs.slice(0, 2_000), runs.slice(1_000)];
    const [left, right] = [sketchOf(a), sketchOf(b)];
    const agreeing = [...(left ?? [])].filter((bin, nth) => bin === right?.[nth]).length / (left?.length ?? 1);
    expect(agreeing).toBeGreaterThan(0.2);
    expect(agreeing).toBeLessThan(0.47);
  });
});
