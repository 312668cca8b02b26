import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { loadRepaired } from '../../../extractors/html/load-page.ts';
import { readLoaded } from '../../../extractors/html/read-html.ts';

/** The blocks as text: `1|2/3|4` is a grid of two rows. */
function blocksOf(page: Parameters<typeof readLoaded>[0]): string[] {
  return readLoaded(page).blocks.map((block) => {
    if (block.kind !== 'grid') return block.kind === 'paragraph' ? block.text : block.kind;
    const rows = Array.from({ length: block.rows }, (_, row) => block.cells.filter((cell) => cell.row === row));
    return rows.map((cells) => cells.map(({ text }) => text).join('|')).join('/');
  });
}

describe('the parts of a table', () => {
  it.each([
    ['<table><tr><td>1</td><td>2</td></tr><tr><th>3</th><td>4</td></tr></table>', ['1|2/3|4'], 'all tags'],
    ['<table><td>1<td>2<tr><td>3<td>4</table>', ['1|2/3|4'], 'cells straight in the table'],
    ['<table><tbody><td>1</td><td>2</td><tr><td>3<td>4</tbody></table>', ['1|2/3|4'], 'cells straight in a body'],
    ['<table><tr><td>1<td>2<tr><td>3<td>4</table>', ['1|2/3|4'], 'cells and rows without an end'],
    ['<table><tr><td>1<td>2</tr>stray<tr><td>3<td>4</tr></table>', ['stray', '1|2/3|4'], 'text between rows'],
    ['<table><tr>stray<td>1<td>2</tr><tr><td>3<td>4</tr></table>', ['stray', '1|2/3|4'], 'text between cells'],
    ['<table><b>stray</b><tr><td>1<td>2<tr><td>3<td>4</table>', ['stray', '1|2/3|4'], 'an element before the rows'],
    ['<table><tfoot><tr><td>3<td>4</tfoot><tbody><tr><td>1<td>2</table>', ['1|2/3|4'], 'the foot before the body'],
    [
      '<table><tr><td>a<td><table><tr><td>1<td>2</table><tr><td>b<td><table><tr><td>3<td>4</table></table>',
      ['a|1|2/b|3|4'],
      'tables in cells',
    ],
  ])('%s', (html, blocks) => {
    const page = `<html><body>${html}</body></html>`;
    expect(blocksOf(loadRepaired(page))).toEqual(blocks);
    expect(blocksOf(load(page, { xml: { xmlMode: false } }).root())).toEqual(blocks);
  });
});
