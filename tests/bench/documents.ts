import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { looksLikeHtml } from '../../extractors/detect-format.ts';
import { generate } from '../../samples/generator/generate.ts';
import { decodeBytes } from '../../src/model/text/charset.ts';

/** The checkout, seen from `dist/tests/bench/`. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const isHtml = (bytes: Uint8Array): boolean => looksLikeHtml(decodeBytes(bytes).text);

function samplePages(): Uint8Array[] {
  const samples = join(ROOT, 'samples');
  if (!existsSync(samples)) return [];
  return readdirSync(samples)
    .map((name) => join(samples, name, 'source.html'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path));
}

function* generatedPages(): Generator<Uint8Array> {
  for (let seed = 1; ; seed += 1) {
    const { bytes } = generate(seed);
    if (isHtml(bytes)) yield bytes;
  }
}

/**
 * Lays out the documents of a run as files, so that every measurement reads the same: the sample pages and generated
 * ones up to `count`, or the HTML pages of a folder of the user's. Returns how many there are.
 */
export function layOutDocuments(target: string, count: number, own: string | null): number {
  mkdirSync(target, { recursive: true });
  const pages = own === null ? samplePages() : pagesIn(own);
  const generated = generatedPages();
  while (own === null && pages.length < count) pages.push(generated.next().value);
  for (const [index, bytes] of pages.entries()) {
    writeFileSync(join(target, `${String(index).padStart(5, '0')}.html`), bytes);
  }
  return pages.length;
}

/** Bytes of a portal's page around a report: its menu and scripts. The pages of reports are put at 30 to 80 KB. */
const CHROME = `<script>${'function go(n){location.href="/col/col"+n+"/index.html"}\n'.repeat(120)}</script><ul>${Array.from(
  { length: 220 },
  (_, n) =>
    `<li class="menu-item"><a href="/zwgk/col${n}/index.html" target="_blank" title="栏目${n}">政务公开栏目${n}</a><span class="date">2021-01-01</span></li>\n`,
).join('')}</ul>`;

/** The pages of a folder that are UTF-8, each with a portal's menu and scripts around it. */
export function layOutPortalPages(target: string, from: string): number {
  mkdirSync(target, { recursive: true });
  const pages = pagesIn(from)
    .map((bytes) => decodeBytes(bytes))
    .filter(({ charset }) => charset === 'utf-8');
  for (const [index, { text }] of pages.entries()) {
    const body = /<body[^>]*>/i.exec(text);
    const at = body ? body.index + body[0].length : 0;
    writeFileSync(join(target, `${String(index).padStart(5, '0')}.html`), text.slice(0, at) + CHROME + text.slice(at));
  }
  return pages.length;
}

function pagesIn(folder: string): Uint8Array[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name))).filter(isHtml);
}
