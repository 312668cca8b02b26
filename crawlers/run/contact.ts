import type { HostState } from '../../src/model/crawl/frontier.ts';
import { textOf } from '../../src/model/messages/bilingual-error.ts';
import { chineseDate } from '../../src/model/messages/chinese-date.ts';
import type { Message } from '../../src/model/report.ts';
import type { Exchange } from '../http/exchange.ts';
import type { AnswerKind } from '../judge-answer.ts';

/** Why a host gave nothing: the code of a `FetchError`, `BUSY` (429, 5xx), `HELD_BACK` (not asked, it waits), `INTERNAL`. */
interface Silence {
  readonly code: string;
  readonly reason: Message;
}

/** What came of asking a host in one run. */
export interface Contact {
  readonly requests: number;
  readonly answers: number;
  /** Of the last request that had no answer. */
  readonly silence: Silence | null;
}

export const NO_CONTACT: Contact = { requests: 0, answers: 0, silence: null };

/** A host that had work in this run and gave no answer that is worth anything. */
export interface UnreachedHost extends Silence {
  readonly origin: string;
  /** Requests of this run; 0 where it is held back since an earlier one. */
  readonly requests: number;
}

/** One more request: an answer counts unless the server says that it can't give one. */
export function afterRequest(before: Contact, came: Exchange | Error, kind: AnswerKind | 'silence'): Contact {
  const requests = before.requests + 1;
  if (came instanceof Error) {
    const code = 'code' in came ? String(came.code) : 'INTERNAL';
    return { ...before, requests, silence: { code, reason: textOf(came) } };
  }
  if (kind !== 'busy') return { ...before, requests, answers: before.answers + 1 };
  const reason: Message = {
    zh: `${came.url} 答复的状态码为 ${came.status}`,
    en: `${came.url} answered with status ${came.status}`,
  };
  return { ...before, requests, silence: { code: 'BUSY', reason } };
}

/** Hosts without an answer, of those that were asked and of those that are due and may not be asked at `now`, by origin. */
export function unreachedHosts(
  asked: Iterable<{ readonly state: HostState; readonly contact: Contact }>,
  due: readonly HostState[],
  now: number,
): UnreachedHost[] {
  const unreached: UnreachedHost[] = [];
  const met = new Set<number>();
  for (const { state, contact } of asked) {
    const { requests, answers, silence } = contact;
    if (requests === 0) continue;
    met.add(state.id);
    if (answers === 0 && silence) unreached.push({ origin: state.origin, requests, ...silence });
  }
  for (const { id, origin, notBefore, waitsFor } of due) {
    if (met.has(id) || waitsFor === null || notBefore <= now) continue;
    const until = new Date(notBefore).toISOString();
    const reason: Message = {
      zh: `${chineseDate(until)} ${until.slice(11, 16)}（UTC）之前不访问：${waitsFor.zh}`,
      en: `not asked before ${until}: ${waitsFor.en}`,
    };
    unreached.push({ origin, requests: 0, code: 'HELD_BACK', reason });
  }
  return unreached.sort((a, b) => (a.origin < b.origin ? -1 : 1));
}
