import { describe, expect, it } from 'vitest';
import { auditReport } from '../../src/audit/run-rules.ts';
import type { Told } from '../../src/model/messages/tell.ts';
import { type Extraction, type ExtractionFailure, REPORT_SCHEMA } from '../../src/model/report.ts';
import { REPORT_JSON_SCHEMA } from '../../src/model/report-schema.ts';
import { buildReading } from '../audit/build-reading.ts';

type Schema = Readonly<Record<string, unknown>>;

const typeOf = (value: unknown): string[] => {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  return Number.isInteger(value) ? ['integer', 'number'] : [typeof value];
};

/** The words of JSON Schema that the project's own schema uses; any other word is itself a fault. */
function faults(value: unknown, schema: Schema, at = '$'): string[] {
  const entries = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
  const has = (name: string) => entries.some(([key]) => key === name);
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const checks: Record<string, (word: never) => string[]> = {
    type: (types: string | string[]) =>
      [types].flat().some((type) => typeOf(value).includes(type)) ? [] : [`${at} type`],
    const: (only: unknown) => (value === only ? [] : [`${at} const`]),
    enum: (members: unknown[]) => (members.includes(value) ? [] : [`${at} enum`]),
    minimum: (least: number) => (typeof value !== 'number' || value >= least ? [] : [`${at} minimum`]),
    pattern: (source: string) => (typeof value !== 'string' || new RegExp(source).test(value) ? [] : [`${at} pattern`]),
    minItems: (least: number) => (!Array.isArray(value) || value.length >= least ? [] : [`${at} minItems`]),
    maxItems: (most: number) => (!Array.isArray(value) || value.length <= most ? [] : [`${at} maxItems`]),
    items: (items: Schema) =>
      Array.isArray(value) ? value.flatMap((item, place) => faults(item, items, `${at}[${place}]`)) : [],
    required: (names: string[]) => names.filter((name) => !has(name)).map((name) => `${at}.${name} required`),
    properties: () =>
      entries.flatMap(([name, item]) => (properties[name] ? faults(item, properties[name], `${at}.${name}`) : [])),
    additionalProperties: (rest: Schema | false) =>
      entries
        .filter(([name]) => !(name in properties))
        .flatMap(([name, item]) => (rest ? faults(item, rest, `${at}.${name}`) : [`${at}.${name} additional`])),
    propertyNames: (names: Schema) => entries.flatMap(([name]) => faults(name, names, `${at}.${name} name`)),
    anyOf: (options: Schema[]) => oneFits(options, 1, Number.POSITIVE_INFINITY),
    oneOf: (options: Schema[]) => oneFits(options, 1, 1),
    $ref: (target: string) => {
      const name = target.replace('#/$defs/', '') as keyof typeof REPORT_JSON_SCHEMA.$defs;
      return faults(value, REPORT_JSON_SCHEMA.$defs[name] as Schema, at);
    },
    $schema: () => [],
    $id: () => [],
    title: () => [],
    $defs: () => [],
  };
  const oneFits = (options: Schema[], least: number, most: number) => {
    const found = options.map((option) => faults(value, option, at));
    const fitting = found.filter((list) => list.length === 0).length;
    return fitting >= least && fitting <= most ? [] : found.flat();
  };
  return Object.entries(schema).flatMap(
    ([word, content]) => checks[word]?.(content as never) ?? [`${at} unknown ${word}`],
  );
}

const check = (value: unknown) => faults(value, REPORT_JSON_SCHEMA as Schema);

const reading = buildReading({
  cells: { 'requests.granted.total': 3, 'proactive.fees.amount': { value: 2, unit: '元' } },
});
const extraction: Extraction = {
  schema: REPORT_SCHEMA,
  source: { path: 'a.html', sha256: '0'.repeat(64), mediaType: 'text/html', bytes: 12, charset: 'utf-8' },
  ...reading,
  figures: {
    ...reading.figures,
    'requests.granted.legal': {
      value: 1,
      raw: '1',
      status: 'inferred',
      at: { page: 1, box: [0, 1, 2, 3] },
      note: '注',
    },
    'requests.granted.other': { value: null, raw: '', status: 'missing', at: null },
  },
  doubts: [
    {
      rule: 'EX-RUN-AMBIGUOUS',
      severity: 'error',
      cells: ['requests.granted.legal'],
      message: { zh: '一', en: 'a' },
      alternatives: [['1'], ['10']],
    },
  ],
  flags: auditReport(reading).flags,
  repair: {
    changes: [{ cell: 'requests.granted.total', from: 3, to: 0 }],
    unique: true,
    alternatives: [],
    explains: ['T3-ROW-SUM'],
  },
};
const failure: Told<ExtractionFailure> = {
  schema: REPORT_SCHEMA,
  source: { path: 'a.bin' },
  error: { code: 'unreadable', message: 'a.bin is no document' },
};

describe('the schema of an extraction', () => {
  it('takes a full extraction, one of what is no report, and a failure', () => {
    expect(extraction.flags.length).toBeGreaterThan(0);
    expect(check(extraction)).toEqual([]);
    expect(check({ ...extraction, report: null, sections: [], figures: {}, flags: [], repair: null })).toEqual([]);
    expect(check(failure)).toEqual([]);
    expect(check(JSON.parse(JSON.stringify(extraction)))).toEqual([]);
  });

  it.each(Object.keys(extraction))('wants %s', (field) => {
    const { [field as keyof Extraction]: _, ...rest } = extraction;
    expect(check(rest)).not.toEqual([]);
  });

  const figure = (parts: object) => ({
    figures: { 'requests.granted.natural': { value: 1, raw: '1', at: null, ...parts } },
  });
  const head = (parts: object) => ({ report: { ...extraction.report, ...parts } });
  const flag = (parts: object) => ({ flags: [{ ...extraction.flags[0], ...parts }] });
  it.each<[string, object]>([
    ['a status that is none', figure({ status: 'zero' })],
    ['a figure without status', figure({})],
    ['a value that is text', figure({ status: 'reported', value: '1' })],
    [
      'a figure under a name that is no key',
      { figures: { total: { value: 1, raw: '1', status: 'reported', at: null } } },
    ],
    ['an edition that is none', head({ edition: '2020' })],
    ['editions without table 4', head({ editions: { proactive: null, requests: null } })],
    ['a date that is none', head({ publishedOn: '2021年1月25日' })],
    ['a severity that is none', flag({ severity: 'fatal' })],
    ['a doubt among the flags', flag({ rule: 'EX-LABEL' })],
    ['a flag with one language', flag({ message: { zh: '一' } })],
    ['a field that is none', { found: 1 }],
  ])('refuses %s', (_, parts) => {
    expect(check({ ...extraction, ...parts })).not.toEqual([]);
  });
});
