import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { chineseDate } from '../../src/model/messages/chinese-date.ts';
import type { Corpus } from '../connect.ts';
import { CorpusError } from '../errors.ts';
import { run } from './statement.ts';

/** Milliseconds between signs of life, and without one until an owner counts as dead whatever its process number says. */
const BEAT = 10_000;
const SILENCE = 120_000;
/** How long a lock is watched whose last sign of life lies in the future, ms: one that is held gives another meanwhile. */
const WATCH = 2.5 * BEAT;

interface Owner {
  readonly token: string;
  readonly machine: string;
  readonly pid: number;
  readonly taken_at: string;
  readonly beat_at: number;
}

/** Another crawl runs on this corpus. */
export class CrawlLockedError extends CorpusError {
  constructor(path: string, owner: Owner) {
    super('CRAWL_LOCKED', {
      zh:
        `${owner.machine} 上的进程 ${owner.pid} 自${chineseDate(owner.taken_at)} ${owner.taken_at.slice(11, 16)}（UTC）起正在抓取 ${path}。` +
        `请等它结束或将其停止；若它已不在，其锁在最后一次活动 ${SILENCE / 1_000} 秒后失效。`,
      en:
        `${path} is being crawled by process ${owner.pid} on ${owner.machine} since ${owner.taken_at}. ` +
        `Wait for it or stop it; if it is gone for good, its lock ends ${SILENCE / 1_000} s after its last sign of life.`,
    });
  }
}

/** The lock was taken over while its owner gave no sign of life (a machine asleep, a process stopped). */
export class CrawlLockLostError extends CorpusError {
  constructor(path: string) {
    super('CRAWL_LOCK_LOST', {
      zh: `本次运行 ${SILENCE / 1_000} 秒没有活动，另一次抓取已接管 ${path}。没有丢失任何内容；请让那一次继续。`,
      en: `This run gave no sign of life for ${SILENCE / 1_000} s and another crawl took ${path} over. Nothing was lost; let that one go on.`,
    });
  }
}

/** Time, for tests: milliseconds since 1970, and waiting. */
interface LockClock {
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

interface RunLock {
  /** Throws `CrawlLockLostError` once another run has taken the lock over; asked of the corpus. */
  check(): Promise<void>;
  release(): Promise<void>;
}

/** Locks that this process holds; a row with its number and another token is of an earlier life under the same number. */
const held = new Set<string>();

/** A clock was set back, here or there: the time of the beat says nothing about how long ago it was. */
const isAhead = (owner: Owner | undefined, now: number): boolean =>
  owner !== undefined && owner.beat_at - now > SILENCE;

function isAlive(owner: Owner, now: number): boolean {
  if (now - owner.beat_at > SILENCE) return false;
  if (owner.machine !== hostname()) return true;
  if (owner.pid === process.pid) return held.has(owner.token);
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Makes this process the only one that crawls on the corpus. A dead owner's lock is taken over at once; a live one's is
 * refused with `CrawlLockedError`. `onLost` is called once if another run takes it over all the same. A lock whose last sign
 * of life lies in the future is watched for another.
 */
export async function takeRunLock(
  db: Corpus,
  onLost: (error: CorpusError) => void = () => {},
  { now = Date.now, sleep = setTimeout }: LockClock = {},
): Promise<RunLock> {
  const token = randomUUID();
  const [before] = await run<Owner>(db, 'SELECT * FROM crawl_lock');
  const watched = isAhead(before, now()) ? before : undefined;
  if (watched) await sleep(WATCH);
  await db.transaction().execute(async (trx) => {
    const [owner] = await run<Owner>(trx, 'SELECT * FROM crawl_lock');
    const isStill = watched && owner?.token === watched.token && owner.beat_at === watched.beat_at;
    if (owner && !isStill && isAlive(owner, now())) throw new CrawlLockedError(db.sqlite.path, owner);
    await run(
      trx,
      `INSERT OR REPLACE INTO crawl_lock (id, token, machine, pid, taken_at, beat_at) VALUES (1, ?, ?, ?, ?, ?)`,
      ...[token, hostname(), process.pid, new Date(now()).toISOString(), now()],
    );
  });
  held.add(token);

  const check = async () => {
    const beaten = await run(db, 'UPDATE crawl_lock SET beat_at = ? WHERE token = ? RETURNING id', now(), token);
    if (beaten.length === 0) throw new CrawlLockLostError(db.sqlite.path);
  };
  const timer = setInterval(() => {
    check().catch((error: unknown) => {
      // A busy corpus is asked again at the next beat.
      if (!(error instanceof CrawlLockLostError)) return;
      clearInterval(timer);
      onLost(error);
    });
  }, BEAT);
  timer.unref();

  return {
    check,
    async release() {
      clearInterval(timer);
      held.delete(token);
      await run(db, 'DELETE FROM crawl_lock WHERE token = ?', token);
    },
  };
}
