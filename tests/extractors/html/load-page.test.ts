import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeHtml } from '../../../extractors/detect-format.ts';
import { loadRepaired } from '../../../extractors/html/load-page.ts';
import { readHtml, readLoaded } from '../../../extractors/html/read-html.ts';
import { parseWellNested } from '../../../extractors/html/well-nested.ts';
import { generate } from '../../../samples/generator/generate.ts';
import { decodeBytes } from '../../../src/model/text/charset.ts';

/** Reads a page by the parser that it is given to, and by the standard's. */
function sameByBoth(html: string): void {
  expect(readHtml(html), html).toEqual(readLoaded(loadRepaired(html)));
}

const TAGS = [
  ...'table tbody thead tfoot tr td th caption colgroup p div span b a font li ul ol dl dd dt h1 h2 sup s'.split(' '),
  ...'form center pre select option input button marquee object iframe noscript section nobr hr br img'.split(' '),
  ...'html head body title meta link script style textarea svg details summary dialog address label'.split(' '),
];
const TEXTS = [
  ...['0', ' ', '\n', '一、', '&nbsp;', '&lt;', '&amp', '&#48;', 'x &y', '<', '<!-- c -->', '\r\n', '<!doctype html>'],
  ...['</h3>', '</ p>', '</b/>', '<!-->', '<?x>', '<script>"<!--<script>"</script>', '\u3000'],
];

const token = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TAGS.slice(0, 26)).map((tag) => `<${tag}>`) },
  { weight: 4, arbitrary: fc.constantFrom(...TAGS.slice(0, 26)).map((tag) => `</${tag}>`) },
  { weight: 2, arbitrary: fc.constantFrom(...TAGS).map((tag) => `<${tag} id="a" ID=b class='c d' hidden=>`) },
  { weight: 1, arbitrary: fc.constantFrom(...TAGS).map((tag) => `<${tag}/>`) },
  { weight: 2, arbitrary: fc.constantFrom(...TAGS).map((tag) => `</${tag}>`) },
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
);
/** Whole elements, so that more than the first few tokens stand where they may. */
const tidy = fc.letrec<{ node: string; inside: string }>((tie) => ({
  inside: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom('0', ' ', 'text', '<br>', '<p>', '<li>', '</p>', '<td>', '<tr>', '<a>x', '</h2>'),
    fc.tuple(fc.constantFrom(...TAGS.slice(0, 34)), tie('inside')).map(([tag, inside]) => `<${tag}>${inside}</${tag}>`),
    tie('inside').map((inside) => `<table><tr><td>${inside}</td><td>1<tr><th>2</table>`),
  ),
})).inside;

const RUNS = { numRuns: Number(process.env.LANTING_FUZZ ?? 2_000) };
const SHAPES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'tag soup': fc.array(token, { maxLength: 14 }).map((tokens) => tokens.join('')),
  'nested elements with tags left out': tidy.map((html) => `<!doctype html><body>${html}`),
  'a page of nested elements': tidy.map((html) => `<html><head><title>t</title></head><body>${html}</body></html>`),
  tables: fc.array(token, { maxLength: 10 }).map((tokens) => `<div><table><tr><td>${tokens.join('')}</table>x`),
};

describe('the faster of the two parsers', () => {
  it.each(Object.entries(SHAPES))('gives what the parser of the standard gives: %s', (_, shape) => {
    fc.assert(fc.property(shape, sameByBoth), RUNS);
  });

  it('reads most generated pages', () => {
    const pages = Array.from({ length: 200 }, (_, seed) => decodeBytes(generate(seed + 1).bytes).text).filter(
      looksLikeHtml,
    );
    for (const page of pages) sameByBoth(page);
    expect(pages.filter((page) => parseWellNested(page) !== null).length).toBeGreaterThan(pages.length * 0.8);
  });
});
