import { TABLE_ROLES } from '../../model/forms/form.ts';
import { variablesOfTable } from '../../model/forms/variables.ts';
import { type Message, numberIn } from '../../model/report.ts';
import { cellName } from '../labels.ts';
import type { StoredReport } from './companions.ts';

interface ChangedFigure {
  readonly key: string;
  /** Null for an empty cell. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Figures that two states of a report give differently, in printed order. One that either has not readable is left out. */
export function changedFigures(from: StoredReport, to: StoredReport): readonly ChangedFigure[] {
  return TABLE_ROLES.flatMap((role) => {
    const edition = to.report.editions[role];
    if (!edition || from.report.editions[role] !== edition) return [];
    return variablesOfTable(edition, role).flatMap(({ key }) => {
      const [old, now] = [numberIn(from.figures[key]), numberIn(to.figures[key])];
      return Number.isNaN(old) || Number.isNaN(now) || old === now ? [] : { key, from: old, to: now };
    });
  });
}

/** The first few of them in words. */
export function describeChanges(changes: readonly ChangedFigure[], { report }: StoredReport, most = 3): Message {
  const shown = changes.slice(0, most).map(({ key, from, to }) => {
    const name = cellName(key, report.editions[key.split('.')[0] as 'requests'] ?? '2021');
    return { zh: `${name.zh} ${from ?? '空'} → ${to ?? '空'}`, en: `${name.en} ${from ?? 'empty'} → ${to ?? 'empty'}` };
  });
  const more = changes.length - shown.length;
  return {
    zh: shown.map(({ zh }) => zh).join('；') + (more > 0 ? `；另 ${more} 格` : ''),
    en: shown.map(({ en }) => en).join('; ') + (more > 0 ? `; ${more} more` : ''),
  };
}

/** 更正, 勘误, 修订说明: the report says that it was corrected. */
const CORRECTED =
  /更正|勘误|订正|(?:现|已)(?:予以)?(?:修正|修订)(?:如下|公布|发布)|(?:更新|修正|修订)说明|以此(?:件|版)为准/u;
export const saysCorrected = ({ report, sections }: StoredReport): boolean =>
  CORRECTED.test(report.title ?? '') || sections.some(({ text }) => CORRECTED.test(text));
