import { displayWidth } from '../export/text-table.ts';

/** What a line does not begin with: closing brackets and marks of pauses stay with what they follow. */
const STAYS_BEHIND = /^[，。、；：！？）》”’…,.;:!?)\]]/;

/** Pieces that a line of Chinese may end after: a Chinese character each, and runs of anything else up to its space. */
const PIECES = /\p{Script=Han}|[，。、；：！？）》”’…]+|[^\p{Script=Han}\s，。、；：！？）》”’…]+|\s+/gu;

/** Text broken into lines of at most `width` places of a terminal; Chinese has no spaces to break at. */
export function wrapText(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width).join('\n'))
    .join('\n');
}

function wrapLine(line: string, width: number): string[] {
  const units: string[] = [];
  for (const piece of line.match(PIECES) ?? []) {
    if (units.length > 0 && STAYS_BEHIND.test(piece)) units.push((units.pop() ?? '') + piece);
    else units.push(piece);
  }
  const lines: string[] = [];
  let current = '';
  for (const unit of units) {
    if (current !== '' && displayWidth((current + unit).trimEnd()) > width) {
      lines.push(current.trimEnd());
      current = unit.trimStart();
    } else current += unit;
  }
  return [...lines, current.trimEnd()];
}
