import { NUMBERS_ONLY, WHOLE_ONLY } from '../effect.ts';
import { digitsAt, strewn } from '../pages/effects/characters.ts';
import { picture } from '../pages/effects/elements.ts';
import { byMarkup, type PageEffect } from '../pages/page-effect.ts';

/** Kept aside: elements, generated content, order, characters. */

const hides = (name: string, section: string, markup: (text: string, own: string) => string): PageEffect =>
  byMarkup(name, `HTML §${section}`, 'nothing', markup);

const shows = (
  name: string,
  source: string,
  markup: (text: string, own: string) => string,
  at = NUMBERS_ONLY,
  rules?: PageEffect['rules'],
): PageEffect => byMarkup(name, source, 'text', markup, { at, ...(rules ? { rules } : {}) });

const CHINESE = [...'〇一二三四五六七八九'];
const backwards = (text: string): string => [...text].reverse().join('');

export const SEALED_ELEMENTS: readonly PageEffect[] = [
  hides('noscript', '4.12.2', (text) => `<noscript>${text}</noscript>`),
  hides('noframes', '15.3.1', (text) => `<noframes>${text}</noframes>`),
  hides('datalist', '4.10.8', (text) => `<datalist><option>${text}</option></datalist>`),
  hides('fallback of a canvas', '4.12.5', (text) => `<canvas width="1" height="1">${text}</canvas>`),
  hides(
    'definitions of svg',
    '4.8.16',
    (text) => `<svg width="1" height="1"><defs><text y="9">${text}</text></defs></svg>`,
  ),
  hides(
    'annotation of MathML',
    '4.8.15',
    (text) => `<math><semantics><mtext></mtext><annotation>${text}</annotation></semantics></math>`,
  ),
  hides('hidden until found', '6.1', (text) => `<div hidden="until-found">${text}</div>`),
  hides('value of a tick box', '4.10.5.1.15', (text) => `<input type="checkbox" value="${text}">`),
  hides(
    'words for an empty picture',
    '4.8.3',
    (text) =>
      `<img alt="${text}" width="1" height="1" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">`,
  ),
  hides('popover', '6.12', (text) => `<span popover>${text}</span>`),
  hides('slot without a tree', '4.12.4', (text) => `<span><template shadowrootmode="open"></template>${text}</span>`),
  hides('meter', '4.10.14', (text) => `<meter value=".3">${text}</meter>`),
  hides(
    'removed by script',
    '4.12.1',
    (text, own) => `<span id="${own}">${text}</span><script>document.getElementById('${own}').remove()</script>`,
  ),
  hides('tag characters', 'Unicode', (text) =>
    text.replace(/\d/g, (one) => String.fromCodePoint(0xe0030 + Number(one))).replace(/[^\u{e0030}-\u{e0039}]/gu, ''),
  ),
  shows('button input', 'HTML §4.10.5.1.21', (text) => `<input type="button" value="${text}">`, WHOLE_ONLY),
  shows('number input', 'HTML §4.10.5.1.12', (text) => `<input type="number" disabled value="${text}">`, WHOLE_ONLY),
  shows(
    'select without a choice',
    'HTML §4.10.7',
    (text) => `<select><option value="1">${text}<option value="2">88</select>`,
    WHOLE_ONLY,
  ),
  shows('shadow tree', 'DOM §4.8', (text) => `<span><template shadowrootmode="open">${text}</template>88</span>`),
  shows(
    'slotted',
    'DOM §4.8',
    (text) => `<span><template shadowrootmode="open"><slot></slot></template>${text}</span>`,
  ),
  shows(
    'picture embedded',
    'HTML §4.8.6',
    (text) => `<embed style="vertical-align:-3px" src="${picture(text)}" type="image/svg+xml">`,
  ),
  shows(
    'picture with a wrong word',
    'HTML §4.8.3',
    (text) => `<img style="vertical-align:-3px" alt="88" src="${picture(text)}">`,
  ),
  shows(
    'svg spans',
    'SVG 2 §11.2',
    (text) =>
      `<svg style="vertical-align:-3px" width="${9 * text.length}" height="16"><text y="13" font-size="16">${[...text].map((one) => `<tspan>${one}</tspan>`).join('')}</text></svg>`,
  ),
  shows(
    'written later by script',
    'HTML §4.12.1',
    (text, own) =>
      `<span id="${own}">88</span><script>window.addEventListener('load',function(){document.getElementById('${own}').textContent='${text}'})</script>`,
  ),
  shows(
    'written when a picture fails',
    'HTML §4.8.3',
    (text) => `<img src="data:," onerror="this.outerHTML='${text}'">`,
  ),
  shows('quotation', 'CSS 2.2 §12.3', (text) => `<q class="n">${text}</q>`, NUMBERS_ONLY, '.n{quotes:none}'),
  byMarkup(
    'select of several',
    'HTML §4.10.7',
    'unclear',
    (text) => `<select multiple size="2"><option selected>${text}<option>88</select>`,
    { at: ['whole', 'row'] },
  ),
  byMarkup('greyed placeholder', 'HTML §4.10.5.3.10', 'unclear', (text) => `<input placeholder="${text}" size="6">`, {
    at: ['whole', 'row'],
  }),
  byMarkup('password', 'HTML §4.10.5.1.6', 'unclear', (text) => `<input type="password" value="${text}" size="6">`, {
    at: ['whole', 'row'],
  }),
  byMarkup('list number', 'HTML §4.4.5', 'unclear', (text) => `<ol start="${text}"><li></li></ol>`, {
    at: ['whole', 'row'],
  }),
  byMarkup('MathML root', 'MathML Core §3.3.3', 'unclear', (text) => `<math><msqrt><mn>${text}</mn></msqrt></math>`, {
    at: ['whole', 'row'],
  }),
  byMarkup(
    'table in the cell',
    'HTML §4.9.1',
    'unclear',
    (text) => `<table><tr><td>12</td><td>${text.padStart(3, '1').slice(-3)}</td></tr></table>`,
    { at: ['whole', 'row'] },
  ),
  byMarkup(
    'padded apart',
    'CSS 2.2 §8.4',
    'unclear',
    (text) => `4<b style="padding-left:40px">${text.padStart(3, '1').slice(-3)}</b>`,
    { at: ['whole', 'row'] },
  ),
  byMarkup('two lines of pre', 'HTML §4.4.3', 'unclear', (text) => `<pre>4\n${text.padStart(3, '1').slice(-3)}</pre>`, {
    at: ['whole', 'row'],
  }),
  byMarkup('ruby above', 'HTML §4.5.10', 'mark', (text) => `<ruby>&nbsp;<rt>${text}</rt></ruby>`, {
    at: ['behind', 'zero'],
  }),
  shows(
    'content by escape',
    'CSS Syntax 3 §4.3.7',
    (_, own) => `<span class="${own}"></span>`,
    NUMBERS_ONLY,
    (own, text) => `.${own}::before{content:"${text.replace(/\d/g, (one) => `\\3${one} `)}"}`,
  ),
  shows(
    'counter with zeros',
    'CSS Counter Styles 3 §6.1',
    (_, own) => `<span class="${own}"></span>`,
    ['whole', 'row'],
    (own, text) => `.${own}{counter-set:z${own} ${text}}.${own}::after{content:counter(z${own}, decimal)}`,
  ),
  shows(
    'content of an element',
    'CSS Content 3 §1',
    (text, own) => `<span class="${own}">${text}</span>`,
    NUMBERS_ONLY,
    (own) => `.${own}{content:"88"}`,
  ),
  shows(
    'incremented counters',
    'CSS Lists 3 §4',
    (_, own) => `<span class="${own}"></span>`,
    ['whole', 'row'],
    (own, text) => `.${own}{counter-increment:y${own} ${text}}.${own}::before{content:counter(y${own})}`,
  ),
  byMarkup(
    'the first line hidden',
    'CSS Pseudo-Elements 4 §2.1',
    'nothing',
    (text, own) => `<div class="${own}">${text}</div>`,
    { rules: (own) => `.${own}::first-line{color:transparent}`, at: ['whole', 'row'] },
  ),
  byMarkup('generated, not rendered', 'CSS 2.2 §12.1', 'nothing', (_, own) => `<span class="${own}"></span>`, {
    rules: (own, text) => `.${own}{display:none}.${own}::before{content:"${text}"}`,
  }),
  shows(
    'isolate override',
    'CSS Writing Modes 4 §2.2',
    (text) => `<span style="unicode-bidi:isolate-override;direction:rtl">${backwards(text)}</span>`,
    ['whole', 'row'],
  ),
  shows(
    'placed on a grid',
    'CSS Grid 1 §8.3',
    (text) =>
      `<span style="display:inline-grid">${[...text]
        .map((one, at) => [one, at] as const)
        .reverse()
        .map(([one, at]) => `<i style="grid-row:1;grid-column:${at + 1}">${one}</i>`)
        .join('')}</span>`,
    ['whole', 'row'],
  ),
  shows(
    'column reversed',
    'CSS Flexbox 1 §5.1',
    (text) =>
      `<span style="display:inline-flex;flex-flow:row-reverse nowrap"><b>${text.slice(1)}</b><b>${text.slice(0, 1)}</b></span>`,
    ['whole', 'row'],
  ),
  shows(
    'moved past each other',
    'CSS 2.2 §9.4.3',
    (text) =>
      `<b style="display:inline-block;position:relative;width:.62em;left:${0.62 * (text.length - 1)}em">${text.slice(-1)}</b><b style="display:inline-block;position:relative;width:${0.62 * (text.length - 1)}em;left:-.62em">${text.slice(0, -1)}</b>`,
    ['whole', 'row'],
  ),
  shows('right-to-left isolate', 'UAX #9 §2.4', (text) => `\u2067${text}\u2069`),
  shows('mathematical digits', 'Unicode, U+1D7CE', digitsAt(0x1d7ce), WHOLE_ONLY),
  byMarkup('segmented digits', 'Unicode, U+1FBF0', 'unclear', digitsAt(0x1fbf0), { at: ['whole'] }),
  byMarkup(
    'Chinese digits',
    'Unicode, U+4E00',
    'unclear',
    (text) => text.replace(/\d/g, (one) => CHINESE[Number(one)] ?? ''),
    { at: ['whole'] },
  ),
  byMarkup('Roman numeral', 'Unicode, U+2160', 'unclear', digitsAt(0x215f), { at: ['behind'] }),
  shows('keycaps', 'Unicode, U+20E3', (text) => text.replace(/\d/g, '$&\ufe0f\u20e3'), WHOLE_ONLY),
  shows('combining grapheme joiners', 'Unicode, U+034F', strewn('\u034f')),
  shows('thin space for thousands', 'Unicode, U+2009', (text) => text.replace(/\B(?=(?:\d{3})+$)/g, '\u2009'), [
    'whole',
    'row',
  ]),
  byMarkup(
    'struck by a long solidus',
    'Unicode, U+0338',
    'mark',
    (text) => [...text].map((one) => `${one}\u0338`).join(''),
    { at: ['before', 'behind', 'beside'] },
  ),
  byMarkup('subscript digits', 'Unicode, U+2080', 'mark', digitsAt(0x2080), { at: ['behind', 'zero'] }),
  byMarkup('parenthesised digits', 'Unicode, U+2474', 'unclear', digitsAt(0x2473), { at: ['behind'] }),
];
