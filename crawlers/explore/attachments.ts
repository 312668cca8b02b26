import { type DiscoveredLink, getRequest } from '../../src/model/crawl/entry.ts';
import { tidyText } from '../../src/model/text/fold.ts';
import { normaliseUrl } from '../normalise-url.ts';
import { judgeTitle } from './judge-title.ts';
import { makeDiscoveredLink } from './make-link.ts';
import type { PageFacts, PageLink } from './page-facts.ts';
import { directoryOf, isFile, viewedFile } from './url-shape.ts';

const IN_SCRIPT =
  /["']((?:[^"'\\\s<>]|\\\/){1,500}\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)(?:\?[^"'\s<>]{0,200})?)["']/gi;
/** Scans that a report is linked to; pictures of the layout are linked to by no such words. */
const PICTURE = /\.(?:jpe?g|png|tiff?|bmp|gif)$/i;
const PICTURE_NAME = /附件|报告|年报|扫描/;
const OTHER_FILES = /申请表|申请书|指南|目录|流程|模板|使用说明|操作手册|浏览器|阅读器/;
const FITTING = /报告|年报|公开|附件|下载|正文|原文|(?:19|20)\d\d/;
/** TRS lays files beside their article. */
const BESIDE = /\/[PW]0\d{6,}[^/]*$/i;

interface Attachments {
  readonly links: readonly DiscoveredLink[];
  /** Files of other bodies, each a report by itself: the page only collects them. */
  readonly reports: readonly DiscoveredLink[];
  /** Files that a captcha stands before: addresses that carry its answer. */
  readonly guarded: readonly string[];
}

const CAPTCHA = /[?&](?:codevalue|captcha|verifycode|yzm)=/i;

/** The name a download handler gives the file, or the words of the link. */
function nameOf(link: PageLink, url: string): string {
  const words = tidyText((link.title ?? link.text).slice(0, 300)) || tidyText(link.text.slice(0, 300));
  return words || (new URL(url).searchParams.get('showname') ?? '');
}

/** Files that the whole site offers (forms, guides, readers) stand outside the text and are named otherwise. */
function belongs(link: PageLink, url: string, name: string, facts: PageFacts): boolean {
  if (link.place === 'content') return true;
  if (judgeTitle(name)?.kind === 'report') return true;
  if (link.place === 'frame' || OTHER_FILES.test(name)) return false;
  return (
    !facts.hasContent || BESIDE.test(url) || FITTING.test(name) || directoryOf(url).startsWith(directoryOf(facts.url))
  );
}

/** The address a viewer page shows, else the address itself. */
function fileAt(href: string, base: string): string | null {
  const url = normaliseUrl(href, base);
  const viewed = url === null ? null : viewedFile(url);
  return viewed !== null && url !== null ? normaliseUrl(viewed, url) : url;
}

/** The files that belong to the report on a page: linked, opened by handlers, shown in frames, or named in scripts. */
export function findAttachments(facts: PageFacts): Attachments {
  const found = new Map<string, string | null>();
  const guarded: string[] = [];
  for (const link of facts.links) {
    const url = fileAt(link.href, facts.base);
    if (url === null || found.get(url)) continue;
    const name = nameOf(link, url);
    if (!isFile(url) && !(PICTURE.test(url) && PICTURE_NAME.test(name))) continue;
    if (!belongs(link, url, name, facts)) continue;
    if (CAPTCHA.test(url)) guarded.push(url);
    else found.set(url, name || null);
  }
  for (const source of facts.frames) {
    const url = fileAt(source, facts.base);
    if (url !== null && isFile(url) && !found.has(url)) found.set(url, null);
  }
  for (const [, path = ''] of facts.scripts.matchAll(IN_SCRIPT)) {
    const url = fileAt(path.replaceAll('\\/', '/'), facts.base);
    if (url !== null && isFile(url) && !found.has(url)) found.set(url, null);
  }
  return { ...divide(found), guarded };
}

/** A page that offers reports of several bodies is a collection of them. */
function divide(found: ReadonlyMap<string, string | null>): Pick<Attachments, 'links' | 'reports'> {
  const bodies = new Map<string, string>();
  for (const [url, name] of found) {
    const judged = name === null ? null : judgeTitle(name);
    if (judged?.kind === 'report' && judged.agency !== null) bodies.set(url, judged.agency);
  }
  const isCollection = new Set(bodies.values()).size > 1;
  const links = [...found].map(([url, name]) =>
    makeDiscoveredLink(getRequest(url), isCollection && bodies.has(url) ? 'report' : 'attachment', { title: name }),
  );
  return {
    links: links.filter(({ kind }) => kind === 'attachment'),
    reports: links.filter(({ kind }) => kind === 'report'),
  };
}
