import { printableLine } from '../export/printable.ts';
import {
  type Change,
  type Doubt,
  type Extraction,
  type ExtractionResult,
  type Figures,
  type Flag,
  isFailure,
} from '../report.ts';
import type { Language } from './language.ts';

/** What the program read in one document, for a person: a head line, how the figures were found, and each finding. */
export function summarize(result: ExtractionResult, language: Language): string {
  const lines = isFailure(result)
    ? [`not read: ${result.error.message} (${result.error.code})`]
    : [headLine(result), ...figureLine(result.figures), ...findingLines(result, language)];
  return [result.source.path, ...lines.map((line) => `  ${printableLine(line)}`.trimEnd())]
    .map((line, index) => `${index === 0 ? printableLine(line) : line}\n`)
    .join('');
}

function headLine({ report }: Extraction): string {
  if (!report) return 'not a report of this kind';
  const edition = report.edition ? `form of ${report.edition}` : 'form not recognised';
  const published = report.publishedOn ? `published ${report.publishedOn}` : 'date of publication unknown';
  return [report.agency ?? 'agency unknown', report.year ?? 'year unknown', edition, published].join(', ');
}

const STATUS_WORDS = {
  reported: 'with a number',
  inferred: 'worked out',
  blank: 'blank',
  dash: 'a dash',
  not_applicable: 'not applicable',
  unreadable: 'unreadable',
  missing: 'missing',
} as const;

/** `198 figures: 150 with a number, 48 blank`; nothing where there are no figures. */
function figureLine(figures: Figures): string[] {
  const all = Object.values(figures);
  if (all.length === 0) return [];
  const counts = Object.entries(STATUS_WORDS).flatMap(([status, words]) => {
    const count = all.filter((figure) => figure.status === status).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return [`${all.length} figures: ${counts.join(', ')}`];
}

/** Of one rule a summary shows so many findings; the rest are counted, and stand in the JSON. */
const SHOWN_OF_A_RULE = 3;

function findingLines({ doubts, flags, repair }: Extraction, language: Language): string[] {
  return [...listed('doubt', doubts, language), ...listed('flag', flags, language), ...repairLines(repair)];
}

function listed(kind: string, findings: readonly (Doubt | Flag)[], language: Language): string[] {
  return [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => {
    const alike = findings.filter((finding) => finding.rule === rule);
    const lines = alike
      .slice(0, SHOWN_OF_A_RULE)
      .map(({ severity, message }) => `${kind} ${severity}: ${message[language]} [${rule}]`);
    const more = alike.length - lines.length;
    return more > 0 ? [...lines, `... and ${more} more of this kind [${rule}]`] : lines;
  });
}

const changeText = ({ cell, from, to }: Change): string => `${cell} ${from ?? 'blank'} -> ${to}`;

function repairLines(repair: Extraction['repair']): string[] {
  if (!repair) return [];
  const changes = repair.changes.map(changeText).join('; ');
  return [
    repair.unique
      ? `the tables would add up with: ${changes}`
      : `the tables would add up with, among others: ${changes} (${repair.alternatives.length} more ways)`,
  ];
}
