import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import { type FoundRow, formRows } from './form-rows.ts';
import type { TableLine } from './table-line.ts';

const isUnlabelled = ({ reading: { label, labels } }: TableLine): boolean => label === null && labels.length === 0;

/**
 * Lines without a label that stand between two rows of the form of which it has exactly one more between them, with as many
 * figures as that one: they are that row by their place.
 */
export function findUnlabelled(
  lines: readonly TableLine[],
  found: readonly FoundRow[],
  strays: readonly TableLine[],
  edition: Edition,
  role: TableRole,
): FoundRow[] {
  const rows = [...formRows(edition, role)];
  const placeOf = new Map(rows.map(([key], place) => [key, place]));
  const taken = new Map(found.map(({ line, row }) => [line, placeOf.get(row)]));
  const isTaken = (line: TableLine): boolean => taken.has(line);
  return strays.filter(isUnlabelled).flatMap((line): FoundRow[] => {
    const at = lines.indexOf(line);
    const above = lines.slice(0, at).findLast(isTaken);
    const below = lines.slice(at + 1).find(isTaken);
    const from = above ? (taken.get(above) ?? Number.NaN) + 1 : 0;
    const to = below ? (taken.get(below) ?? Number.NaN) : rows.length;
    const others = strays.filter((stray) => {
      const place = lines.indexOf(stray);
      return place > (above ? lines.indexOf(above) : -1) && place < (below ? lines.indexOf(below) : lines.length);
    });
    const [row, form] = rows[from] ?? [];
    const figures = line.reading.values.filter(({ text }) => text !== '').length;
    if (to - from !== 1 || others.length !== 1 || !row || !form || figures !== form.keys.length) return [];
    return [{ line, row, form, ground: 'position', similarity: 0 }];
  });
}
