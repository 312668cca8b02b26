import { NUMBERS_ONLY } from '../../effect.ts';
import { byMarkup, type PageEffect } from '../page-effect.ts';

/** What the style sheet writes itself: CSS 2.2 §12, CSS Generated Content 3, CSS Lists 3. */

const empty = (_: string, name: string): string => `<span class="${name}"></span>`;
const kept = (text: string, name: string): string => `<span class="${name}">${text}</span>`;

export const GENERATED_EFFECTS: readonly PageEffect[] = [
  byMarkup('::before', 'CSS 2.2 §12.1', 'text', empty, {
    rules: (name, text) => `.${name}::before{content:"${text}"}`,
  }),
  byMarkup(':after', 'CSS 2.2 §12.1', 'text', empty, { rules: (name, text) => `.${name}:after{content:'${text}'}` }),
  byMarkup(
    'content from an attribute',
    'CSS 2.2 §12.2',
    'text',
    (text, name) => `<span class="${name}" data-v="${text}"></span>`,
    {
      rules: (name) => `.${name}::after{content:attr(data-v)}`,
    },
  ),
  byMarkup(
    'in place of what is written',
    'CSS Content 3 §1',
    'text',
    (_, name) => `<span class="${name}"><i>88</i></span>`,
    {
      rules: (name, text) => `.${name} i{display:none}.${name}::before{content:"${text}"}`,
    },
  ),
  byMarkup('counter', 'CSS Lists 3 §4', 'text', empty, {
    rules: (name, text) => `.${name}{counter-reset:n${name} ${text}}.${name}::before{content:counter(n${name})}`,
    at: ['behind', 'whole', 'zero', 'row'],
  }),
  byMarkup('generated, and hidden', 'CSS 2.2 §12.1', 'nothing', empty, {
    rules: (name, text) => `.${name}::before{content:"${text}";display:none}`,
  }),
  byMarkup('content none', 'CSS 2.2 §12.2', 'text', kept, { rules: (name) => `.${name}::before{content:none}` }),
  byMarkup(
    'the first letter hidden',
    'CSS Pseudo-Elements 4 §2.2',
    'nothing',
    (text, name) => `<span class="${name}" style="display:inline-block">${text}</span>`,
    {
      rules: (name) => `.${name}::first-letter{font-size:0}`,
      at: ['before', 'behind'],
    },
  ),
  byMarkup('generated in white', 'CSS 2.2 §12.1', 'nothing', empty, {
    rules: (name, text) => `.${name}::after{content:"${text}";color:#fff}`,
  }),
  byMarkup('picture as ground', 'CSS Backgrounds 3 §2.3', 'text', empty, {
    rules: (name, text) =>
      `.${name}{display:inline-block;width:${9 * text.length + 4}px;height:16px;vertical-align:-3px;background:url('data:image/svg+xml,${encodeURIComponent(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${9 * text.length + 4}" height="16"><text y="13" font-size="16">${text}</text></svg>`,
      ).replaceAll("'", '%27')}')}`,
    at: NUMBERS_ONLY,
  }),
];
