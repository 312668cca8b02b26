import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import type { FetchRecord } from '../../src/model/crawl/frontier.ts';
import type { Discovery } from '../explore/discovery.ts';
import type { PageScripts as Scripts } from '../explore/in-place-scripts.ts';
import { type Answer, digestOf } from './answer.ts';
import { askPatiently } from './ask-patiently.ts';
import type { Came } from './page-renderer.ts';

/** Characters of scripts that are remembered in a run, and of one of them. */
const MOST = 32 << 20;
const LONGEST = 1 << 20;

interface ScriptAsker {
  /** Asks for one script; null where it can't be asked for now. */
  readonly ask: (request: CrawlRequest) => Promise<Came | null>;
  /** What the page is and leads to with what its scripts write. */
  readonly look: (scripts: Scripts) => Promise<Discovery | null>;
}

/** A page with the scripts that stand among its contents. */
interface WholePage {
  readonly answer: Answer;
  readonly discovery: Discovery;
  /** Its scripts by their addresses. */
  readonly scripts: ReadonlyMap<string, Came>;
  /** The scripts that were asked for, and the page. */
  readonly fetches: readonly FetchRecord[];
}

/** Scripts that write parts of pages. One that many pages share is asked for once in a run. */
export class PageScripts {
  readonly #known = new Map<string, Came>();
  #length = 0;

  /** A page as it is with what its scripts write; where none of them came, as it was. */
  async whole(answer: Answer, discovery: Discovery, { ask, look }: ScriptAsker): Promise<WholePage> {
    const scripts = new Map<string, Came>();
    const fetches: FetchRecord[] = [];
    for (const { url, ...script } of discovery.inPlace) {
      const known = this.#known.get(url);
      const came = known ?? (await askPatiently(() => ask({ url, ...script }), fetches));
      const text = came?.answer.judgement.kind === 'ok' ? came.answer.text : null;
      if (!came || text === null || text.length > LONGEST) continue;
      scripts.set(url, came);
      this.#remember(url, came, text.length);
    }
    fetches.push(answer.fetch);
    const texts = new Map([...scripts].map(([url, came]) => [url, came.answer.text ?? '']));
    const seen = scripts.size === 0 ? null : await look(texts);
    if (!seen) return { answer, discovery, scripts, fetches };
    // A report that a script writes is drawn: what is read must stand in one document.
    if (seen.verdict === 'article')
      return { answer, discovery: { ...discovery, needsBrowser: true }, scripts, fetches };
    // What the scripts write decides whether the page has changed.
    const sha256 = digestOf(Buffer.from([answer.text, ...texts.values()].join('\n')));
    const fetch = { ...answer.fetch, sha256, etag: null, lastModified: null };
    return { answer: { ...answer, fetch }, discovery: seen, scripts, fetches };
  }

  #remember(url: string, came: Came, length: number): void {
    if (this.#known.has(url) || this.#length + length > MOST) return;
    this.#length += length;
    this.#known.set(url, came);
  }
}
