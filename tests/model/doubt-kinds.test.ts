import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/audit/rules/index.ts';
import { DOUBT_KINDS, doubtKindOf } from '../../src/model/doubts/index.ts';

const MODULES = new URL('../../src/model/doubts/', import.meta.url);
const HELPERS = ['doubt-kind.ts', 'index.ts'];

/** Everything that raises doubts. */
const sources = ['extractors', 'db', 'src/app'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: join(room, name), text: readFileSync(join(room, name), 'utf8') })),
);

describe('the kinds of doubts', () => {
  it('have one module for each code', () => {
    const files = readdirSync(MODULES).filter((file) => !HELPERS.includes(file));
    expect(DOUBT_KINDS.map(({ code }) => `${code.toLowerCase()}.ts`).sort()).toEqual(files.sort());
  });

  it('are the only place where a doubt is made', () => {
    const made = sources.filter(({ text }) => /\brule: '(?:EX|DOC|ST|T3)-/.test(text));
    expect(made.map(({ name }) => name)).toEqual([]);
  });

  it.each(DOUBT_KINDS)('$code says all of itself in both languages', ({ title, explanation }) => {
    for (const { zh, en } of [title, explanation]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).not.toBe('');
    }
  });

  it('share no code with a rule, and each stands once', () => {
    const codes = [...DOUBT_KINDS, ...RULES].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are found by code', () => {
    expect(doubtKindOf('ex-row')?.severity).toBe('warning');
    expect(doubtKindOf('T3-BALANCE')).toBeUndefined();
  });
});
