import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_RULES, anyRuleOf } from '../../src/audit/all-rules.ts';
import { moduleOf, renderCatalogue } from '../../src/audit/catalogue.ts';
import { RULES } from '../../src/audit/rules/index.ts';
import { CODEBOOK } from '../../src/model/forms/variables.ts';
import { buildReading } from './build-reading.ts';

const RULE_FILES = new URL('../../src/audit/rules/', import.meta.url);

describe('the catalogue of rules', () => {
  it('is what README.md shows', async () => {
    const stale = 'src/audit/README.md is out of date; run: npx vitest run tests/audit/catalogue.test.ts -u';
    await expect(renderCatalogue(ALL_RULES), stale).toMatchFileSnapshot('../../src/audit/README.md');
  });

  it('has one module for each code', () => {
    const files = readdirSync(RULE_FILES).filter((file) => file !== 'index.ts' && !file.endsWith('-rules.ts'));
    expect(RULES.map((rule) => `${moduleOf(rule)}.ts`).toSorted()).toEqual(files.toSorted());
  });

  it('finds a rule by its code in any case', () => {
    expect(anyRuleOf('t3-balance')?.code).toBe('T3-BALANCE');
    expect(anyRuleOf('T3')).toBeUndefined();
  });

  it.each(ALL_RULES)('$code says all of itself in both languages', (rule) => {
    const texts = [rule.title, rule.explanation, rule.basis, ...(rule.notWhen ? [rule.notWhen] : [])];
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en.length).toBeGreaterThan(0);
    }
  });

  it.each(RULES)('$code needs only what there is', (rule) => {
    const head = Object.keys(buildReading().report ?? {}).map((field) => `report.${field}`);
    for (const need of rule.needs) {
      if (need === 'sections' || need.startsWith('report.')) expect([...head, 'sections']).toContain(need);
      else {
        const pattern = new RegExp(`^${need.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`);
        expect(CODEBOOK.some(({ key }) => pattern.test(key))).toBe(true);
      }
    }
  });
});
