import type { ChildNode, Document } from 'domhandler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeHtml } from '../../../extractors/detect-format.ts';
import { buildTree } from '../../../extractors/html/build-tree.ts';
import { attributesOf } from '../../../extractors/html/page-node.ts';
import { isElement, parseFully } from '../../../extractors/html/parse-html.ts';
import { generate } from '../../../samples/generator/generate.ts';
import { decodeBytes } from '../../../src/model/text/charset.ts';

/** The tree as the readers see it, one node a line; what stands in a `select` is never read. Text goes by
 * characters: a comment divides it for one parser and not for the other. */
function outline(nodes: readonly ChildNode[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    const indent = ' '.repeat(depth);
    if (node.type === 'text') return [...node.data].map((character) => `${indent}${JSON.stringify(character)}`);
    if (!isElement(node)) return [];
    const attributes = [...new Map([...attributesOf(node)].reverse().map(({ name, value }) => [name, value]))];
    const own = `${indent}<${node.name}${attributes.sort().map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)}>`;
    return [own, ...(node.name === 'select' ? [] : outline(node.children, depth + 1))];
  });
}

/** Head and body; white space around them is nobody's. */
function parts(document: Document): string[] {
  const html = document.children.find(isElement);
  const [head, body] = (html?.children ?? []).filter(isElement);
  return [
    ...outline((head?.children ?? []).filter(isElement)),
    '<body>',
    ...outline(body?.name === 'body' ? body.children : []),
  ];
}

/** Compares with the full parser; false where the page was left to it. */
function sameAsFully(html: string): boolean {
  const quick = buildTree(html);
  if (quick) expect(parts(quick), html).toEqual(parts(parseFully(html)));
  return quick !== null;
}

const TAGS = [
  ...'table tbody thead tfoot tr td th caption colgroup p div span b a font li ul ol dl dd dt h1 h2'.split(' '),
  ...'form center pre select option input button marquee object iframe noscript section nobr hr br img'.split(' '),
  ...'html head body title meta link script style'.split(' '),
];
const TEXTS = [
  '0',
  ' ',
  '\n',
  '一、',
  '&nbsp;',
  '&lt;',
  '&amp',
  '&#48;',
  'x &y',
  '<',
  '<!-- c -->',
  '\r\n',
  '<!doctype html>',
];

const token = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TAGS.slice(0, 24)).map((tag) => `<${tag}>`) },
  { weight: 4, arbitrary: fc.constantFrom(...TAGS.slice(0, 24)).map((tag) => `</${tag}>`) },
  { weight: 2, arbitrary: fc.constantFrom(...TAGS).map((tag) => `<${tag} id="a" ID=b class='c d'>`) },
  { weight: 1, arbitrary: fc.constantFrom(...TAGS).map((tag) => `<${tag}/>`) },
  { weight: 2, arbitrary: fc.constantFrom(...TAGS).map((tag) => `</${tag}>`) },
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
);
/** Whole elements, so that more than the first few tokens stand where they may. */
const tidy = fc.letrec<{ node: string; inside: string }>((tie) => ({
  inside: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom('0', ' ', 'text', '<br>', '<p>', '<li>', '</p>', '<td>', '<tr>'),
    fc.tuple(fc.constantFrom(...TAGS.slice(0, 30)), tie('inside')).map(([tag, inside]) => `<${tag}>${inside}</${tag}>`),
    tie('inside').map((inside) => `<table><tr><td>${inside}</td><td>1<tr><th>2</table>`),
  ),
})).inside;

describe('buildTree', () => {
  const RUNS = { numRuns: Number(process.env.LANTING_FUZZ ?? 3_000) };
  it('gives the tree of the full parser or none: tag soup', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 14 }), (tokens) => void sameAsFully(tokens.join(''))),
      RUNS,
    );
  });
  it('gives the tree of the full parser or none: nested elements with tags left out', () => {
    fc.assert(
      fc.property(tidy, (html) => void sameAsFully(`<!doctype html><body>${html}`)),
      RUNS,
    );
  });
  it('gives the tree of the full parser or none: tables', () => {
    const inTable = fc
      .array(token, { maxLength: 10 })
      .map((tokens) => `<div><table><tr><td>${tokens.join('')}</table>x`);
    fc.assert(
      fc.property(inTable, (html) => void sameAsFully(html)),
      RUNS,
    );
  });
  it('reads most generated pages without the full parser, and as it does', () => {
    const pages = Array.from({ length: 100 }, (_, seed) => decodeBytes(generate(seed + 1).bytes).text).filter(
      looksLikeHtml,
    );
    const quick = pages.filter(sameAsFully);
    expect(quick.length).toBeGreaterThan(pages.length * 0.7);
  });
});
