import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../extractors/html/read-html.ts';

/** The text of the second cell of a page, and what the reader does not understand in it. */
function cellOf(cell: string, css = '', more = ''): { text: string; unsure: string[] } {
  const style = css === '' ? '' : `<style>${css}</style>`;
  const { blocks } = readHtml(`<body>${style}<table><tr><td>件数</td><td id="c">${cell}</td></tr></table>${more}`);
  const [grid] = blocks.filter((block) => block.kind === 'grid');
  const found = grid?.cells.find(({ column }) => column === 1);
  return { text: found?.text ?? '', unsure: (found?.unsure ?? []).map(({ en }) => en) };
}

describe('what a person sees of a cell, and nothing to doubt', () => {
  it.each([
    ['1<span style="color:#fff">7</span>9', '', '19', 'white on white'],
    ['1<font color=white>7</font>9', '', '19', 'white by attribute'],
    ['<span style="color:#fff;background:#000">17</span>', '', '17', 'white on black'],
    ['1<span style="background:#c00;color:rgb(204,0,0)">7</span>9', '', '19', 'the colour of its ground'],
    ['1<span class="x">7</span>9', '.x{color:transparent}', '19', 'transparent by a rule'],
    ['1<span style="font:0/0 a">7</span>9', '', '19', 'no size, by the shorthand'],
    ['<span style="font-size:0">1<b style="font-size:14px">7</b></span>', '', '7', 'a size within no size'],
    ['1<span style="position:absolute;left:-9999px">7</span>9', '', '19', 'beyond the page', ['CSS position']],
    ['1<i class="x">7</i>9', '.x{display:inline-block;width:0;overflow:hidden}', '19', 'no width'],
    ['1<i class="x">7</i>9', '.x{display:inline-block;inline-size:0;overflow:hidden}', '19', 'no logical width'],
    ['1<i class="x">7</i>9', 'td{.x{display:none}}', '19', 'a nested rule'],
    ['1<i style="display:nonee">7</i>', '', '17', 'no value of CSS'],
    ['1<i class="x">7</i>', '@media print{.x{display:none}}', '17', 'for paper'],
    ['1<i class="x">7</i>', '@media only screen and (min-width:1px){.x{display:none}}', '1', 'any screen'],
    ['1<i class="x">7</i>', '.x:focus-within, b{display:none}', '17', 'what holds for nothing'],
    ['<b style="visibility:hidden">1<i style="visibility:visible">7</i></b>', '', '7', 'seen within what is not'],
    ['<b class="x">7</b>', '.x::before{content:"\\31 "}', '17', 'text of the style sheet'],
    ['<b class="x" data-v="7"></b>', '.x:after{content:attr(data-v)}', '7', 'text of an attribute'],
    ['<b class="x">7</b>', '.x::before{content:"1";display:none}', '7', 'hidden text of the style sheet'],
    ['17<i style="vertical-align:super;font-size:60%">2</i>', '', '17[2]', 'a raised mark'],
    ['1<s>7</s>9', '', '19', 'crossed out in part'],
    ['<select><option>8<option selected>17</select>', '', '17', 'a list'],
    ['<details>7<summary>1</summary></details>', '', '1', 'closed details'],
    ['<button>17</button><dialog>7</dialog><title>7</title><noembed>7</noembed>', '', '17', 'elements'],
    ['<math><mn>17</mn></math>', '', '17', 'a number of MathML'],
    ['<span style="display:block">7</span><span style="display:block">444</span>', '', '7\n444', 'two lines'],
    [
      '1<i class="x">7</i>',
      '@media print{.x{color:red}}.x{unknown:1px;*zoom:1;-webkit-box-flex:1}',
      '17',
      'unknown',
      ['CSS unknown'],
    ],
  ] as const)('%s with %j: %j (%s)', (cell, css, text, _, unsure = [] as never) => {
    expect(cellOf(cell, css)).toEqual({ text, unsure });
  });
});

describe('what may be seen otherwise puts a doubt on the cell, and is named', () => {
  it.each([
    ['1<i style="filter:blur(9px)">7</i>', '', 'CSS filter'],
    ['<i style="display:inline-block;transform:scaleX(-1)">17</i>', '', 'CSS transform'],
    ['<i style="letter-spacing:-.55em">17</i>', '', 'CSS letter-spacing'],
    ['<i style="display:inline-block;overflow:hidden;width:1ch">17</i>', '', 'CSS overflow'],
    ['<i style="color:var(--x)">17</i>', '', 'CSS color'],
    ['1<i style="float:left">7</i>', '', 'texts that stand apart'],
    ['<i class="x">17</i>', '@layer a{.x{display:none}}', 'CSS conditions'],
    ['1<i style="border-left:3em solid #fff">700</i>', '', 'CSS border-left'],
    ['<i style="made-up:1">17</i>', '', 'CSS made-up'],
    ['<i class="x">17</i>', '@media (max-width:1300px){.x{display:none}}', 'CSS conditions'],
    ['<i class="x">17</i>', '.x:lang(zh){display:none}', 'CSS conditions'],
    ['<i style="font-family:f">17</i>', '@font-face{font-family:f;src:url(f.woff)}', 'CSS font-family'],
    ['<i class="x">17</i>', '.x::first-letter{font-size:0}', 'CSS ::first-letter'],
    ['<i class="x"></i>', '.x{background:url(7.png)}', 'CSS background'],
    ['<i class="x"></i>', '.x::before{content:counter(n)}', 'CSS counter()'],
    ['1<img src="7.png">', '', 'the element <img>'],
    ['1<svg><text>7</text></svg>', '', 'the element <svg>'],
    ['1<script>document.write(7)</script>', '', 'the element <script>'],
    ['<iframe srcdoc="7"></iframe>', '', 'the element <iframe>'],
    ['<math><msup><mn>1</mn><mn>7</mn></msup></math>', '', 'the element <math>'],
    ['<s>17</s>', '', 'text that is crossed out'],
    ['7<i style="margin-left:3em">444</i>', '', 'texts that stand apart'],
    ['7&nbsp;&nbsp;444', '', 'texts that stand apart'],
    ['&#x202e;71', '', 'the character U+202E, which orders others'],
    ['<i style="display:inline-flex;flex-direction:row-reverse"><b>7</b><b>1</b></i>', '', 'CSS flex-direction'],
  ])('%s with %j: %s', (cell, css, cause) => {
    expect(cellOf(cell, css).unsure).toContain(cause);
  });

  it('reverses what is overridden', () => {
    expect(cellOf('&#x202e;71&#x202c;').text).toBe('17');
    expect(cellOf('<bdo dir="rtl">71</bdo>').text).toBe('17');
  });

  it('where a script of the page names the cell', () => {
    expect(cellOf('17', '', '<script>document.getElementById("c").textContent = 5</script>').unsure).toHaveLength(1);
    expect(cellOf('17', '', '<script>document.getElementById("d").textContent = 5</script>').unsure).toEqual([]);
  });

  it('where a style sheet that is not there may decide over a part of a number', () => {
    const link = '<link rel="stylesheet" href="a.css">';
    expect(cellOf('1<i class="x">7</i>9', '', link).unsure).toHaveLength(1);
    expect(cellOf('<i class="x">179</i>', '', link).unsure).toEqual([]);
    expect(
      cellOf('1<i class="x">7</i>9', '', '<link rel="stylesheet" href="data:text/css,.x{display:none}">').text,
    ).toBe('19');
  });
});
