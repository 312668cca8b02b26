import { DeletedTextRun, InsertedTextRun, type ParagraphChild, TextRun } from 'docx';
import { SEAM } from '../../draft.ts';
import { junk } from '../../requests-table.ts';
import type { Rng } from '../../rng.ts';
import type { WordStyle } from './word-style.ts';

const AUTHOR = { author: '张三', date: '2024-01-08T09:30:00Z' };

let revision = 0;
const change = () => {
  revision += 1;
  return { id: revision, ...AUTHOR };
};

/** Begins the numbers of changes anew, so that the same document always gets the same. */
export const beginChanges = (): void => {
  revision = 0;
};

/** Runs of one text: a run ends at every SEAM, and a line break is one within its run. */
export function plainRuns(text: string, bold: boolean): TextRun[] {
  return text
    .split(SEAM)
    .flatMap((piece) =>
      piece.split('\n').map((line, place) => new TextRun({ text: line, bold, ...(place > 0 ? { break: 1 } : {}) })),
    );
}

/** The last character of a text as it was before somebody changed it, and the text as it is now. */
function changedRuns(text: string, bold: boolean, rng: Rng): ParagraphChild[] {
  const at = rng.int(0, text.length);
  const deleted = new DeletedTextRun({ text: /\d/.test(text) ? junk(rng) : '有关', ...change() });
  const inserted = new InsertedTextRun({ text: text.slice(at), bold, ...change() });
  return [...plainRuns(text.slice(0, at), bold), deleted, inserted];
}

/** The runs of a cell, with changes on record and hidden characters where the style has them. */
export function cellRuns(text: string, bold: boolean, style: WordStyle, rng: Rng): ParagraphChild[] {
  const simple = !text.includes('\n') && !text.includes(SEAM);
  const runs =
    style.trackedChanges && simple && text !== '' && rng.chance(0.2)
      ? changedRuns(text, bold, rng)
      : plainRuns(text, bold);
  const hidden = style.hiddenText && rng.chance(0.2) ? [new TextRun({ text: junk(rng), vanish: true })] : [];
  return [...runs, ...hidden];
}
