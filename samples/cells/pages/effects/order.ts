import { byMarkup, byStyle, type PageEffect } from '../page-effect.ts';

/** The order in which characters stand: CSS Writing Modes 4, CSS Flexible Box 1, Unicode UAX #9. */

const backwards = (text: string): string => [...text].reverse().join('');
const each = (text: string): string[] => [...text].reverse().map((one) => `<i>${one}</i>`);

const turned = (
  name: string,
  source: string,
  markup: (text: string, name: string) => string,
  rules?: PageEffect['rules'],
) =>
  byMarkup(
    name,
    source,
    'text',
    markup,
    rules ? { rules, at: ['whole', 'row', 'label'] } : { at: ['whole', 'row', 'label'] },
  );

export const ORDER_EFFECTS: readonly PageEffect[] = [
  turned('right-to-left override', 'UAX #9 §2.2', (text) => `\u202e${backwards(text)}\u202c`),
  turned('override by reference', 'UAX #9 §2.2', (text) => `&#8238;${backwards(text)}&#x202C;`),
  turned('bdo', 'HTML §4.5.25', (text) => `<bdo dir="rtl">${backwards(text)}</bdo>`),
  turned(
    'unicode-bidi',
    'CSS Writing Modes 4 §2.2',
    (text, name) => `<span class="${name}">${backwards(text)}</span>`,
    (name) => `.${name}{unicode-bidi:bidi-override;direction:rtl}`,
  ),
  turned(
    'row reversed',
    'CSS Flexbox 1 §5.1',
    (text) => `<span style="display:inline-flex;flex-direction:row-reverse">${each(text).join('')}</span>`,
  ),
  turned(
    'order',
    'CSS Flexbox 1 §5.4',
    (text) =>
      `<span style="display:inline-flex">${each(text)
        .map((one, at) => one.replace('<i>', `<i style="order:-${at + 1}">`))
        .join('')}</span>`,
  ),
  turned(
    'floated to the right',
    'CSS 2.2 §9.5',
    (text, name) => `<span class="${name}">${each(text).join('')}</span>`,
    (name) => `.${name}{display:inline-block}.${name} i{float:right}`,
  ),
  turned(
    'direction of inline blocks',
    'CSS Writing Modes 4 §2.1',
    (text) =>
      `<span style="direction:rtl;display:inline-block">${each(text)
        .map((one) => one.replace('<i>', '<i style="display:inline-block">'))
        .join('')}</span>`,
  ),
  byMarkup('dir alone', 'HTML §3.2.6.4', 'text', (text) => `<span dir="rtl">${text}</span>`, {
    at: ['before', 'whole', 'zero', 'row'],
  }),
  byStyle('upright columns', 'CSS Writing Modes 4 §3.1', 'text', 'writing-mode:vertical-rl;display:inline-block', {
    at: ['whole', 'zero', 'row'],
  }),
  byStyle('isolated', 'CSS Writing Modes 4 §2.2', 'text', 'unicode-bidi:isolate'),
];
