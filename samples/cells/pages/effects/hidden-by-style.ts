import { byMarkup, byStyle, type PageEffect } from '../page-effect.ts';

/** Declarations that leave nothing to be seen of an element. */

const BOX = 'display:inline-block';

export const HIDDEN_BY_STYLE: readonly PageEffect[] = [
  byStyle('display none', 'CSS 2.2 §9.2.4', 'nothing', 'display:none'),
  byStyle('visibility hidden', 'CSS 2.2 §11.2', 'nothing', 'visibility:hidden'),
  byStyle('opacity 0', 'CSS Color 4 §12', 'nothing', 'opacity:0'),
  byStyle('font size 0', 'CSS Fonts 4 §2.5', 'nothing', 'font-size:0'),
  byStyle('white on white', 'CSS Color 4 §3', 'nothing', 'color:#fff'),
  byStyle('white, by name', 'CSS Color 4 §6.1', 'nothing', 'color:White'),
  byStyle('transparent', 'CSS Color 4 §6.3', 'nothing', 'color:transparent'),
  byStyle('same colour as its ground', 'CSS Backgrounds 3 §2.2', 'nothing', 'background:#c00;color:rgb(204,0,0)'),
  byStyle('left of the page', 'CSS 2.2 §9.3.2', 'nothing', 'position:absolute;left:-9999px'),
  byStyle('above the page', 'CSS 2.2 §9.3.2', 'nothing', 'position:absolute;top:-999em'),
  byStyle('shifted away', 'CSS 2.2 §9.4.3', 'nothing', 'position:relative;left:-6000px'),
  byStyle('text indent', 'CSS Text 3 §8.1', 'nothing', `${BOX};text-indent:-9999px`),
  byStyle('clip', 'CSS Masking 1, appendix A', 'nothing', 'position:absolute;clip:rect(0,0,0,0)'),
  byStyle('clip path', 'CSS Masking 1 §5.1', 'nothing', `${BOX};clip-path:inset(50%)`),
  byStyle('no width, overflow hidden', 'CSS Overflow 3 §3.1', 'nothing', `${BOX};width:0;height:0;overflow:hidden`),
  byStyle('block of no height', 'CSS Overflow 3 §3.1', 'nothing', 'display:block;height:0;overflow:hidden'),
  byStyle('scale 0', 'CSS Transforms 1 §13', 'nothing', `${BOX};transform:scale(0)`),
  byStyle('moved by transform', 'CSS Transforms 1 §13', 'nothing', `${BOX};transform:translateX(-9999px)`),
  byStyle('filter opacity', 'Filter Effects 1 §7', 'nothing', 'filter:opacity(0)'),
  byStyle('content visibility', 'CSS Containment 2 §4', 'nothing', `${BOX};content-visibility:hidden`),
  byStyle('floated away', 'CSS 2.2 §9.5', 'nothing', 'float:left;margin-left:-9999px'),
  byMarkup(
    ...(['hidden under a visible child', 'CSS 2.2 §9.2.4', 'nothing'] as const),
    (text) => `<span style="display:none"><b style="display:inline;visibility:visible">${text}</b></span>`,
  ),
  byMarkup(
    ...(['covered by a box', 'CSS 2.2 §9.9', 'nothing'] as const),
    (text) =>
      `<span style="position:relative">${text}<i style="position:absolute;left:0;top:-2px;width:100%;height:140%;background:#fff"></i></span>`,
  ),
  byMarkup('font tag in white', 'HTML §15.3.4', 'nothing', (text) => `<font color="#FFFFFF">${text}</font>`),
  byMarkup(
    ...(['behind the ground of its cell', 'CSS 2.2 §9.9', 'nothing'] as const),
    (text, name) => `<span class="${name}">${text}</span>`,
    { rules: (name) => `td:has(.${name}){background:#fff}.${name}{position:relative;z-index:-1}` },
  ),
  byMarkup(
    ...(['second line cut off', 'CSS Overflow 3 §3.1', 'nothing'] as const),
    (text) => `<span style="display:block;height:0;line-height:1.2;overflow:hidden"><br>${text}</span>`,
  ),
];

/** Rows may be hidden by these too. */
export const HIDDEN_ROWS: readonly PageEffect[] = [
  ...(
    [
      ['display none', 'CSS 2.2 §9.2.4', 'display:none'],
      ['visibility collapse', 'CSS 2.2 §17.6.1', 'visibility:collapse'],
      ['visibility hidden', 'CSS 2.2 §11.2', 'visibility:hidden'],
      ['opacity 0', 'CSS Color 4 §12', 'opacity:0'],
      ['white', 'CSS Color 4 §3', 'color:#ffffff'],
      ['font size 0', 'CSS Fonts 4 §2.5', 'font-size:0px'],
    ] as const
  ).map(([name, source, css]) => byStyle(`row: ${name}`, source, 'nothing', css, { at: ['twin'] })),
];
