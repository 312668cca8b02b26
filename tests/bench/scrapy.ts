import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** From `dist/tests/bench/`. */
const SPIDER = fileURLToPath(new URL('../../../tests/bench/same_pages.py', import.meta.url));
const NOT_INSTALLED = 3;
/** Debian's package is for the first, which need not be the one on the path. */
const INTERPRETERS = ['/usr/bin/python3', 'python3'];

/**
 * Milliseconds of processor time that Scrapy takes for each of these pages; null where it is not installed. With a folder it keeps
 * its queue and the answers there.
 */
export async function scrapyPerPage(
  urls: readonly string[],
  connect: Readonly<Record<string, string>>,
  keep: string | null,
): Promise<number | null> {
  const pages = urls.map((text) => {
    const { host, pathname } = new URL(text);
    return [`http://${connect[host]}${pathname}`, host];
  });
  for (const interpreter of INTERPRETERS) {
    const ran = await runSpider(interpreter, JSON.stringify({ pages, keep }));
    if (ran.code === NOT_INSTALLED) continue;
    const { pages: came, processorSeconds } = JSON.parse(ran.text || '{}');
    if (ran.code !== 0 || came !== urls.length) throw new Error(`Scrapy got ${came} of ${urls.length} pages`);
    return (1_000 * processorSeconds) / came;
  }
  return null;
}

async function runSpider(interpreter: string, input: string): Promise<{ code: number | null; text: string }> {
  const child = spawn(interpreter, [SPIDER], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(NOT_INSTALLED));
    child.once('close', resolve);
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  return { code: await ended, text };
}
