import { changeCells, writeMore } from '../draft.ts';
import { HTML, type Mess } from '../mess.ts';

/** Tables whose tags are right, but not those one expects. */

export const headCells: Mess = {
  name: 'th-cells',
  readable: true,
  formats: HTML,
  holds: ['tags'],
  apply: (draft, rng) => {
    const which = rng.pick(['all', 'labels', 'all but headers']);
    return changeCells(draft, (one, row) => {
      const label = one.kind === 'label' || one.kind === 'group';
      const th = which === 'all' || (which === 'labels' ? label || row.kind === 'header' : row.kind !== 'header');
      return th ? { ...one, tag: 'th' } : one;
    });
  },
};

/** Row labels marked up as headings. */
export const headingLikeRows: Mess = {
  name: 'heading-like-rows',
  readable: true,
  formats: HTML,
  holds: ['markup'],
  apply: (draft, rng) => {
    const tag = rng.pick(['h2', 'h3', 'h4', 'strong', 'p class="title"']);
    const close = tag.split(' ')[0];
    return writeMore(draft, {
      cell: [(markup, one) => (one.kind === 'label' || one.kind === 'group' ? `<${tag}>${markup}</${close}>` : markup)],
    });
  },
};

const ROWS = /<tr[\s\S]*?<\/tr>/g;

/** colgroup, thead and tfoot, the foot at times written before the body. */
export const tableSections: Mess = {
  name: 'table-sections',
  readable: true,
  formats: HTML,
  holds: ['sections', 'header', 'cut', 'groups'],
  apply: (draft, rng) => {
    const way = rng.pick(['head', 'foot', 'foot first', 'bodies']);
    const change = (markup: string): string => {
      const rows = markup.match(ROWS) ?? [];
      const open = markup.slice(0, markup.indexOf('<tbody>'));
      const columns = '<colgroup><col width="20%"><col span="2"><col></colgroup>';
      const body = (list: readonly string[]) => `<tbody>${list.join('\n')}</tbody>`;
      const foot = `<tfoot>${rows.at(-1)}</tfoot>`;
      const [top, middle] = [rows.slice(0, 3), rows.slice(3, -1)];
      const head = `<thead>${top.join('\n')}</thead>`;
      const whole = {
        head: head + body([...middle, rows.at(-1) ?? '']),
        foot: body(rows.slice(0, -1)) + foot,
        'foot first': head + foot + body(middle),
        bodies: [head, body(middle), body(rows.slice(-1))].join(''),
      }[way];
      return rows.length > 3 ? `${open}${columns}${whole}</table>` : markup;
    };
    return writeMore(draft, { table: [change] });
  },
};
