import { FAULTS, REMARKED, type Reason } from './reasons.ts';
import type { DocumentOf, HostStand, PlaceRow, RemarkOf } from './rows.ts';

/** Why a place does not hold what it promised, and the words that were found for it. */
export interface Shortfall {
  readonly reason: Reason;
  readonly detail: string | null;
}

const short = (reason: Reason, detail: string | null = null): Shortfall => ({ reason, detail });

/** RFC 9309: a robots.txt without an answer, or that the server can't give, closes the host. */
const isAway = (status: number | null): boolean => status !== null && (status < 200 || status === 429 || status >= 500);

/** Why nothing is asked of a host now. */
function ofHost(host: HostStand | undefined): Shortfall | null {
  if (!host) return null;
  if (isAway(host.robots_status)) return short('ROBOTS_UNREACHABLE', host.waits_for);
  if (host.waits_for === null) return null;
  return short(/challenge/.test(host.waits_for) ? 'CHALLENGED' : 'UNREACHABLE', host.waits_for);
}

/** A place whose last visit failed, that is forbidden, or that its host keeps away. */
export function ofVisit(place: PlaceRow, host: HostStand | undefined, remarks: readonly RemarkOf[]): Shortfall | null {
  if (place.state === 'excluded') return ofRemarks(remarks);
  if (place.error_code !== null) {
    return short(FAULTS[place.error_code] ?? 'UNREACHABLE', place.error_message ?? place.error_code);
  }
  return place.visited_at === null ? ofHost(host) : null;
}

/** The first remark that tells of something lacking. */
export function ofRemarks(remarks: readonly RemarkOf[]): Shortfall | null {
  for (const { code, message } of remarks) {
    const reason = REMARKED[code];
    if (reason) return short(reason, message);
  }
  return null;
}

/** Links of this score lead to pages about disclosure at least (`EXPLORING.line`); poorer ones wait without being missed. */
export const LINE = 20;

/** A place that was not asked yet; `spent` says so of the pages that its portal may be explored by in a night. */
export function ofWaiting({ visited_at, state, score }: PlaceRow, spent: string | null): Shortfall | null {
  if (visited_at !== null || state !== 'waiting') return null;
  if (score === null) return short('NOT_YET');
  if (spent !== null) return short('BUDGET_SPENT', spent);
  return short(score >= LINE ? 'NOT_YET' : 'NOT_EXPLORED');
}

/** A body that came and gave no report. */
export function ofReading(place: PlaceRow, documents: readonly DocumentOf[], remarks: readonly RemarkOf[]): Shortfall {
  const last = documents.at(-1);
  if (last?.outcome === 'unreadable') return short('UNREADABLE', last.error_message);
  if (last === undefined && place.rendered && place.verdict === 'article') return short('NOT_RENDERED');
  return ofRemarks(remarks.filter(({ code }) => OF_PAGE.has(code))) ?? short('NOT_A_REPORT');
}

/** Remarks that explain why a page gave no report; the others are about lists. */
const OF_PAGE: ReadonlySet<string> = new Set([
  'CR-CAPTCHA-FILE',
  'CR-INTERNAL',
  'CR-NOT-RENDERED',
  'CR-RENDERINGS-SPENT',
  'CR-PART-MISSING',
]);
