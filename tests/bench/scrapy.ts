import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** From `dist/tests/bench/`. */
const SPIDER = fileURLToPath(new URL('../../../tests/bench/same_pages.py', import.meta.url));
const NOT_INSTALLED = 3;

/** Milliseconds of processor time that Scrapy takes for each of these pages; null where it is not installed. */
export async function scrapyPerPage(
  urls: readonly string[],
  connect: Readonly<Record<string, string>>,
): Promise<number | null> {
  const pages = urls.map((text) => {
    const { host, pathname } = new URL(text);
    return [`http://${connect[host]}${pathname}`, host];
  });
  const child = spawn('python3', [SPIDER], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify({ pages }));
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(NOT_INSTALLED));
    child.once('close', resolve);
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const code = await ended;
  if (code === NOT_INSTALLED) return null;
  const { pages: came, processorSeconds } = JSON.parse(text);
  if (code !== 0 || came !== urls.length) throw new Error(`Scrapy got ${came} of ${urls.length} pages`);
  return (1_000 * processorSeconds) / came;
}
