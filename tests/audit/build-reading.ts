import { OFFICIAL_SECTIONS } from '../../src/audit/outline.ts';
import { type Edition, TABLE_ROLES, type TableRole } from '../../src/model/forms/form.ts';
import { identitiesOf } from '../../src/model/forms/identities.ts';
import { variablesOfTable } from '../../src/model/forms/variables.ts';
import type { Doubt, Figure, Reading, ReportHead, Section, SectionRole } from '../../src/model/report.ts';

/**
 * A cell in a test: a number is reported, '' blank, '-' a dash, '不适用' not applicable, null missing, any other string
 * unreadable; parts of a figure are laid over a reported one.
 */
export type Cell = number | string | null | (Partial<Figure> & { readonly value: number | null });

export interface ReadingParts {
  readonly edition?: Edition;
  /** Tables of another edition than the rest, or missing ones. */
  readonly editions?: Partial<Record<TableRole, Edition | null>>;
  /** Details, 0 where not given; the totals over them and what was received are worked out. */
  readonly details?: Readonly<Record<string, number>>;
  /** Cells laid over the consistent tables as they are. */
  readonly cells?: Readonly<Record<string, Cell>>;
  readonly report?: Partial<ReportHead>;
  readonly sections?: readonly Section[];
  readonly doubts?: readonly Doubt[];
}

const STATUSES: Readonly<Record<string, Figure['status']>> = { '': 'blank', '-': 'dash', 不适用: 'not_applicable' };

export function figure(cell: Cell): Figure {
  if (cell === null) return { value: null, raw: '', status: 'missing', at: null };
  if (typeof cell === 'number') return { value: cell, raw: String(cell), status: 'reported', at: {} };
  if (typeof cell === 'string') return { value: null, raw: cell, status: STATUSES[cell] ?? 'unreadable', at: {} };
  return { raw: String(cell.value ?? ''), status: 'reported', at: {}, ...cell };
}

/** The values of one table of an edition, made consistent from its details. */
export function consistentTable(edition: Edition, role: TableRole, details: Readonly<Record<string, number>>) {
  const values: Record<string, number> = {};
  for (const { key } of variablesOfTable(edition, role)) values[key] = details[key] ?? 0;
  const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + (values[key] ?? 0), 0);
  const identities = identitiesOf(edition, role);
  const settle = (kind: string) => {
    for (const { left, right } of identities.filter((identity) => identity.kind === kind)) {
      const [first = '', ...rest] = left;
      values[first] = sum(right) - sum(rest);
    }
  };
  for (const kind of ['result-sum', 'balance', 'row-sum', 'dispute-sum']) settle(kind);
  return values;
}

export const section = (number: string | null, heading: string, role: SectionRole, text = ''): Section => ({
  ordinal: 1,
  number,
  heading,
  role,
  text: text || '本年度各项工作按照要求有序推进，情况如下。',
});

export const officialSections = (): Section[] =>
  OFFICIAL_SECTIONS.map(({ number, heading, role }) => section(number, heading, role));

/** A report with nothing wrong in it, but for what the parts say. */
export function buildReading(parts: ReadingParts = {}): Reading {
  const edition = parts.edition ?? '2021';
  const editions = { proactive: edition, requests: edition, disputes: edition, ...parts.editions };
  const year = edition === '2019' ? 2020 : 2022;
  const figures: Record<string, Figure> = {};
  for (const role of TABLE_ROLES) {
    const own = editions[role];
    const values = own ? consistentTable(own, role, parts.details ?? {}) : {};
    for (const [key, value] of Object.entries(values)) figures[key] = figure(value);
  }
  for (const [key, cell] of Object.entries(parts.cells ?? {})) figures[key] = figure(cell);
  const report: ReportHead = {
    title: `绍兴市财政局${year}年政府信息公开工作年度报告`,
    agency: '绍兴市财政局',
    year,
    edition: editions.proactive,
    editions,
    publishedOn: `${year + 1}-01-20`,
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    ...parts.report,
  };
  return { report, sections: parts.sections ?? officialSections(), figures, doubts: parts.doubts ?? [] };
}
