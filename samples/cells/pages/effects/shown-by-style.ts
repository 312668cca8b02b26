import { NUMBERS_ONLY } from '../../effect.ts';
import { byMarkup, byStyle, type PageEffect } from '../page-effect.ts';

/** What looks like hiding, and hides nothing; and what is struck out, mirrored or cut. */

const BOX = 'display:inline-block';

export const SHOWN_BY_STYLE: readonly PageEffect[] = [
  byStyle('white on black', 'CSS Backgrounds 3 §2.2', 'text', 'color:#fff;background:#000'),
  byStyle('display contents', 'CSS Display 3 §2.5', 'text', 'display:contents'),
  byStyle('an unknown value', 'CSS Syntax 3 §2.2', 'text', 'display:nonee;visibility:hiden'),
  byStyle('the later declaration', 'CSS Cascade 4 §6.1', 'text', 'display:none;display:inline'),
  byStyle('overflow hidden, and room', 'CSS Overflow 3 §3.1', 'text', `${BOX};overflow:hidden;width:auto`),
  byStyle('half transparent', 'CSS Color 4 §12', 'text', 'opacity:.7'),
  byStyle('small capitals, spaced', 'CSS Text 3 §7.2', 'text', 'letter-spacing:2px;text-transform:uppercase'),
  byStyle('right to left, digits alone', 'CSS Writing Modes 4 §2.1', 'text', 'direction:rtl', { at: NUMBERS_ONLY }),
  byStyle('a small shift', 'CSS 2.2 §9.4.3', 'text', 'position:relative;left:1px'),
  byStyle('position absolute, in place', 'CSS 2.2 §9.3.1', 'text', 'position:absolute', {
    at: ['whole', 'zero', 'row'],
  }),
  byStyle('scaled a little', 'CSS Transforms 1 §13', 'text', `${BOX};transform:scale(1.1)`),
  byStyle('red and bold', 'CSS Color 4 §3', 'text', 'color:#f00;font-weight:bold;text-decoration:underline'),
  byMarkup(
    ...(['a visible child of a hidden parent', 'CSS 2.2 §11.2', 'text'] as const),
    (text) => `<span style="visibility:hidden"><b style="visibility:visible">${text}</b></span>`,
  ),
  byStyle('struck by rule', 'CSS Text Decoration 3 §2.1', 'mark', 'text-decoration:line-through', {
    at: ['before', 'behind', 'zero', 'beside'],
  }),
  byStyle('struck whole', 'CSS Text Decoration 3 §2.1', 'unclear', 'text-decoration:line-through', {
    at: ['whole', 'row'],
  }),
  byMarkup(
    ...(['struck through a parent', 'CSS Text Decoration 3 §2.1', 'mark'] as const),
    (text) => `<span style="text-decoration:red line-through"><i style="text-decoration:none">${text}</i></span>`,
    { at: ['before', 'behind', 'beside'] },
  ),
  byStyle('mirrored', 'CSS Transforms 1 §13', 'unclear', `${BOX};transform:scaleX(-1)`, { at: ['whole', 'row'] }),
  byStyle('upside down', 'CSS Transforms 1 §13', 'unclear', `${BOX};transform:rotate(180deg)`, {
    at: ['whole', 'row'],
  }),
  byStyle('cut by its box', 'CSS Overflow 3 §3.1', 'unclear', `${BOX};width:1.2ch;overflow:hidden`, {
    at: ['whole', 'row'],
  }),
  byStyle(
    'cut with an ellipsis',
    'CSS Overflow 3 §5.1',
    'unclear',
    `${BOX};width:1.8em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:30px`,
    { at: ['whole', 'row'] },
  ),
  byStyle('digits one on the other', 'CSS Text 3 §7.2', 'unclear', 'letter-spacing:-.55em', { at: ['whole', 'row'] }),
];
