import { createHash } from 'node:crypto';
import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import { variablesOf } from '../../src/model/forms/variables.ts';
import {
  type Doubt,
  type Extraction,
  type ExtractionFailure,
  type Figure,
  type Flag,
  REPORT_SCHEMA,
  type ReportHead,
  type Section,
} from '../../src/model/report.ts';

/** What a case says of its document; the rest is a plain report of which every figure is 0. */
export interface ExtractionCase {
  /** Stands for the document's bytes: same bytes, same SHA-256. */
  readonly bytes?: string;
  readonly path?: string;
  readonly agency?: string | null;
  readonly year?: number | null;
  readonly edition?: Edition;
  readonly editions?: Partial<Record<TableRole, Edition>>;
  /** A number is reported, null is blank, a figure is itself. */
  readonly figures?: Readonly<Record<string, number | null | Figure>>;
  readonly sections?: readonly Partial<Section>[];
  readonly doubts?: readonly Partial<Doubt>[];
  readonly flags?: readonly Partial<Flag>[];
  readonly repair?: Extraction['repair'];
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const MESSAGE = { zh: '合计不符', en: 'the sum does not hold' };

function figureOf(value: number | null | Figure, index: number): Figure {
  if (value !== null && typeof value === 'object') return value;
  const at = { path: '/html/body/div/table', table: 1, row: Math.floor(index / 7), column: index % 7 };
  return value === null
    ? { value, raw: '', status: 'blank', at }
    : { value, raw: String(value), status: 'reported', at };
}

function source(path: string, bytes: string): Extraction['source'] {
  return { path, sha256: sha256(bytes), mediaType: 'text/html', bytes: bytes.length, charset: 'utf-8' };
}

export const aFlag = (flag: Partial<Flag> = {}): Flag => ({
  rule: 'T3-BALANCE',
  severity: 'error',
  cells: ['requests.received.total', 'requests.total.total'],
  message: MESSAGE,
  observed: 3,
  expected: 1,
  ...flag,
});

export const aDoubt = (doubt: Partial<Doubt> = {}): Doubt => ({
  rule: 'EX-LABEL',
  severity: 'warning',
  cells: ['requests.received.total'],
  message: MESSAGE,
  ...doubt,
});

export function buildExtraction(given: ExtractionCase = {}): Extraction {
  const { agency = '兰亭街道办事处', year = 2020, edition = '2019', path = 'a.html' } = given;
  const editions = { proactive: edition, requests: edition, disputes: edition, ...given.editions };
  const zeros = variablesOf(edition).filter((entry) => editions[entry.table] === edition);
  const values = { ...Object.fromEntries(zeros.map((entry) => [entry.key, 0])), ...given.figures };
  const head: ReportHead = {
    title: `${agency ?? ''}${year ?? ''}年政府信息公开工作年度报告`,
    agency,
    year,
    edition,
    editions,
    publishedOn: '2021-01-25',
    periodStart: '2020-01-01',
    periodEnd: '2020-12-31',
  };
  return {
    schema: REPORT_SCHEMA,
    source: source(path, given.bytes ?? `${agency}:${year}:${path}`),
    report: head,
    sections: (given.sections ?? [{}]).map((section, index) => ({
      ordinal: index + 1,
      number: '一',
      heading: '总体情况',
      role: 'overview',
      text: '本街道认真贯彻落实政府信息公开条例。',
      ...section,
    })),
    figures: Object.fromEntries(Object.entries(values).map(([key, value], index) => [key, figureOf(value, index)])),
    doubts: (given.doubts ?? []).map(aDoubt),
    flags: (given.flags ?? []).map(aFlag),
    repair: given.repair ?? null,
  };
}

/** A document that is no such report. */
export const buildNotAReport = (bytes: string, path = `${bytes}.html`): Extraction => ({
  schema: REPORT_SCHEMA,
  source: source(path, bytes),
  report: null,
  sections: [],
  figures: {},
  doubts: [aDoubt({ rule: 'DOC-NOT-A-REPORT', severity: 'error', cells: [] })],
  flags: [],
  repair: null,
});

/** A document that could not be read; its bytes were had where `bytes` is given. */
export const buildFailure = (path: string, bytes?: string): ExtractionFailure => ({
  schema: REPORT_SCHEMA,
  source: bytes === undefined ? { path } : source(path, bytes),
  error: { code: 'UNREADABLE', message: { zh: '文件在中间截断', en: 'the file ends in the middle' } },
});
