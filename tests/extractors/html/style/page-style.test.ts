import { describe, expect, it } from 'vitest';
import { loadRepaired } from '../../../../extractors/html/load-page.ts';
import { readHtml } from '../../../../extractors/html/read-html.ts';
import { readPageStyle } from '../../../../extractors/html/style/page-style.ts';
import { ReadError } from '../../../../extractors/read-error.ts';

/** What the style of a page makes of the element `#x`. */
function visibilityOf(css: string, body: string): string {
  const page = loadRepaired(`<style>${css}</style>${body}`);
  const [element] = page.find('#x');
  if (!element) throw new Error('the page has no element #x');
  return readPageStyle(page).visibilityOf(element);
}

const P = '<div class="box"><p>0</p><p id="x" class="a b">1</p></div>';

describe('what is seen by the style of a page', () => {
  it.each([
    ['', P, 'shown', 'no rule'],
    ['.a{display:none}', P, 'hidden', 'a class'],
    ['p.a { DISPLAY : NONE }', P, 'hidden', 'a tag and a class, capitals'],
    ['td.a{display:none}', P, 'shown', 'another tag'],
    ['.box p + p{display:none}', P, 'hidden', 'combinators'],
    ['.box > *{visibility:hidden}', P, 'blanked', 'any child'],
    ['p:nth-child(2){opacity:0.0}', P, 'blanked', 'a place'],
    ['p:not(.a){display:none}', P, 'shown', 'a negation'],
    ['[class~=b]{font-size:0px}', P, 'blanked', 'an attribute'],
    ['h1, .a{text-decoration:underline line-through red}', P, 'blanked', 'a list'],
    ['.a{mso-hide:all}', P, 'hidden', 'a property of Word'],
    ['<!-- .a{/* x */display:/* y */none} -->', P, 'hidden', 'comments'],
    ['.a{color:red;;x;display:none', P, 'hidden', 'errors, and no end'],
    ['.a{display:none}.a{display:block}', P, 'shown', 'a later rule'],
    ['.a.b{display:none}.a{display:block}', P, 'hidden', 'a rule that says more'],
    ['#x{display:none}.box .a.b{display:block}', P, 'hidden', 'an id'],
    [':where(#x){display:none}p{display:block}', P, 'shown', 'a selector without weight'],
    ['.a{display:none!important}#x{display:block}', P, 'hidden', 'an important rule'],
    ['.a{display:none}', '<p id="x" class="a" style="display:block">', 'shown', 'the attribute over a rule'],
    [
      '.a{display:none !important}',
      '<p id="x" class="a" style="display:block">',
      'hidden',
      'a rule over the attribute',
    ],
    ['', '<p id="x" style="display:none;display:block">', 'shown', 'a later declaration'],
    ['', '<p id="x" hidden>', 'hidden', 'the attribute hidden'],
    ['@media print{.a{display:none}}', P, 'shown', 'for paper only'],
    ['@media screen, print{.a{display:none}}', P, 'hidden', 'for the screen'],
    ['@supports (display:grid){.a{display:none}}', P, 'hidden', 'a condition that holds'],
    ['.a:hover{display:none}.a::before{display:none}.a:unknown{display:none}', P, 'shown', 'nothing that stands'],
  ])('%j in %j: %s (%s)', (css, body, visibility) => {
    expect(visibilityOf(css, body)).toBe(visibility);
  });

  it('is not said by sheets for paper, or for those without scripts', () => {
    const page = loadRepaired(
      `<body><style media="print">p{display:none}</style><noscript><style>p{display:none}</style></noscript><p>1`,
    );
    expect(
      page
        .find('p')
        .map((_, element) => readPageStyle(page).visibilityOf(element))
        .get(),
    ).toEqual(['shown']);
  });

  it('blanks the cells of a row, and leaves them their places', () => {
    const { blocks } = readHtml(
      `<body><style>.v{visibility:hidden}</style><table><tr class="v"><td>1<td>2<tr><td>3<td class="v">4</table>`,
    );
    expect(blocks).toMatchObject([{ cells: [{ text: '' }, { text: '' }, { text: '3' }, { text: '' }] }]);
  });

  it('takes a selector without end for none', () => {
    expect(visibilityOf(`${'.a:not('.repeat(50_000)}{display:none}`, P)).toBe('shown');
  });

  it('has bounds', () => {
    const rules = Array.from({ length: 2_000 }, (_, index) => `p ~ p.a${index % 7}{display:none}`).join('');
    const page = `<style>${rules}</style>${'<p class="a0 a1 a2 a3 a4 a5 a6">1</p>'.repeat(2_000)}`;
    expect(() => readHtml(page)).toThrow(ReadError);
  });
});
