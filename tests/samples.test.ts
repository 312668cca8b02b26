import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptedStatuses, type Expected, type Finding, type SampleCard } from '../samples/generator/sample-files.ts';
import { toTraditional } from '../samples/generator/traditional.ts';
import { extractFile } from '../src/app/pipeline/extract.ts';
import { TABLE_ROLES } from '../src/model/forms/form.ts';
import { variablesOfTable } from '../src/model/forms/variables.ts';
import { type Extraction, isFailure } from '../src/model/report.ts';

/** Every folder of samples/ is read through the whole pipeline and must say what its expected.json says. */

const SAMPLES = join(import.meta.dirname, '..', 'samples');
const ARITHMETIC = ['T3-ROW-SUM', 'T3-RESULT-SUM', 'T3-BALANCE', 'T3-SUBTOTAL', 'T4-SUM'];

const sourceOf = (name: string): string | undefined =>
  readdirSync(join(SAMPLES, name)).find((file) => file.startsWith('source.'));

const NAMES = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && sourceOf(entry.name))
  .map(({ name }) => name)
  .sort();

const readJson = <T>(name: string, file: string): T => JSON.parse(readFileSync(join(SAMPLES, name, file), 'utf8')) as T;

const expectedFileOf = (name: string): string => join(SAMPLES, name, 'expected.json');

/** One document of a sample: the sample itself, or a member of its archive. What is no report expects null. */
interface Case {
  readonly label: string;
  readonly expected: Expected | null;
  /** What was read, or why it could not be. */
  readonly reading: Extraction | string;
}

type ExpectedFile = Expected | null | { readonly members: Readonly<Record<string, Expected | null>> };

async function casesOf(name: string): Promise<Case[]> {
  const source = `samples/${name}/${sourceOf(name)}`;
  const file = readJson<ExpectedFile>(name, 'expected.json');
  const expected = file !== null && 'members' in file ? file.members : { '': file };
  const found: Case[] = [];
  for await (const result of extractFile(new Uint8Array(readFileSync(join(SAMPLES, '..', source))), source)) {
    const label = result.source.path;
    const member = label.slice(source.length + 2);
    const reading = isFailure(result) ? result.error.message.en : result;
    found.push({ label, expected: expected[member] ?? null, reading: member in expected ? reading : 'not foreseen' });
  }
  const lost = Object.keys(expected).slice(found.length);
  return [...found, ...lost.map((label) => ({ label, expected: null, reading: 'not found in the sample' }))];
}

const CASES: Case[] = [];
for (const name of NAMES) if (existsSync(expectedFileOf(name))) CASES.push(...(await casesOf(name)));

/** What each figure must be: its value and the statuses that are right. */
function figuresOf(expected: Expected): Map<string, { value: number | null; statuses: readonly string[] }> {
  const listed = new Map(
    Object.entries(expected.statuses).flatMap(([status, keys]) => keys.map((key) => [key, status] as const)),
  );
  const variables = TABLE_ROLES.flatMap((role) => variablesOfTable(expected.report.editions[role], role));
  return new Map(
    variables.map(({ key }) => {
      const statuses = acceptedStatuses(listed.get(key) ?? 'reported');
      const number = statuses.includes('reported') || statuses.includes('inferred');
      return [key, { value: number ? (expected.figures[key] ?? 0) : null, statuses }];
    }),
  );
}

const alike = (text: string | null): string => toTraditional((text ?? '').normalize('NFKC')).replace(/\s/g, '');

const names = (findings: Extraction['doubts'] | Extraction['flags'], { rule, cells }: Finding): boolean =>
  findings.some((one) => (rule === undefined || one.rule === rule) && cells.every((cell) => one.cells.includes(cell)));

describe.each(NAMES)('samples/%s', (name) => {
  it('has its card and a reviewed expected.json', () => {
    const card = readJson<SampleCard>(name, 'sample.json');
    expect(card).toEqual({
      title: expect.stringMatching(/./),
      origin: expect.stringMatching(/./),
      shows: expect.stringMatching(/./),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const plea = `samples/${name} has no expected.json: write down by eye what the document says (samples/README.md) and have it reviewed`;
    expect(existsSync(expectedFileOf(name)), plea).toBe(true);
  });
});

describe.each(CASES)('$label', ({ expected, reading }) => {
  if (typeof reading === 'string') {
    it('can be read', () => expect.fail(reading));
    return;
  }
  if (!expected) {
    it('is no report, and says so', () => {
      expect(reading).toMatchObject({ report: null, figures: {}, doubts: [{ rule: 'DOC-NOT-A-REPORT' }] });
    });
    return;
  }

  it('gives every figure as it stands, or doubts it', () => {
    const named = new Set([...reading.doubts, ...reading.flags].flatMap(({ cells }) => cells));
    const wrong = [...figuresOf(expected)].flatMap(([key, { value, statuses }]) => {
      const figure = reading.figures[key];
      if (figure && figure.value === value && statuses.includes(figure.status)) return [];
      if (!expected.readable && named.has(key)) return [];
      return [`${key}: is ${value} (${statuses.join(' or ')}), read ${figure?.value} (${figure?.status})`];
    });
    expect(wrong).toEqual([]);
  });

  it('says whose report it is, for which year, and how it is divided', () => {
    const { agency, ...head } = expected.report;
    const { report } = reading;
    expect(alike(report?.agency ?? null)).toBe(alike(agency));
    expect(report).toMatchObject({
      ...head,
      editions: { proactive: head.editions.proactive, requests: head.editions.requests },
    });
    const roles = reading.sections.map(({ role }) => role).filter((role) => role !== 'preamble');
    if (expected.sections && expected.readable) expect(roles).toEqual(expected.sections);
    for (const [key, unit] of Object.entries(expected.units))
      expect(alike(reading.figures[key]?.unit ?? null)).toBe(alike(unit));
  });

  it('raises what it must, and no other arithmetic', () => {
    const missed = [
      ...expected.mustDoubt.filter((finding) => !names(reading.doubts, finding)),
      ...expected.mustFlag.filter((finding) => !names(reading.flags, finding)),
    ];
    expect(missed).toEqual([]);
    // Bodies of the samples are invented, so none of their cities is on the list of those with the power to make rules.
    const loud = [...reading.doubts, ...reading.flags].filter(
      ({ severity, rule }) => severity !== 'info' && rule !== 'T2-RULE-POWER',
    );
    if (expected.quiet) expect(loud).toEqual([]);
    const foreseen = (rule: string, cells: readonly string[]) =>
      expected.mustFlag.some((finding) => finding.rule === rule && finding.cells.every((cell) => cells.includes(cell)));
    const unforeseen = reading.flags.filter(
      ({ rule, cells }) => expected.mustNotFlag.includes(rule) || (ARITHMETIC.includes(rule) && !foreseen(rule, cells)),
    );
    expect(expected.readable ? unforeseen.map(({ rule, cells }) => [rule, ...cells]) : []).toEqual([]);
  });
});
