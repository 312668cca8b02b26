import type { FrontierEntry } from '../../src/model/crawl/entry.ts';
import { textOf } from '../../src/model/messages/bilingual-error.ts';
import type { Discovery, FoundPage } from '../explore/discovery.ts';
import type { Answer } from './answer.ts';
import type { Host } from './hosts.ts';
import type { CrawlPorts } from './ports.ts';

const NOWHERE: ReadonlySet<string> = new Set();

/** How an answer is to be looked through. */
type Seeing = Pick<FoundPage, 'rendered' | 'scripts'>;

const AS_SENT: Seeing = { rendered: false, scripts: new Map() };

/** Looks through what came for where it leads. */
export class LookThrough {
  readonly #ports: Pick<CrawlPorts, 'frontier' | 'discover' | 'inScope'>;

  constructor(ports: Pick<CrawlPorts, 'frontier' | 'discover' | 'inScope'>) {
    this.#ports = ports;
  }

  /** Where a page leads; null where there is nothing new to look through. */
  async look(host: Host, entry: FrontierEntry, answer: Answer, seeing: Seeing = AS_SENT): Promise<Discovery | null> {
    const page = pageOf(host, entry, answer, { ...seeing, ledTo: await this.ledTo(entry) });
    return page && this.discover(page);
  }

  /** What the page before led to; of a report, and of a further page of a list, nothing hangs on it. */
  async ledTo({ via, kind }: FrontierEntry): Promise<ReadonlySet<string>> {
    return via === null || kind !== 'column' ? NOWHERE : this.#ports.frontier.ledTo(via);
  }

  discover(page: FoundPage): Discovery {
    try {
      return this.#withinScope(this.#ports.discover(page));
    } catch (error) {
      const { zh, en } = textOf(error);
      const message = {
        zh: `无法查看该页面的内容（${zh}）；请连同网址一起报告`,
        en: `the page could not be looked through (${en}); please report it with its address`,
      };
      return {
        family: page.family ?? 'generic',
        verdict: 'decoy',
        links: [],
        needsBrowser: false,
        nextPart: null,
        inPlace: [],
        remarks: [{ code: 'CR-INTERNAL', message }],
        furniture: null,
      };
    }
  }

  /** Links out of scope are named, not followed. */
  #withinScope(discovery: Discovery): Discovery {
    const outside = discovery.links.filter((link) => !this.#ports.inScope(link.url));
    if (outside.length === 0) return discovery;
    const hosts = [...new Set(outside.map(({ url }) => new URL(url).host))].slice(0, 10).join(', ');
    const remark = {
      code: 'CR-OUT-OF-SCOPE',
      message: {
        zh: `有 ${outside.length} 个链接指向范围之外：${hosts}`,
        en: `${outside.length} links lead out of scope: ${hosts}`,
      },
    };
    const links = discovery.links.filter((link) => !outside.includes(link));
    return { ...discovery, links, remarks: [...discovery.remarks, remark] };
  }
}

/** What discovery is given of an answer; null where there is nothing new to look through. */
export function pageOf(
  { furniture }: Pick<Host, 'furniture'>,
  entry: FrontierEntry,
  answer: Answer,
  seeing: Seeing & Pick<FoundPage, 'ledTo'>,
): FoundPage | null {
  const { judgement, text, fetch, mediaType } = answer;
  if (judgement.kind !== 'ok' || text === null || entry.kind === 'attachment') return null;
  if (fetch.sha256 === entry.sha256) return null;
  const { kind, words, agency, year, page, scope, family, body: posted } = entry;
  const about = { kind, words, agency, year, page, scope, family, posted, furniture };
  return { ...about, ...seeing, url: fetch.url, text, mediaType };
}
