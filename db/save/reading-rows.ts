import { CODEBOOK, columnName } from '../../src/model/forms/variables.ts';
import type { Doubt, Figures, Flag, Locator, Section } from '../../src/model/report.ts';
import { UnsavableReadingError } from '../errors.ts';
import { flagFingerprints } from './fingerprint.ts';
import type { SaveContext, StagedReading } from './unit-of-work.ts';

/** The reading of a document as rows; each list of columns names the parts of its rows. */

export type Row = readonly unknown[];

export const FIGURE_COLUMNS = ['version_id', 'variable_id', 'value', 'raw', 'status', 'locator', 'unit', 'note'];
const PANEL_KEYS = [...new Set(CODEBOOK.map(({ key }) => key))];
export const PANEL_VALUE_COLUMNS = ['version_id', ...PANEL_KEYS.map(columnName)];
export const SECTION_COLUMNS = ['version_id', 'ordinal', 'number', 'heading', 'role', 'text'];
const FINDING_COLUMNS = ['rule', 'severity', 'cells', 'message_zh', 'message_en'];
export const DOUBT_COLUMNS = ['document_id', 'version_id', ...FINDING_COLUMNS, 'alternatives'];
export const FLAG_COLUMNS = ['version_id', ...FINDING_COLUMNS, 'observed', 'expected', 'fingerprint'];

/** A locator without its empty parts and in a fixed order; its path is kept once, in `paths`, and named by its number. */
function locatorText(at: Locator | null, paths: Map<string, number>): string | null {
  if (!at) return null;
  const { path, table, row, column, line, offset, page, box } = at;
  if (path !== undefined && !paths.has(path)) paths.set(path, paths.size);
  const number = path === undefined ? undefined : paths.get(path);
  return JSON.stringify({ path: number, table, row, column, line, offset, page, box });
}

/** Throws `UnsavableReadingError` for what the table can't hold as it is. */
function figureRows({ extraction, version }: StagedReading, paths: Map<string, number>, { find }: SaveContext): Row[] {
  if (!version) return [];
  const figures: Figures = extraction.figures;
  return Object.entries(figures).map(([key, { value, raw, status, at, unit, note }]) => {
    const variableId = find(key, version.head.editions);
    if (variableId === undefined) {
      throw new UnsavableReadingError(extraction.source.path, {
        zh: `各版表式都没有 ${key} 这项数字`,
        en: `no edition of the form has the figure ${key}`,
      });
    }
    if (value !== null && !Number.isFinite(value)) {
      throw new UnsavableReadingError(extraction.source.path, {
        zh: `${key} 的值 ${value} 不是数字`,
        en: `${key} holds ${value}, which is no number`,
      });
    }
    return [version.id, variableId, value, raw, status, locatorText(at, paths), unit, note];
  });
}

const panelValueRow = (versionId: number, figures: Figures): Row => [
  versionId,
  ...PANEL_KEYS.map((key) => figures[key]?.value ?? null),
];

const finding = ({ rule, severity, cells, message }: Doubt | Flag): Row => [
  ...[rule, severity, JSON.stringify(cells), message.zh, message.en],
];

const doubtRow = (documentId: number, versionId: number | null, doubt: Doubt): Row => [
  ...[documentId, versionId, ...finding(doubt)],
  doubt.alternatives && JSON.stringify(doubt.alternatives),
];

const sectionRow = (versionId: number, { ordinal, number, heading, role, text }: Section): Row => [
  ...[versionId, ordinal, number, heading, role, text],
];

interface ReadingRows {
  readonly figures: readonly Row[];
  /** One, or none where there are no figures. */
  readonly panelValues: readonly Row[];
  readonly sections: readonly Row[];
  readonly doubts: readonly Row[];
  readonly flags: readonly Row[];
  /** The JSON list that the figures' locators point into. */
  readonly paths: string | null;
}

export function readingRows(documentId: number, reading: StagedReading, context: SaveContext): ReadingRows {
  const { extraction, version } = reading;
  const versionId = version?.id ?? null;
  const paths = new Map<string, number>();
  const figures = figureRows(reading, paths, context);
  const doubts = extraction.doubts.map((doubt) => doubtRow(documentId, versionId, doubt));
  if (!version) return { figures, panelValues: [], sections: [], doubts, flags: [], paths: null };
  const fingerprints = flagFingerprints(extraction.flags, version.identity);
  return {
    figures,
    panelValues: figures.length === 0 ? [] : [panelValueRow(version.id, extraction.figures)],
    sections: extraction.sections.map((section) => sectionRow(version.id, section)),
    doubts,
    flags: extraction.flags.map((flag, index) => [
      ...[version.id, ...finding(flag), flag.observed, flag.expected, fingerprints[index]],
    ]),
    paths: paths.size === 0 ? null : JSON.stringify([...paths.keys()]),
  };
}
