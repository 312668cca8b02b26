import { type DiscoveredLink, type FrontierEntry, getRequest } from '../../src/model/crawl/entry.ts';
import type { EntryOutcome } from '../../src/model/crawl/frontier.ts';
import type { Discovery } from '../explore/discovery.ts';
import { REMARKS } from '../explore/remarks.ts';
import type { Answer } from './answer.ts';
import { concludeEntry } from './conclude-entry.ts';
import type { Parts } from './fetch-parts.ts';
import type { Host } from './hosts.ts';
import type { CrawlSettings } from './settings.ts';

/** What else a visit took: the further pages of an article, or every request of a page that a browser drew. */
export type VisitTook = Omit<Parts, 'tries'> & Partial<Record<'drawn' | 'rendered' | 'isDocument', boolean>>;

interface Concluded {
  readonly answer: Answer;
  readonly discovery: Discovery | null;
  readonly more: VisitTook | null;
}

/** What a visit came to: its answer, where that leads, and what is learnt of the host, which is changed by it. */
export function concludeAnswer(
  host: Host,
  entry: FrontierEntry,
  { answer, discovery, more }: Concluded,
  {
    settings,
    now,
    hasBrowser,
  }: { readonly settings: CrawlSettings; readonly now: number; readonly hasBrowser: boolean },
): EntryOutcome {
  const drawn = more?.drawn === true;
  const { judgement, isFile, fetch } = answer;
  const notDrawn = discovery?.needsBrowser && !hasBrowser ? [REMARKS.notRendered()] : [];
  // A page that a link calls a report is read even where it seems to hold none: the reading says what it is.
  const isCalled = entry.kind === 'report' || entry.kind === 'attachment';
  const isList = discovery?.verdict === 'list' || discovery?.verdict === 'hub';
  const isReport = discovery?.verdict === 'article' || (isCalled && !isList);
  const first = discovery?.furniture && host.state.furniture === null ? { furniture: discovery.furniture } : {};
  host.change(first);
  const { delay, failures, notBefore, waitsFor, address } = host.state;
  const outcome = concludeEntry(
    entry,
    {
      fetch,
      judgement,
      discovery: discovery && {
        ...discovery,
        remarks: [...discovery.remarks, ...notDrawn, ...(more?.remarks ?? [])],
      },
      movedTo: judgement.kind === 'redirect' ? leadTo(entry, judgement.to) : null,
      isDocument: drawn ? more?.isDocument === true : isFile || isReport,
      rendered: more?.rendered === true,
      host: { id: host.id, delay, failures, notBefore, waitsFor, address, ...first },
      now,
    },
    settings,
  );
  if (!more) return outcome;
  // A failed request is written down with its fault.
  return { ...outcome, fetches: drawn || discovery ? more.fetches : outcome.fetches };
}

function leadTo(
  { kind, title, scope, score, words, agency, year }: FrontierEntry,
  url: string | null,
): DiscoveredLink | null {
  return url === null ? null : { ...getRequest(url), kind, title, date: null, scope, score, words, agency, year };
}
