import { Parser } from 'htmlparser2';
import { readDatastore } from './datastore.ts';
import { FactsReader } from './facts-reader.ts';
import type { PageFacts } from './page-facts.ts';
import { writtenMarkup } from './script-text.ts';

const PIECE = 1 << 15;
/** The reader decodes references itself: few pieces have any, and the parser runs through text faster without. */
const PARSER = { recognizeCDATA: true, decodeEntities: false } as const;

/** Feeds the parser piece by piece, so that a page without end or bottom can be left; cut before a tag, where there is one. */
function run(markup: string, reader: FactsReader): void {
  const parser = new Parser(reader, PARSER);
  for (let at = 0; at < markup.length && !reader.isFull; ) {
    const piece = markup.slice(at, at + PIECE);
    const cut = at + PIECE < markup.length ? piece.lastIndexOf('<') : -1;
    const whole = cut > 0 ? piece.slice(0, cut) : piece;
    parser.write(whole);
    at += whole.length;
  }
  parser.end();
}

function resolveBase(href: string | null, url: string): string {
  if (href === null || !URL.canParse(href, url)) return url;
  const base = new URL(href, url);
  return /^https?:$/.test(base.protocol) ? base.href : url;
}

/**
 * Reads a page, or the XML of a list, in one pass over its tags without building a tree. Any text gives facts, if empty ones.
 * `url` is where it came from, after redirects.
 */
export function readFacts(text: string, url: string): PageFacts {
  const reader = new FactsReader();
  run(text, reader);
  const datastore = reader.islands.length === 0 ? null : readDatastore(islandText(reader.islands, text));
  const written = writtenMarkup(reader.scripts);
  if (datastore && datastore.markup !== '') run(datastore.markup, reader);
  if (written !== '') run(written, reader);
  const { title, meta, isFull: isCut, links, frames, scripts, scriptSources, drawn, text: words, hasContent } = reader;
  const base = resolveBase(reader.baseHref, url);
  return {
    url,
    base,
    title,
    meta,
    links,
    frames,
    scripts,
    scriptSources,
    datastore,
    drawn,
    text: words,
    hasContent,
    isCut,
    json: null,
  };
}

/** Records that stand in the page itself lose their tags to the parser; the page's own text has them. */
const islandText = (islands: readonly string[], text: string): string =>
  islands.some((island) => island.includes('<record')) ? islands.join('\n') : text;
