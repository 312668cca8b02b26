import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/audit/rules/index.ts';
import { DOUBT_CODES, doubtCode } from '../../src/model/doubt-codes.ts';

/** The readers, and what tells whose report it is. */
const sources = ['extractors', 'db/save'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(room, name), 'utf8')),
);
const raised = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/'((?:(?:EX|DOC)-[A-Z-]+)|ST-TABLE-IMAGE|T3-SUBTOTAL)'/g)].map(([, code]) => code),
  ),
);

describe('the codes of doubts', () => {
  it('explain every code that a reader raises, and no other', () => {
    expect(DOUBT_CODES.map(({ code }) => code).sort()).toEqual([...raised].sort());
  });

  it('are no codes of rules, and each stands once', () => {
    const codes = [...DOUBT_CODES, ...RULES].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are found by code', () => {
    expect(doubtCode('EX-ROW')?.severity).toBe('warning');
    expect(doubtCode('T3-BALANCE')).toBeUndefined();
  });
});
