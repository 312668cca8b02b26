import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_COMPANIONS } from '../../../src/audit/cross/companions.ts';
import { CROSS_RULES } from '../../../src/audit/cross/rules/index.ts';
import { RULES } from '../../../src/audit/rules/index.ts';

const FILES = new URL('../../../src/audit/cross/rules/', import.meta.url);

describe('the cross rules', () => {
  it('have one module for each code', () => {
    const files = readdirSync(FILES).filter((file) => file !== 'index.ts');
    expect(CROSS_RULES.map(({ code }) => `${code.toLowerCase()}.ts`).toSorted()).toEqual(files.toSorted());
  });

  it('share no code with the rules of a single report', () => {
    const codes = [...RULES, ...CROSS_RULES].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(CROSS_RULES)('$code says all of itself in both languages', (rule) => {
    for (const message of [rule.title, rule.explanation, rule.basis, rule.notWhen]) {
      expect(message?.zh).toMatch(/\p{Script=Han}/u);
      expect(message?.en).toMatch(/[a-z]/);
    }
  });

  it.each(CROSS_RULES)('$code compares with something that there is', ({ compares }) => {
    expect(compares.length).toBeGreaterThan(0);
    expect(Object.keys(NO_COMPANIONS)).toEqual(expect.arrayContaining([...compares]));
  });
});
