import type { Doubt, Flag } from '../model/report.ts';
import { couldNotRun, type Judgement } from './rule.ts';

/** The copies of a table differ: a fault of the report, which the reading merely tells. */
const COPIES = 'EX-READERS';

/**
 * Whether a doubt leaves open what stands in its cells. One of severity info does not: there was a single way to read them
 * (digits that can be split in one way only, a circle for 0), and what follows from it can be held against the report.
 */
const isOpen = ({ rule, severity }: Doubt): boolean => rule.startsWith('EX-') && rule !== COPIES && severity !== 'info';

/** Whether any of the cells stands under a doubt that leaves it open what the cell holds. */
export const areOpen = (cells: readonly string[], doubts: readonly Doubt[]): boolean =>
  doubts.some((doubt) => isOpen(doubt) && doubt.cells.some((cell) => cells.includes(cell)));

/** Whether the reader had to recognise, split or place the characters, or they were lost before: what it got need not be what was printed. */
export const isReadersFault = ({ rule, severity }: Doubt): boolean =>
  rule.startsWith('EX-OCR') ||
  rule.startsWith('EX-RUN') ||
  rule === 'EX-LOST-TEXT' ||
  (rule === 'EX-ROW' && severity === 'error');

/** Doubts that some of the document was not read: what is not found may stand there. */
const UNREAD = new Set(['DOC-PAGES', 'ST-TABLE-IMAGE', 'EX-LOST-TEXT']);

/** Could not run, where some of the document was not read and may hold what was not found; else null. */
export function blockedByUnread(doubts: readonly Doubt[]): Judgement | null {
  const unread = doubts.find(({ rule, severity }) => UNREAD.has(rule) && severity !== 'info');
  if (!unread) return null;
  return couldNotRun({
    zh: `文中有内容未能读出（${unread.rule}），看不出是否真的没有`,
    en: `some of the document could not be read (${unread.rule}); whether it really lacks can’t be told`,
  });
}

/**
 * Lays the doubts of a reading beside the flags. Each flag names the doubts that its figures are under, for what looks like a
 * fault of the report may be one of the reading. Where a doubt leaves a figure open, the flag is no error: it is a warning.
 */
export function besideDoubts(flags: readonly Flag[], doubts: readonly Doubt[]): readonly Flag[] {
  const readings = doubts.filter(({ rule, cells }) => rule.startsWith('EX-') && cells.length > 0);
  if (flags.length === 0 || readings.length === 0) return flags;
  const byCell = new Map<string, Doubt[]>();
  for (const doubt of readings) {
    for (const cell of doubt.cells) {
      const known = byCell.get(cell);
      if (known) known.push(doubt);
      else byCell.set(cell, [doubt]);
    }
  }
  return flags.map((flag) => {
    const own = new Set(flag.cells.flatMap((cell) => byCell.get(cell) ?? []));
    if (own.size === 0) return flag;
    const names = [...new Set([...own].map(({ rule }) => rule))].join(', ');
    const { zh, en } = flag.message;
    return {
      ...flag,
      severity: flag.severity === 'error' && [...own].some(isOpen) ? 'warning' : flag.severity,
      message: {
        zh: `${zh}（所据数字的读取存疑：${names}）`,
        en: `${en} (its figures were read with doubt: ${names})`,
      },
    };
  });
}
