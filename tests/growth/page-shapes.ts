import { readFileSync } from 'node:fs';

/** Pages and texts that grow along one dimension, around or inside a report that is whole: every step of a reading runs. */

const read = (path: string): string => readFileSync(new URL(`../../samples/${path}`, import.meta.url), 'utf8');
const PAGE = read('clean-2021/source.html');
const TEXT = read('text-lines/source.txt');

export const many = (count: number, draw: (index: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join(between);

export type Shape = (size: number) => string;

/** Puts something before the end of the body. */
const atEnd =
  (inner: Shape): Shape =>
  (size) =>
    PAGE.replace(/<\/body>/i, () => `${inner(size)}</body>`);
const atStart =
  (inner: Shape): Shape =>
  (size) =>
    PAGE.replace(/<body[^>]*>/i, (tag) => tag + inner(size));
const inHead =
  (inner: Shape): Shape =>
  (size) =>
    PAGE.replace(/<\/head>/i, () => `${inner(size)}</head>`);
/** Puts something behind the figures of a cell of the third table. */
const inCell =
  (inner: Shape): Shape =>
  (size) => {
    const at = PAGE.lastIndexOf('</td>');
    return PAGE.slice(0, at) + inner(size) + PAGE.slice(at);
  };

const SENTENCE = '本机关公开政府信息12件，办理申请3件。';
const ROW = (i: number) => `<tr><td>事项${i}</td><td>${i}</td><td>${i + 1}</td></tr>`;
const KNOWN_ROW = () =>
  '<tr><td>（一）予以公开</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr>';

export const HTML_SHAPES: Readonly<Record<string, Shape>> = {
  'paragraphs in front': atStart((n) => many(n, (i) => `<p>${SENTENCE}${i}</p>`)),
  'paragraphs behind': atEnd((n) => many(n, (i) => `<p>${SENTENCE}${i}</p>`)),
  'short lines in front': atStart((n) => many(n, (i) => `<p>栏目${i}</p>`)),
  'titles in front': atStart((n) => many(n, () => '<h1>临江省人民政府2024年政府信息公开工作年度报告</h1>')),
  'dates in front': atStart((n) => many(n, () => '<p>发布时间：2025年1月18日 来源：办公室</p>')),
  'headings of one name': atEnd((n) => many(n, () => '<p>一、总体情况</p>')),
  'headings of their own': atEnd((n) => many(n, (i) => `<p>一、第${i}项其他情况</p>`)),
  'headings by name alone': atEnd((n) => many(n, () => '<p>总体情况</p>')),
  'headings with their sentences': atEnd((n) => many(n, () => `<p>一、总体情况</p><p>${SENTENCE}</p>`)),
  'captions of procedures': atEnd((n) => many(n, () => '<p>行政复议</p>')),
  'rows of a table': atEnd((n) => `<table>${many(n, ROW)}</table>`),
  'known rows of a table': atEnd((n) => `<table>${many(n, KNOWN_ROW)}</table>`),
  'cells of a row': atEnd((n) => `<table><tr>${many(Math.min(n, 1_000), (i) => `<td>${i}</td>`)}</tr></table>`),
  'rows that span down': atEnd(
    (n) => `<table>${many(n, (i) => `<tr>${i % 20 === 0 ? '<td rowspan="20">1</td>' : ''}<td>${i}</td></tr>`)}</table>`,
  ),
  tables: atEnd((n) => many(n, (i) => `<table>${ROW(i)}${ROW(i)}</table>`)),
  'tables of the form': atEnd((n) => many(n / 10, () => `<table>${many(5, KNOWN_ROW)}</table>`)),
  'headings and tables': atEnd((n) => many(n, (i) => `<p>二、主动公开政府信息情况</p><table>${ROW(i)}</table>`)),
  'nested elements': atEnd((n) => `${'<div>'.repeat(n / 4)}${SENTENCE}${'</div>'.repeat(n / 4)}`),
  'nested tables': atEnd((n) => `${'<table><tr><td>'.repeat(n / 20)}1${'</td></tr></table>'.repeat(n / 20)}`),
  'open inline elements': atEnd((n) => many(n / 4, () => '<b><i>字')),
  'open paragraphs': atEnd((n) => many(n, () => '<p>字')),
  'misnested elements': atEnd((n) => many(n, () => '<b><p>字</b>')),
  'spans of a paragraph': atEnd((n) => `<p>${many(n, () => '<span>字</span>')}</p>`),
  'line breaks of a paragraph': atEnd((n) => `<p>${many(n, () => '字<br>')}</p>`),
  'attributes of an element': atEnd((n) => `<p ${many(n, (i) => `a${i}="${i}"`, ' ')}>字</p>`),
  'classes of an element': atEnd((n) => `<p class="${many(n, (i) => `c${i}`, ' ')}">字</p>`),
  'elements with a style': atEnd((n) => many(n, (i) => `<p style="color:red;margin:${i}px;display:block">字</p>`)),
  'declarations of a style': atEnd((n) => `<p style="${many(n, (i) => `m${i}:${i}px;`)}">字</p>`),
  'rules of a style sheet': inHead((n) => `<style>${many(n, (i) => `.c${i} p.a{display:none}`)}</style>`),
  'rules of a style sheet, and elements with a class': (n) =>
    atEnd((m) => many(m, (i) => `<p class="c${i} d${i}">字</p>`))(n).replace(
      /<\/head>/i,
      `<style>${many(n, (i) => `.c${i}{display:none}`)}</style></head>`,
    ),
  'style sheets': inHead((n) => many(n, (i) => `<style>.c${i}{color:red}</style>`)),
  'meta tags': inHead((n) => many(n, (i) => `<meta name="m${i}" content="${i}">`)),
  comments: atEnd((n) => many(n, (i) => `<!-- ${i} -->`)),
  'open comments': atEnd((n) => many(n, () => '<!--')),
  entities: atEnd((n) => `<p>${'&nbsp;&#x4e00;&amp'.repeat(n)}</p>`),
  'links of a menu': atStart((n) => `<ul>${many(n, (i) => `<li><a href="/${i}">栏目${i}</a></li>`)}</ul>`),
  'options of a select': atEnd((n) => `<select>${many(n, (i) => `<option>${i}`)}</select>`),
  pictures: atEnd((n) => many(n, (i) => `<img src="${i}.png" alt="${i}">`)),
  'one long paragraph': atEnd((n) => `<p>${SENTENCE.repeat(n)}</p>`),
  'one long paragraph without a stop': atEnd((n) => `<p>${'公开政府信息'.repeat(n)}</p>`),
  'one long number': atEnd((n) => `<p>${'1'.repeat(n * 4)}</p>`),
  'one long run of spaces': atEnd((n) => `<p>一${' '.repeat(n * 4)}二</p>`),
  'one long run of wide spaces': atEnd((n) => `<p>一${'\u3000'.repeat(n * 4)}二</p>`),
  'one long run of brackets': atEnd((n) => `<p>${'（'.repeat(n * 4)}</p>`),
  'one long run of empty lines': atEnd((n) => `<pre>一${'\n'.repeat(n * 4)}二</pre>`),
  'text of a huge cell': inCell((n) => SENTENCE.repeat(n)),
  'digits of a huge cell': inCell((n) => '1'.repeat(n * 4)),
  'numbers of a cell': inCell((n) => ` ${many(n, (i) => `${i}`, ' ')}`),
  'lines of a cell': inCell((n) => many(n, (i) => `<br>${i}`)),
  'brackets of a cell': inCell((n) => `（${'1）（'.repeat(n)}`),
  'labels of a cell': inCell((n) => '予以公开'.repeat(n)),
  'rows of boxes': atEnd((n) => many(n, (i) => `<div><div>事项${i}</div><div>${i}</div><div>${i}</div></div>`)),
};

/** Rows of a text table, drawn in each of the ways that are read. */
const TEXT_ROWS: Readonly<Record<string, (cells: readonly string[]) => string>> = {
  tabs: (cells) => cells.join('\t'),
  pipes: (cells) => `| ${cells.join(' | ')} |`,
  spaces: (cells) => cells.map((cell) => cell.padEnd(10)).join('  '),
  'box lines': (cells) => `│${cells.join('│')}│\n├──┼──┼──┤`,
  'lines of their own': (cells) => cells.join('\n'),
  'a run': (cells) => cells.join(' '),
};

const behind =
  (inner: Shape): Shape =>
  (size) =>
    `${TEXT}\n${inner(size)}\n`;
const before =
  (inner: Shape): Shape =>
  (size) =>
    `${inner(size)}\n${TEXT}`;

export const TEXT_SHAPES: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(
    Object.entries(TEXT_ROWS).flatMap(([name, draw]) => [
      [`rows drawn with ${name}`, behind((n) => many(n, (i) => draw([`事项${i}`, `${i}`, `${i}`]), '\n'))],
      [`known rows drawn with ${name}`, behind((n) => many(n, () => draw(['行政许可', '1', '2']), '\n'))],
      [
        `rows of requests drawn with ${name}`,
        behind((n) => many(n, () => draw(['（一）予以公开', '1', '0', '0', '0', '0', '0', '1']), '\n')),
      ],
      [
        `cells drawn with ${name}`,
        behind((n) => many(3, () => draw(Array.from({ length: Math.min(n, 900) }, (_, i) => `${i}`)), '\n')),
      ],
      [
        `a huge cell drawn with ${name}`,
        behind((n) => many(3, () => draw(['行政许可', '1'.repeat(n * 3), '2']), '\n')),
      ],
    ]),
  ),
  'lines in front': before((n) => many(n, (i) => `第${i}行说明文字`, '\n')),
  'prose in front': before((n) => many(n, (i) => `${SENTENCE}${i}`, '\n')),
  'prose behind': behind((n) => many(n, (i) => `${SENTENCE}${i}`, '\n')),
  'headings of one name': behind((n) => many(n, () => '一、总体情况', '\n')),
  'headings of their own': behind((n) => many(n, (i) => `一、第${i}项其他情况`, '\n')),
  'headings of parts': behind((n) => many(n, (i) => `（一）第${i}项其他情况`, '\n')),
  'headings with their sentences': behind((n) => many(n, () => `一、总体情况\n${SENTENCE}`, '\n')),
  'empty lines': behind((n) => '\n'.repeat(n * 4)),
  'one long line': behind((n) => SENTENCE.repeat(n)),
  'one long line without a stop': behind((n) => '公开政府信息'.repeat(n)),
  'one long line of labels': behind((n) => '行政许可 行政处罚 '.repeat(n)),
  'one long line of labels and figures': behind((n) => '行政许可 1 行政处罚 2 '.repeat(n)),
  'one long line of labels run together': behind((n) => '行政许可行政处罚予以公开'.repeat(n)),
  'one long line of numbers': behind((n) => many(n, (i) => `${i}`, ' ')),
  'one long number': behind((n) => '1'.repeat(n * 4)),
  'one long line of spaces': behind((n) => `一${' '.repeat(n * 4)}二`),
  'one long line of tabs': behind((n) => `一${'\t'.repeat(Math.min(n, 900))}二`),
  'one long line of bars': behind((n) => `一${'|'.repeat(Math.min(n, 900))}二`),
  'rules of dashes': behind((n) => many(n, () => '-----------', '\n')),
  'one long rule of dashes': behind((n) => '-'.repeat(n * 4)),
  'blocks of rows': behind((n) => many(n, (i) => `事项${i}\t1\t2\n事项\t3\t4\n\n正文`, '\n')),
};
