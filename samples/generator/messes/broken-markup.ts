import { changeTables, write, writeMore } from '../draft.ts';
import { HTML, type Mess } from '../mess.ts';
import { legacy } from '../skeletons/legacy.ts';

/** Tags that are not closed, or stand where they may not. A browser still shows every cell. */

export const unclosedTags: Mess = {
  name: 'unclosed-tags',
  readable: true,
  formats: HTML,
  holds: ['markup', 'sections'],
  apply: (draft, rng) => {
    const tags = rng.shuffle(['td', 'tr', 'p', 'span', 'b']).slice(0, rng.int(1, 4));
    const likely = rng.pick([0.2, 1]);
    return writeMore(draft, {
      cell: [(markup) => `<p><span>${markup}</span></p>`],
      table: [
        (markup, again) =>
          tags.reduce(
            (left, tag) => left.replaceAll(`</${tag}>`, (close) => (again.chance(likely) ? '' : close)),
            markup,
          ),
      ],
    });
  },
};

export const misplacedTags: Mess = {
  name: 'misplaced-tags',
  readable: true,
  formats: HTML,
  holds: ['markup', 'sections'],
  apply: (draft, rng) => {
    const ways = rng.shuffle([
      (markup: string) => markup.replaceAll('</td>', (close) => (rng.chance(0.3) ? `</p>${close}` : close)),
      (markup: string) => markup.replaceAll(/<td[^>]*>/g, (open) => (rng.chance(0.3) ? `${open}</p>` : open)),
      (markup: string) => markup.replaceAll('</tr>', (close) => (rng.chance(0.2) ? `${close}<div></div>` : close)),
      (markup: string) =>
        markup.replaceAll('</tr>', (close) => (rng.chance(0.2) ? `${close}<div class="row">` : close)),
      (markup: string) => markup.replaceAll(/<tr[^>]*>/g, (open) => (rng.chance(0.2) ? `${open}&nbsp;` : open)),
      (markup: string) => markup.replaceAll('</td>', (close) => (rng.chance(0.1) ? `${close}</div>` : close)),
      (markup: string) => markup.replaceAll('</td>', (close) => (rng.chance(0.1) ? `</strong>${close}` : close)),
      (markup: string) =>
        markup.replaceAll('</tr>', (close) => (rng.chance(0.1) ? `${close}<form action="#"></form>` : close)),
    ]);
    return writeMore(draft, { table: ways.slice(0, rng.int(1, 4)) });
  },
};

/** Tables in tables for the layout, and each table of the report alone in a cell of another. */
export const nestedLayout: Mess = {
  name: 'nested-layout',
  readable: true,
  formats: HTML,
  holds: ['page'],
  apply: (draft, rng) => {
    const wrap = (markup: string): string =>
      `<table width="100%" border="0"><tr><td align="center">${markup}</td></tr></table>`;
    const depth = rng.int(1, 3);
    const nested = writeMore(draft, { table: Array.from({ length: depth }, () => wrap) });
    return write(nested, { skeleton: legacy });
  },
};

/** A value whose cell was lost: the number stands in the row outside any cell, and a browser shows it above the table. */
export const strayValues: Mess = {
  name: 'stray-values',
  readable: false,
  formats: HTML,
  holds: ['markup', 'sections', 'values', 'tags'],
  apply: (draft, rng) => {
    let left = rng.int(1, 3);
    return writeMore(draft, {
      table: [
        (markup) =>
          markup.replaceAll(/<td>(\d+)<\/td>/g, (whole, value: string) => {
            if (left === 0 || !rng.chance(0.05)) return whole;
            left -= 1;
            return value;
          }),
      ],
    });
  },
};

/** Blank cells that vanished on the way, so that their row cannot be laid out by counting. */
export const droppedCells: Mess = {
  name: 'dropped-cells',
  readable: false,
  formats: HTML,
  holds: ['values', 'digits', 'columns'],
  fits: (truth) => Object.values(truth.figures).some(({ value }) => (value ?? 0) > 0),
  print: (truth, rng) => {
    const figures = Object.fromEntries(
      Object.entries(truth.figures).map(([key, figure]) => {
        const drop = key.startsWith('requests.') && figure.value === 0 && rng.chance(0.2);
        return [key, drop ? { value: null, printed: '', statuses: ['blank', 'missing'] as const } : figure];
      }),
    );
    return { ...truth, figures };
  },
  apply: (draft) =>
    changeTables(
      draft,
      (table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: row.cells.filter(({ kind, text }) => kind !== 'value' || text !== ''),
        })),
      }),
      'requests',
    ),
};

/** The page breaks off somewhere in its tables. */
export const truncatedPage: Mess = {
  name: 'truncated-page',
  readable: false,
  formats: ['html', 'text'],
  holds: ['bytes'],
  apply: (draft, rng) => {
    const share = 0.4 + rng.next() * 0.5;
    return writeMore(draft, { document: [(whole) => whole.slice(0, Math.floor(whole.length * share))] });
  },
};
