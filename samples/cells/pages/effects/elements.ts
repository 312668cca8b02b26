import { NUMBERS_ONLY, WHOLE_ONLY } from '../../effect.ts';
import { byMarkup, type PageEffect } from '../page-effect.ts';

/** Elements whose contents are not drawn, or drawn by other means than text: HTML Living Standard. */

/** A picture of some text, as an address. */
export const picture = (text: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${9 * text.length + 1}" height="16"><text y="13" font-size="16">${text}</text></svg>`,
  )}`;

const hides = (name: string, section: string, markup: (text: string) => string): PageEffect =>
  byMarkup(name, `HTML §${section}`, 'nothing', markup);

const shows = (name: string, section: string, markup: (text: string) => string, at = NUMBERS_ONLY): PageEffect =>
  byMarkup(name, `HTML §${section}`, 'text', markup, { at });

export const ELEMENT_EFFECTS: readonly PageEffect[] = [
  hides('hidden attribute', '6.1', (text) => `<span hidden>${text}</span>`),
  hides('template', '4.12.3', (text) => `<template>${text}</template>`),
  hides('title', '4.2.2', (text) => `<title>${text}</title>`),
  hides('style', '4.2.6', (text) => `<style>${text}</style>`),
  hides('script of data', '4.12.1', (text) => `<script type="application/json">${text}</script>`),
  hides('comment', '13.1.6', (text) => `<!-- ${text} -->`),
  hides('conditional comment', '13.1.6', (text) => `<!--[if gte mso 9]>${text}<![endif]-->`),
  hides(
    'closed details',
    '4.11.1',
    (text) => `<details style="display:inline"><summary style="display:none"></summary>${text}</details>`,
  ),
  hides('closed dialog', '4.11.4', (text) => `<dialog>${text}</dialog>`),
  hides('hidden input', '4.10.5.1.1', (text) => `<input type="hidden" value="${text}">`),
  hides('fallback of a frame', '4.8.5', (text) => `<iframe width="0" height="0" frameborder="0">${text}</iframe>`),
  hides('fallback of a film', '4.8.8', (text) => `<audio>${text}</audio>`),
  hides('parenthesis of ruby', '4.5.12', (text) => `<ruby><rp>${text}</rp></ruby>`),
  hides('noembed', '15.3.1', (text) => `<noembed>${text}</noembed>`),
  hides('title of svg', '4.8.16', (text) => `<svg width="1" height="1"><title>${text}</title></svg>`),
  shows('conditional comment for all', '13.1.6', (text) => `<![if !vml]>${text}<![endif]>`),
  shows(
    'select',
    '4.10.7',
    (text) => `<select><option>8</option><option selected>${text}</option></select>`,
    WHOLE_ONLY,
  ),
  shows('input', '4.10.5', (text) => `<input value="${text}" size="8">`, WHOLE_ONLY),
  shows('textarea', '4.10.11', (text) => `<textarea rows="1" cols="8">${text}</textarea>`, WHOLE_ONLY),
  shows('button', '4.10.6', (text) => `<button>${text}</button>`, WHOLE_ONLY),
  shows('data with another value', '4.4.13', (text) => `<data value="999">${text}</data>`),
  shows('abbreviation with a title', '4.5.9', (text) => `<abbr title="999">${text}</abbr>`),
  shows(
    'open details',
    '4.11.1',
    (text) => `<details open style="display:inline"><summary style="display:none"></summary>${text}</details>`,
    WHOLE_ONLY,
  ),
  shows('fallback of an object', '4.8.7', (text) => `<object>${text}</object>`),
  shows(
    'svg text',
    '4.8.16',
    (text) =>
      `<svg style="vertical-align:-3px" width="${9 * text.length}" height="16"><text y="13" font-size="16">${text}</text></svg>`,
  ),
  shows('picture', '4.8.3', (text) => `<img style="vertical-align:-3px" src="${picture(text)}">`),
  shows(
    'picture as an object',
    '4.8.7',
    (text) => `<object style="vertical-align:-3px" data="${picture(text)}" type="image/svg+xml"></object>`,
  ),
  shows(
    'frame with its own page',
    '4.8.5',
    (text) => `<iframe srcdoc="${text}" width="90" height="34" frameborder="0"></iframe>`,
    WHOLE_ONLY,
  ),
  shows('MathML number', '4.8.15', (text) => `<math><mn>${text}</mn></math>`),
  byMarkup(
    'MathML power',
    'MathML Core §3.4.1',
    'unclear',
    (text) => `<math><msup><mn>10</mn><mn>${text}</mn></msup></math>`,
    { at: ['whole', 'row'] },
  ),
  byMarkup(
    'MathML fraction',
    'MathML Core §3.3.2',
    'unclear',
    (text) => `<math><mfrac><mn>1</mn><mn>${text}</mn></mfrac></math>`,
    { at: ['whole', 'row'] },
  ),
  shows('written by script', '8.4.3', (text) => `<script>document.write('${text}')</script>`),
  byMarkup(
    ...(['drawn by script', 'HTML §4.12.5', 'text'] as const),
    (text, name) =>
      `<canvas id="${name}" width="80" height="18"></canvas><script>var c=document.getElementById('${name}').getContext('2d');c.font='14px serif';c.fillText('${text}',1,14)</script>`,
    { at: WHOLE_ONLY },
  ),
  byMarkup('progress bar', 'HTML §4.10.13', 'nothing', (text) => `<progress value=".5">${text}</progress>`),
  byMarkup('list of two', 'HTML §4.4.6', 'unclear', (text) => `<ul><li>195</li><li>${text}</li></ul>`, {
    at: ['whole', 'row'],
  }),
  byMarkup('line between', 'HTML §4.4.2', 'unclear', (text) => `21<hr>${text}`, { at: ['whole', 'row'] }),
  byMarkup('lines of thousands', 'HTML §4.5.27', 'unclear', (text) => `12<br>${text.padStart(3, '1').slice(-3)}`, {
    at: ['whole', 'row'],
  }),
  byMarkup('paragraphs', 'HTML §4.4.1', 'unclear', (text) => `<p>7</p><p>${text.padStart(3, '4').slice(-3)}</p>`, {
    at: ['whole', 'row'],
  }),
  byMarkup(
    'far apart',
    'CSS 2.2 §8.3',
    'unclear',
    (text) => `7<span style="margin-left:3em">${text.padStart(3, '4').slice(-3)}</span>`,
    { at: ['whole', 'row'] },
  ),
];
