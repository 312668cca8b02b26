import type { FetchRecord, HostChange, VisitOutcome, VisitState } from '../../src/model/crawl/frontier.ts';
import type { Lead, Remark, Visit, VisitKind } from '../../src/model/crawl/visit.ts';
import type { Message } from '../../src/model/report.ts';
import type { Discovery } from '../explore/discovery.ts';
import { REMARKS } from '../explore/remarks.ts';
import type { Judgement } from '../judge-answer.ts';
import { visitKey } from '../normalise-url.ts';
import { dueAgain } from './due-again.ts';
import { type CrawlSettings, MINUTE } from './settings.ts';

/** What came of asking for a place, as far as it came. */
export interface VisitResult {
  readonly fetch: FetchRecord;
  readonly judgement: Judgement;
  /** Null where there was nothing to look through. */
  readonly discovery: Discovery | null;
  readonly movedTo: Lead | null;
  /** The body is a document or holds one. */
  readonly isDocument: boolean;
  readonly rendered: boolean;
  readonly drawn: boolean;
  readonly host: HostChange | null;
  readonly now: number;
}

interface Standing {
  readonly state: VisitState;
  readonly dueAt: number | null;
}

/** The other scheme, with or without www, or itself until a cookie is set. */
const isSamePlace = (visit: Visit, to: Lead | null): boolean => to !== null && visitKey(to) === visitKey(visit);

const isKnown = (visit: Visit): boolean => visit.sha256 !== null;

/** A place that did not answer as it should: tried again soon, then left alone for days. */
function tryAgain(visit: Visit, now: number, settings: CrawlSettings): Standing {
  const wait = settings.retries[visit.attempts];
  return wait === undefined
    ? { state: 'failed', dueAt: now + settings.downFor }
    : { state: 'waiting', dueAt: now + wait };
}

/** Faults that another attempt meets again. */
const LASTING: ReadonlySet<string> = new Set(['BAD_URL', 'PRIVATE_ADDRESS', 'OUT_OF_SCOPE', 'TOO_LARGE', 'BOMB']);

function standingOf(visit: Visit, result: VisitResult, settings: CrawlSettings): Standing {
  const { judgement, now, fetch } = result;
  switch (judgement.kind) {
    case 'ok': {
      if (visit.score !== null && isFruitless(result)) return { state: 'waiting', dueAt: now + settings.fruitlessFor };
      const changed = fetch.sha256 !== visit.sha256;
      return {
        state: 'waiting',
        dueAt: dueAgain({ kind: visit.kind, now, changedAt: changed ? now : (visit.changedAt ?? now) }),
      };
    }
    case 'unchanged':
      return { state: 'waiting', dueAt: dueAgain({ kind: visit.kind, now, changedAt: visit.changedAt ?? now }) };
    case 'redirect':
      return {
        state: 'waiting',
        dueAt: isSamePlace(visit, result.movedTo) ? now : dueAgain({ kind: 'list', now, changedAt: now }),
      };
    case 'gone':
    case 'soft-404':
    case 'home-page':
      return { state: isKnown(visit) ? 'vanished' : 'failed', dueAt: now + settings.failedFor };
    case 'challenge':
      return { state: 'blocked', dueAt: now + settings.blockedFor };
    case 'busy':
      // The host's own pace says when; the place keeps its turn.
      return visit.attempts < settings.retries.length * 5
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
      return tryAgain(visit, now, settings);
  }
}

const isFruitless = ({ discovery }: VisitResult): boolean =>
  discovery !== null && (discovery.verdict === 'way' || discovery.verdict === 'decoy');

/** The page's verdict decides, whatever its link had promised; further pages and attachments stay what they are. */
function kindOf({ kind }: Visit, { discovery, judgement }: VisitResult): VisitKind {
  if (judgement.kind !== 'ok' || !discovery || kind === 'list' || kind === 'attachment') return kind;
  if (discovery.verdict === 'article') return 'report';
  return discovery.verdict === 'list' || discovery.verdict === 'hub' ? 'column' : kind;
}

/** A digest and validators are kept only of a body that stands for the place. */
function validatorsOf({ judgement, fetch }: VisitResult): VisitOutcome['validators'] {
  if (judgement.kind !== 'ok' && judgement.kind !== 'unchanged') return null;
  return { etag: fetch.etag, lastModified: fetch.lastModified, sha256: fetch.sha256 };
}

/** Everything that a visit came to, to be written in one transaction. */
export function concludeVisit(visit: Visit, result: VisitResult, settings: CrawlSettings): VisitOutcome {
  const { judgement, discovery, fetch } = result;
  const failed = judgement.kind !== 'ok' && judgement.kind !== 'unchanged' && judgement.kind !== 'redirect';
  const isNew = judgement.kind === 'ok' && fetch.sha256 !== null && fetch.sha256 !== visit.sha256;
  return {
    visit,
    fetches: [
      failed && fetch.errorCode === null
        ? { ...fetch, errorCode: codeOf(judgement), errorMessage: judgement.reason }
        : fetch,
    ],
    ...standingOf(visit, result, settings),
    kind: kindOf(visit, result),
    verdict: discovery?.verdict ?? null,
    validators: validatorsOf(result),
    leads: discovery?.leads ?? [],
    movedTo: result.movedTo,
    family: discovery?.family ?? visit.family,
    rendered: result.rendered,
    drawn: result.drawn,
    remarks: remarksOf(visit, result),
    host: result.host,
    toRead: isNew && result.isDocument,
  };
}

/** What was taken for a report and is none is told, unless a browser might have shown it. */
function remarksOf(visit: Visit, result: VisitResult): readonly Remark[] {
  const { discovery, rendered, fetch } = result;
  if (!discovery) return [];
  const isNone = visit.kind === 'report' && isFruitless(result) && (rendered || !discovery.needsBrowser);
  return isNone ? [...discovery.remarks, REMARKS.noReport(fetch.url)] : discovery.remarks;
}

const codeOf = ({ kind }: Judgement): string => kind.toUpperCase().replaceAll('-', '_');

/** A place that is not asked for: out of scope, forbidden by robots.txt, or past the limit of redirects. */
export function excludeVisit(visit: Visit, code: string, message: Message, now: number): VisitOutcome {
  return {
    visit,
    fetches: [],
    state: 'excluded',
    kind: visit.kind,
    verdict: null,
    // robots.txt and declarations change; a look once a month costs nothing, as no request is made.
    dueAt: now + 30 * 24 * 60 * MINUTE,
    validators: null,
    leads: [],
    movedTo: null,
    family: visit.family,
    rendered: visit.rendered,
    drawn: false,
    remarks: [{ code, message }],
    host: null,
    toRead: false,
  };
}
