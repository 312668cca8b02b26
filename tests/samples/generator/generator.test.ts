import { load } from 'cheerio';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { generate } from '../../../samples/generator/generate.ts';
import { MESSES } from '../../../samples/generator/messes/catalogue.ts';
import { seededRng } from '../../../samples/generator/rng.ts';
import { addsUp, isUnique, splitRuns } from '../../../samples/generator/splits.ts';
import { type EditionChoice, randomTruth } from '../../../samples/generator/truth.ts';
import { TABLE_ROLES } from '../../../src/model/forms/form.ts';
import { identitiesOf } from '../../../src/model/forms/identities.ts';
import { variablesOfTable } from '../../../src/model/forms/variables.ts';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);
const CHOICES: readonly EditionChoice[] = ['2019', '2021', 'mixed', 'late'];

describe('truth', () => {
  it.each(CHOICES)('%s: every identity of the form holds, and every figure of the edition is there', (choice) => {
    for (const seed of SEEDS) {
      const { figures, editions } = randomTruth(seededRng(seed), choice);
      const sum = (keys: readonly string[]) =>
        keys.reduce((total, key) => total + (figures[key]?.value ?? Number.NaN), 0);
      const keys = TABLE_ROLES.flatMap((role) => variablesOfTable(editions[role], role).map(({ key }) => key));
      expect(Object.keys(figures).sort()).toEqual(keys.sort());
      for (const { left, right, id } of TABLE_ROLES.flatMap((role) => identitiesOf(editions[role], role))) {
        expect(sum(left), `seed ${seed}, ${id}`).toBe(sum(right));
      }
    }
  });
});

describe('documents without a mess', () => {
  it.each(SEEDS.slice(0, 20))('seed %i: the cells of its tables, read one after the other, are the figures', (seed) => {
    const { bytes, truth } = generate(seed, { messes: [] });
    const $ = load(iconv.decode(Buffer.from(bytes), 'utf8'));
    const numbers = $('table[border="1"] td')
      .map((_, cell) => $(cell).text())
      .get()
      .filter((text) => /^[+-]?[\d.]+$/.test(text));
    const printed = TABLE_ROLES.flatMap((role) => variablesOfTable(truth.editions[role], role)).map(
      ({ key }) => truth.figures[key]?.printed,
    );
    expect(numbers).toEqual(printed);
  });
});

describe('generate', () => {
  it('gives the same document for the same seed', () => {
    for (const seed of SEEDS) {
      const [once, again] = [generate(seed), generate(seed)];
      expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true);
      expect(once.truth).toEqual(again.truth);
    }
  });

  const plain = SEEDS.map((seed) => Buffer.from(generate(seed, { messes: [] }).bytes));
  it.each(MESSES.map(({ name }) => [name] as const))('%s changes one document of ten', (name) => {
    let changed = 0;
    for (const seed of SEEDS) {
      if (!plain[seed]?.equals(generate(seed, { messes: [name] }).bytes)) changed += 1;
      if (changed > SEEDS.length / 10) return;
    }
    expect.fail(`${changed} of ${SEEDS.length}`);
  });

  it('reaches every mess, both editions and mixtures of them', () => {
    const documents = Array.from({ length: 1200 }, (_, seed) => generate(seed));
    const met = new Set(documents.flatMap(({ messes }) => messes));
    expect(MESSES.map(({ name }) => name).filter((name) => !met.has(name))).toEqual([]);
    expect(documents.some(({ messes }) => messes.length === 0)).toBe(true);
    expect(new Set(documents.map(({ truth }) => Object.values(truth.editions).join()))).toHaveProperty('size', 5);
  });
});

describe('runs of digits', () => {
  const CASES: readonly (readonly [string, readonly string[], boolean])[] = [
    ['seven zeros', ['0000000'], true],
    ['a sum of one', ['1000001'], true],
    ['a sum that does not hold', ['0000010'], false],
    ['ten at both ends', ['100000010'], true],
    ['three runs', ['3', '00000', '3'], true],
    ['several ways', ['1234567890'], false],
    ['too few digits', ['000000'], false],
  ];
  it.each(CASES)('%s', (_, runs, unique) => {
    expect(isUnique(runs, 7, addsUp)).toBe(unique);
  });

  it('finds every split without leading zeros', () => {
    expect(splitRuns(['1203'], 2)).toEqual([
      [1, 203],
      [120, 3],
    ]);
  });
});
