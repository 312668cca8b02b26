/** A cell with its place on the table's grid of columns, as word processors keep it: merged cells stand in every row. */
export interface WordCell {
  readonly html: string;
  readonly column: number;
  readonly colSpan: number;
  /** Whether the cell opens one that later rows continue, or continues one above. */
  readonly merge: 'none' | 'start' | 'continue';
}

interface Spanned extends WordCell {
  rowSpan: number;
}

/** Leaves out the cells that continue one above; one without any above stands for itself. */
function joinRows(rows: readonly (readonly WordCell[])[]): Spanned[][] {
  let above = new Map<number, Spanned>();
  return rows.map((row) => {
    const here = new Map<number, Spanned>();
    const own: Spanned[] = [];
    for (const cell of row) {
      const owner = cell.merge === 'continue' ? above.get(cell.column) : undefined;
      if (owner && owner.merge !== 'none' && owner.colSpan === cell.colSpan) {
        owner.rowSpan += 1;
        here.set(cell.column, owner);
      } else {
        const placed = { ...cell, rowSpan: 1 };
        own.push(placed);
        here.set(cell.column, placed);
      }
    }
    above = here;
    return own;
  });
}

const span = (name: string, value: number): string => (value > 1 ? ` ${name}="${value}"` : '');

/** Word puts an empty paragraph behind a table in a cell, because a cell can't end with one. */
const aroundTable = (html: string): string =>
  html.replace(/^(?:<p><\/p>|<map><\/map>)*(<table>.*<\/table>)(?:<p><\/p>|<map><\/map>)*$/s, '$1');

/** Rows of a word processor's table as an HTML table. */
export function rowsToHtml(rows: readonly (readonly WordCell[])[]): string {
  const lines = joinRows(rows).map((cells) =>
    cells
      .map(
        ({ html, rowSpan, colSpan }) =>
          `<td${span('rowspan', rowSpan)}${span('colspan', colSpan)}>${aroundTable(html)}</td>`,
      )
      .join(''),
  );
  return `<table><tbody>${lines.map((line) => `<tr>${line}</tr>`).join('')}</tbody></table>`;
}
