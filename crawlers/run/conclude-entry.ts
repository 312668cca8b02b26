import type { DiscoveredLink, EntryKind, FrontierEntry, Remark } from '../../src/model/crawl/entry.ts';
import type { EntryOutcome, EntryState, FetchRecord, HostChange } from '../../src/model/crawl/frontier.ts';
import type { Message } from '../../src/model/report.ts';
import type { Discovery } from '../explore/discovery.ts';
import { REMARKS } from '../explore/remarks.ts';
import type { Judgement } from '../judge-answer.ts';
import { requestKey } from '../normalise-url.ts';
import { dueAgain } from './due-again.ts';
import { type CrawlSettings, MINUTE } from './settings.ts';

/** What came of asking for a place, as far as it came. */
interface EntryResult {
  readonly fetch: FetchRecord;
  readonly judgement: Judgement;
  /** Null where there was nothing to look through. */
  readonly discovery: Discovery | null;
  readonly movedTo: DiscoveredLink | null;
  /** The body is a document or holds one. */
  readonly isDocument: boolean;
  readonly rendered: boolean;
  readonly host: HostChange | null;
  readonly now: number;
}

interface Standing {
  readonly state: EntryState;
  readonly dueAt: number | null;
}

/** The other scheme, with or without www, or itself until a cookie is set. */
const isSamePlace = (entry: FrontierEntry, to: DiscoveredLink | null): boolean =>
  to !== null && requestKey(to) === requestKey(entry);

const isKnown = (entry: FrontierEntry): boolean => entry.sha256 !== null;

/** A place that did not answer as it should: tried again soon, then left alone for days. */
function tryAgain(entry: FrontierEntry, now: number, settings: CrawlSettings): Standing {
  const wait = settings.retries[entry.attempts];
  return wait === undefined
    ? { state: 'failed', dueAt: now + settings.downFor }
    : { state: 'waiting', dueAt: now + wait };
}

/** Faults that another attempt meets again. */
const LASTING: ReadonlySet<string> = new Set(['BAD_URL', 'PRIVATE_ADDRESS', 'OUT_OF_SCOPE', 'TOO_LARGE', 'BOMB']);

function standingOf(entry: FrontierEntry, result: EntryResult, settings: CrawlSettings): Standing {
  const { judgement, now, fetch } = result;
  switch (judgement.kind) {
    case 'ok': {
      if (entry.score !== null && isFruitless(result)) return { state: 'waiting', dueAt: now + settings.fruitlessFor };
      const changed = fetch.sha256 !== entry.sha256;
      return {
        state: 'waiting',
        dueAt: dueAgain({ kind: entry.kind, now, changedAt: changed ? now : (entry.changedAt ?? now) }),
      };
    }
    case 'unchanged':
      return { state: 'waiting', dueAt: dueAgain({ kind: entry.kind, now, changedAt: entry.changedAt ?? now }) };
    case 'redirect':
      return {
        state: 'waiting',
        dueAt: isSamePlace(entry, result.movedTo) ? now : dueAgain({ kind: 'list', now, changedAt: now }),
      };
    case 'gone':
    case 'soft-404':
    case 'home-page':
      return { state: isKnown(entry) ? 'vanished' : 'failed', dueAt: now + settings.failedFor };
    case 'challenge':
      return { state: 'blocked', dueAt: now + settings.blockedFor };
    case 'busy':
      // The host's own pace says when; the place keeps its turn.
      return entry.attempts < settings.retries.length * 5
        ? { state: 'waiting', dueAt: now }
        : { state: 'failed', dueAt: now + settings.downFor };
    case 'guarded':
      return { state: 'blocked', dueAt: now + settings.blockedFor };
    case 'error-page':
      return { state: 'failed', dueAt: now + settings.failedFor };
    case 'refused':
    case 'broken':
      if (fetch.errorCode !== null && LASTING.has(fetch.errorCode)) {
        return { state: 'failed', dueAt: now + settings.failedFor };
      }
      return tryAgain(entry, now, settings);
  }
}

const isFruitless = ({ discovery }: EntryResult): boolean =>
  discovery !== null && (discovery.verdict === 'way' || discovery.verdict === 'decoy');

/** The page's verdict decides, whatever its link had promised; further pages and attachments stay what they are. */
function kindOf({ kind }: FrontierEntry, { discovery, judgement }: EntryResult): EntryKind {
  if (judgement.kind !== 'ok' || !discovery || kind === 'list' || kind === 'attachment') return kind;
  if (discovery.verdict === 'article') return 'report';
  return discovery.verdict === 'list' || discovery.verdict === 'hub' ? 'column' : kind;
}

/** A digest and validators are kept only of a body that stands for the place. Not every server repeats them in a 304. */
function validatorsOf(entry: FrontierEntry, { judgement, fetch }: EntryResult): EntryOutcome['validators'] {
  const { etag, lastModified, sha256 } = fetch;
  if (judgement.kind === 'ok') return { etag, lastModified, sha256 };
  if (judgement.kind !== 'unchanged') return null;
  return { etag: etag ?? entry.etag, lastModified: lastModified ?? entry.lastModified, sha256 };
}

/** Everything that a visit came to, to be written in one transaction. */
export function concludeEntry(entry: FrontierEntry, result: EntryResult, settings: CrawlSettings): EntryOutcome {
  const { judgement, discovery, fetch } = result;
  const failed = judgement.kind !== 'ok' && judgement.kind !== 'unchanged' && judgement.kind !== 'redirect';
  const isNew = judgement.kind === 'ok' && fetch.sha256 !== null && fetch.sha256 !== entry.sha256;
  return {
    entry,
    fetches: [
      failed && fetch.errorCode === null
        ? { ...fetch, errorCode: codeOf(judgement), errorMessage: judgement.reason }
        : fetch,
    ],
    ...standingOf(entry, result, settings),
    kind: kindOf(entry, result),
    verdict: discovery?.verdict ?? null,
    validators: validatorsOf(entry, result),
    links: discovery?.links ?? [],
    movedTo: result.movedTo,
    family: discovery?.family ?? entry.family,
    rendered: result.rendered,
    remarks: remarksOf(entry, result),
    host: result.host,
    toRead: isNew && result.isDocument,
  };
}

/** That https fails and http is asked is told; and what was taken for a report and is none, unless a browser might have shown it. */
function remarksOf(entry: FrontierEntry, result: EntryResult): readonly Remark[] {
  const { discovery, rendered, fetch, judgement, movedTo } = result;
  // Nobody answered and another address is asked all the same: it is the other scheme's.
  if (movedTo && fetch.errorCode !== null) return [REMARKS.otherScheme(movedTo.url, judgement.reason)];
  if (!discovery) return [];
  const isNone = entry.kind === 'report' && isFruitless(result) && (rendered || !discovery.needsBrowser);
  return isNone ? [...discovery.remarks, REMARKS.noReport(fetch.url)] : discovery.remarks;
}

const codeOf = ({ kind }: Judgement): string => kind.toUpperCase().replaceAll('-', '_');

/** A place that is not asked for: out of scope, forbidden by robots.txt, or past the limit of redirects. */
export function excludeEntry(entry: FrontierEntry, code: string, message: Message, now: number): EntryOutcome {
  return {
    entry,
    fetches: [],
    state: 'excluded',
    kind: entry.kind,
    verdict: null,
    // robots.txt and declarations change; a look once a month costs nothing, as no request is made.
    dueAt: now + 30 * 24 * 60 * MINUTE,
    validators: null,
    links: [],
    movedTo: null,
    family: entry.family,
    rendered: entry.rendered,
    remarks: [{ code, message }],
    host: null,
    toRead: false,
  };
}
