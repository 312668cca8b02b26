import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expected } from '../samples/generator/sample-files.ts';
import { TABLE_ROLES } from '../src/model/forms/form.ts';
import { variablesOfTable } from '../src/model/forms/variables.ts';

/**
 * Published documents whose contents are known by eye. Each has a twin in samples/ with its structure and figures, so that
 * every test says the same in a clone; where the documents themselves stand beside the checkout, they are tested too.
 */

const ROOT = join(import.meta.dirname, '..');
const PUBLISHED = join(ROOT, '..', 'shared', 'data');

export interface KnownDocument {
  /** Its file, as it is named in messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly report: Readonly<Record<string, unknown>>;
  /** Every figure; null for a blank. */
  readonly figures: Readonly<Record<string, number | null>>;
  /** In the words of its file: a rule or a description, and the cells that it names. */
  readonly mustFlag: readonly { readonly what: string; readonly cells: readonly string[] }[];
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

function everyFigure({ report, figures, statuses }: Expected): Record<string, number | null> {
  const blank = new Set(statuses.blank);
  return Object.fromEntries(
    TABLE_ROLES.flatMap((role) => variablesOfTable(report.editions[role], role)).map(({ key }) => [
      key,
      blank.has(key) ? null : (figures[key] ?? 0),
    ]),
  );
}

function twin(name: string): KnownDocument {
  const home = join(ROOT, 'samples', name);
  const source = readdirSync(home).find((file) => file.startsWith('source.')) ?? '';
  const expected = readJson(join(home, 'expected.json')) as Expected | null;
  return {
    path: `samples/${name}/${source}`,
    bytes: new Uint8Array(readFileSync(join(home, source))),
    report: expected?.report ?? {},
    figures: expected ? everyFigure(expected) : {},
    mustFlag: expected?.mustFlag.map(({ rule = '', cells }) => ({ what: rule, cells })) ?? [],
  };
}

function published(file: string): KnownDocument[] {
  const path = join(PUBLISHED, file);
  if (!existsSync(path)) return [];
  const told = path.replace(/\.\w+$/, '.expected.json');
  const { report = {}, figures = {}, mustFlag = [] } = existsSync(told) ? readJson(told) : {};
  return [{ path: file, bytes: new Uint8Array(readFileSync(path)), report, figures, mustFlag }];
}

const both = (sample: string, file: string): readonly KnownDocument[] => [twin(sample), ...published(file)];

/** A street office, 2020, as text: runs of zeros, six sums that do not hold. */
export const LANTING = both('lanting-2020-text', 'lanting-2020.txt');
/** An office of a province, 2019: zeros and eleven totals left blank, prose that disagrees. */
export const OFFICE = both('blank-row-totals', 'shanghai-office-2019.html');
/** A district, 2023, as PDF: tables of two editions, totals of 0. */
export const DISTRICT = both('pdf-mixed-tables', 'hongze-gov-2023.pdf');
/** The form of 2021, not filled in. */
export const BLANK_FORM = both('docx-blank-form', 'template-2021-blank.docx');
