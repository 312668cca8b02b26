import { byMarkup, byRules, type PageEffect } from '../page-effect.ts';

/** Which of several rules wins: CSS Cascading and Inheritance 4, Selectors 4, Media Queries 4. */

const CASCADE = 'CSS Cascade 4 §6';
const SELECTORS = 'Selectors 4';
const MEDIA = 'Media Queries 4';

export const CASCADE_EFFECTS: readonly PageEffect[] = [
  byRules('a later rule shows', `${CASCADE}.4`, 'text', '.NAME{display:none}.NAME{display:inline}'),
  byRules('a later rule hides', `${CASCADE}.4`, 'nothing', '.NAME{display:inline}.NAME{display:none}'),
  byRules('the more specific shows', `${CASCADE}.3`, 'text', 'td span.NAME{display:inline}.NAME{display:none}'),
  byRules('the more specific hides', `${CASCADE}.3`, 'nothing', 'td span.NAME{display:none}.NAME{display:inline}'),
  byMarkup(
    ...(['the identifier wins', `${CASCADE}.3`, 'text'] as const),
    (text, name) => `<span id="i${name}" class="${name}">${text}</span>`,
    { rules: (name) => `#i${name}{display:inline}.${name}{display:none}` },
  ),
  byMarkup(
    ...(['important wins over the attribute', `${CASCADE}.1`, 'nothing'] as const),
    (text, name) => `<span class="${name}" style="display:inline">${text}</span>`,
    { rules: (name) => `.${name}{display:none!important}` },
  ),
  byMarkup(
    ...(['the attribute wins', `${CASCADE}.2`, 'text'] as const),
    (text, name) => `<span class="${name}" style="display:inline">${text}</span>`,
    { rules: (name) => `.${name}{display:none}` },
  ),
  byRules('hidden in print', `${MEDIA} §2.3`, 'text', '@media print{.NAME{display:none}}'),
  byRules(
    'hidden on screens',
    `${MEDIA} §2.3`,
    'nothing',
    '@media only screen and (min-width:1px){.NAME{display:none}}',
  ),
  byRules('hidden on every medium', `${MEDIA} §2`, 'nothing', '@media print, all{.NAME{visibility:hidden}}'),
  byRules(':not', `${SELECTORS} §4.3`, 'nothing', 'td .NAME:not(.none){display:none}'),
  byRules(':nth-child', `${SELECTORS} §14.3`, 'nothing', '.NAME:nth-child(1){display:none}'),
  byRules(':nth-child of another', `${SELECTORS} §14.3`, 'text', '.NAME:nth-child(7){display:none}'),
  byRules(':has', `${SELECTORS} §4.5`, 'nothing', 'td:has(.NAME) .NAME{opacity:0}'),
  byRules('[class~=]', `${SELECTORS} §6.1`, 'nothing', '[class~="NAME"]{font-size:0}'),
  byRules(
    'child of the cell',
    `${SELECTORS} §15.2`,
    'nothing',
    'table td > .NAME, table td div .NAME, td p .NAME{color:transparent}',
  ),
  byRules('a selector of no such element', `${SELECTORS} §15.1`, 'text', 'ul .NAME, article > .NAME{display:none}'),
  byMarkup(
    ...(['a sibling', `${SELECTORS} §15.3`, 'nothing'] as const),
    (text, name) => `<i class="${name}"></i><span>${text}</span>`,
    { rules: (name) => `.${name}+span{display:none}` },
  ),
  byRules('rule in a comment', 'CSS Syntax 3 §4.3.2', 'text', '/* .NAME{display:none} */'),
  byRules('an unknown selector drops the rule', `${SELECTORS} §4.1`, 'text', '.NAME, :unknown-thing{display:none}'),
  byMarkup(
    ...(['sheet for print', 'HTML §4.2.6', 'text'] as const),
    (text, name) => `<style media="print">.${name}{display:none}</style><span class="${name}">${text}</span>`,
  ),
  byMarkup(
    ...(['sheet behind its element', 'HTML §4.2.6', 'nothing'] as const),
    (text, name) => `<span class="${name}">${text}</span>`,
    { after: '<style>.AFTER{display:none}</style>' },
  ),
  byMarkup(
    ...(['inherited', 'CSS Cascade 4 §7.2', 'nothing'] as const),
    (text, name) => `<span style="visibility:hidden"><b class="${name}">${text}</b></span>`,
    { rules: (name) => `.${name}{visibility:inherit;display:inline}` },
  ),
];
