import { NUMBERS_ONLY, WHOLE_ONLY } from '../../effect.ts';
import { byMarkup, byStyle, type PageEffect } from '../page-effect.ts';

/** Characters that look otherwise than they count, and marks beside a number: Unicode 15; CSS 2.2 §10.8; HTML §4.5.19. */

/** Digits as those of another block, whose zero is at `zero`. */
export const digitsAt =
  (zero: number) =>
  (text: string): string =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const SUPERSCRIPT = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
const raisedDigits = (text: string): string => text.replace(/\d/g, (digit) => SUPERSCRIPT[Number(digit)] ?? '');

/** Something between every two characters, and before and behind. */
export const strewn =
  (mark: string) =>
  (text: string): string =>
    mark + [...text].join(mark) + mark;

const written = (
  name: string,
  source: string,
  sight: PageEffect['sight'],
  markup: (text: string) => string,
  at = NUMBERS_ONLY,
): PageEffect => byMarkup(name, source, sight, markup, { at });

const MARK_AT = ['behind', 'zero', 'label', 'head'] as const;

export const CHARACTER_EFFECTS: readonly PageEffect[] = [
  byMarkup('sup', 'HTML §4.5.19', 'mark', (text) => `<sup>${text}</sup>`),
  byMarkup('sub', 'HTML §4.5.19', 'mark', (text) => `<sub>${text}</sub>`),
  byStyle('raised by style', 'CSS 2.2 §10.8.1', 'mark', 'vertical-align:super;font-size:smaller'),
  byStyle('raised by position', 'CSS 2.2 §9.4.3', 'mark', 'position:relative;top:-.5em;font-size:60%'),
  byStyle('lowered by style', 'CSS 2.2 §10.8.1', 'mark', 'vertical-align:sub;font-size:x-small'),
  written('superscript digits', 'Unicode, U+2070', 'mark', raisedDigits, MARK_AT),
  byMarkup('note in a link', 'HTML §4.5.1', 'mark', (text) => `<sup><a href="#n">[${text}]</a></sup>`),
  written('full width', 'Unicode, U+FF10', 'text', digitsAt(0xff10)),
  written('Arabic-Indic digits', 'Unicode, U+0660', 'text', digitsAt(0x660), WHOLE_ONLY),
  written('struck by a combining mark', 'Unicode, U+0336', 'mark', (text) => strewn('\u0336')(text).slice(1), [
    'before',
    'behind',
    'beside',
  ]),
  written('circled', 'Unicode, U+2460', 'unclear', digitsAt(0x245f), ['behind', 'before']),
  written('a fraction', 'Unicode, U+00BD', 'unclear', (text) => `${text}\u00bd`, ['whole', 'row']),
  written('a fraction slash', 'Unicode, U+2044', 'unclear', (text) => `1\u2044${text}`, ['whole', 'row']),
  written('zero-width spaces', 'Unicode, U+200B', 'text', strewn('\u200b')),
  written('byte order marks', 'Unicode, U+FEFF', 'text', strewn('&#xFEFF;')),
  written('soft hyphens', 'Unicode, U+00AD', 'text', strewn('&shy;')),
  written('word breaks', 'HTML §4.5.28', 'text', (text) => [...text].join('<wbr>')),
  written(
    'no-break space for thousands',
    'Unicode, U+00A0',
    'text',
    (text) => text.replace(/\B(?=(?:\d{3})+$)/g, '&nbsp;'),
    ['whole', 'row'],
  ),
  written('numeric references', 'HTML §13.5', 'text', (text) =>
    text.replace(/\d/g, (one) => `&#${one.charCodeAt(0)};`),
  ),
  written('invisible operators', 'Unicode, U+2062', 'text', strewn('\u2062')),
];
