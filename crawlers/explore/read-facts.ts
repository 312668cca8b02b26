import type { CheerioAPI } from 'cheerio';
import { tidyText } from '../../src/model/text/fold.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { readDatastore } from './datastore.ts';
import { findForms } from './find-forms.ts';
import { findLinks } from './find-links.ts';
import { findTurns } from './find-turns.ts';
import { type PageScripts, placedSources, textOfScript, writeInPlace } from './in-place-scripts.ts';
import { loadPage } from './load-page.ts';
import { type DrawnUnit, MAX_LINKS, MAX_SCRIPT, MAX_TEXT, type PageFacts, type PageLink } from './page-facts.ts';
import { scriptLinks } from './script-links.ts';
import { Surroundings } from './surroundings.ts';

const NO_SCRIPTS: PageScripts = new Map();
const NOTHING = new Set(['', 'null', 'undefined', 'none', '无']);
const LONGEST_ADDRESS = 4_096;
const FIELDS = 40;
const CRUMBS =
  '[class*="crumb"], [class*="position"], [class*="location"], [class*="weizhi"], [class*="dqwz"], [class*="bread"]';
const HERE = /(?:当前|现在|您的|所在|目前)[^：:]{0,6}(?:位置|栏目|页面)?\s*[：:]\s*([^\n]{2,200})/;

function resolveBase(href: string | undefined, url: string): string {
  if (href === undefined || !URL.canParse(href, url)) return url;
  const base = new URL(href, url);
  return /^https?:$/.test(base.protocol) ? base.href : url;
}

function metaOf($: CheerioAPI): Map<string, string> {
  const meta = new Map<string, string>();
  for (const { attribs } of $('meta')) {
    const key = (attribs.name ?? attribs.property ?? '').trim().toLowerCase();
    if (key === '' || key.length > 64 || meta.has(key)) continue;
    const value = tidyText((attribs.content ?? '').slice(0, 1_000));
    if (!NOTHING.has(value.toLowerCase())) meta.set(key, value);
  }
  return meta;
}

function scriptsOf($: CheerioAPI, base: string, known: PageScripts): string {
  let scripts = '';
  for (const script of $('script')) {
    const text = textOfScript(script, base, known);
    if (text !== '' && scripts.length + text.length < MAX_SCRIPT) scripts += `${text}\n`;
  }
  return scripts;
}

function framesOf($: CheerioAPI, around: Surroundings): string[] {
  const shown = $('iframe[src], frame[src], embed[src], object[data]').filter((_, one) => !around.of(one).hidden);
  return shown
    .toArray()
    .map(({ attribs }) => attribs.src ?? attribs.data ?? '')
    .filter((source) => source !== '' && source.length <= LONGEST_ADDRESS);
}

/** The last step of the way that the page says it lies on. */
function crumbOf($: CheerioAPI, around: Surroundings): string {
  const marked = $(CRUMBS).first()[0];
  const words = marked ? around.words(marked, 300) : '';
  const way = HERE.exec(words)?.[1] ?? (/[>»›＞→]/.test(words) ? words : '');
  return tidyText(way.split(/[>»›＞→]|&gt;/).at(-1) ?? '').slice(0, 100);
}

const drawnOf = ($: CheerioAPI): DrawnUnit[] =>
  $('[querydata]')
    .toArray()
    .map(({ attribs }) => ({ url: attribs.url ?? '', query: attribs.querydata ?? '' }));

/** Links in markup that stands in a script or in a data island. */
function markupLinks(markup: string): PageLink[] {
  if (!markup.includes('<')) return [];
  const { $ } = loadPage(markup);
  return findLinks($, new Surroundings());
}

/**
 * Reads what exploring needs of a page, or of the XML of a list. Any text gives facts, if empty ones. `url` is where it came
 * from, after redirects; `known` the scripts that were asked for.
 */
export function readFacts(text: string, url: string, known: PageScripts = NO_SCRIPTS): PageFacts {
  const { $, isCut } = loadPage(text);
  const base = resolveBase($('base[href]').attr('href'), url);
  const scripts = scriptsOf($, base, known);
  writeInPlace($, base, known);
  const around = new Surroundings();
  const hasIsland = text.includes('<![CDATA[') || text.includes('<datastore') || text.includes('<recordset');
  const datastore = hasIsland ? readDatastore(text) : null;
  const links = [...findLinks($, around), ...markupLinks(datastore?.markup ?? ''), ...scriptLinks(scripts)].slice(
    0,
    MAX_LINKS,
  );
  const isUnknown = (source: string): boolean => !known.has(normaliseUrl(source, base) ?? '');
  const root = $.root()[0];
  return {
    url,
    base,
    title: tidyText($('title').first().text().slice(0, 500)),
    meta: metaOf($),
    headings: $('h1, h2, h3')
      .toArray()
      .slice(0, FIELDS)
      .map((heading) => tidyText(around.words(heading, 200))),
    crumb: crumbOf($, around),
    links,
    forms: findForms($),
    turns: findTurns($, around),
    frames: framesOf($, around),
    scripts,
    scriptSources: $('script[src]')
      .toArray()
      .map(({ attribs }) => attribs.src ?? '')
      .filter(isUnknown),
    placedScripts: placedSources($).filter(isUnknown),
    datastore,
    drawn: drawnOf($),
    text: root ? around.words(root, MAX_TEXT) : '',
    hasContent: links.some(({ place }) => place === 'content') || hasContainer($, around),
    isCut: isCut || links.length >= MAX_LINKS,
    json: null,
  };
}

const CONTAINERS = '[id], [class], ucapcontent, article';

const hasContainer = ($: CheerioAPI, around: Surroundings): boolean =>
  $(CONTAINERS)
    .toArray()
    .some((element) => around.of(element).place === 'content');
