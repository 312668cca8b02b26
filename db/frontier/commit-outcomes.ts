import type { EntryOutcome } from '../../src/model/crawl/frontier.ts';
import type { CorpusDb } from '../schema.ts';
import { jsonRows } from '../sqlite/json-rows.ts';
import { mainFetch } from './main-fetch.ts';
import { priorityOf } from './priority.ts';
import { partsOf, run } from './statement.ts';

const PARTS = [
  ...[
    'id',
    'state',
    'due_at',
    'attempts',
    'answered',
    'etag',
    'last_modified',
    'sha256',
    'family',
    'rendered',
    'landed',
  ],
  ...['last_status', 'error_code', 'error_message', 'error_message_zh', 'kind', 'verdict', 'score', 'priority'],
];

/** ?1 is now as text, ?2 the rows. A digest that is new, the first among them, means that the place changed. */
const SETTLE = `UPDATE visit SET
  state = new.state,
  due_at = new.due_at,
  lease_until = 0,
  attempts = new.attempts,
  etag = iif(new.answered, new.etag, visit.etag),
  last_modified = iif(new.answered, new.last_modified, visit.last_modified),
  changed_at = iif(new.sha256 IS NOT NULL AND new.sha256 IS NOT visit.sha256, ?1, changed_at),
  sha256 = coalesce(new.sha256, visit.sha256),
  family = coalesce(new.family, visit.family),
  rendered = new.rendered,
  hops = iif(new.landed, 0, hops),
  last_status = new.last_status,
  error_code = new.error_code,
  error_message = new.error_message,
  error_message_zh = new.error_message_zh,
  visited_at = ?1,
  column_id = iif(new.kind = 'column' AND visit.kind = 'report', NULL, column_id),
  kind = new.kind,
  verdict = coalesce(new.verdict, visit.verdict),
  score = new.score,
  priority = new.priority,
  vanished_at = CASE WHEN new.state = 'vanished' THEN coalesce(vanished_at, ?1) WHEN new.attempts > 0 THEN vanished_at END
FROM (SELECT ${partsOf('outcome', PARTS)} FROM jsonb_each(?2) AS outcome) AS new
WHERE visit.id = new.id`;

function attemptsAfter(outcome: EntryOutcome): number {
  const { entry, state } = outcome;
  const main = mainFetch(outcome);
  const good = state === 'waiting' && main?.status != null && main.status < 400 && main.errorCode === null;
  return good ? 0 : entry.attempts + 1;
}

/** A page that held something is known from now on; any other keeps its place among the candidates. */
const scoreOf = ({ entry, verdict }: EntryOutcome): number | null =>
  verdict === 'article' || verdict === 'list' || verdict === 'hub' ? null : entry.score;

/** Writes down how the places stand after their visits, and gives up their leases. */
export async function commitOutcomes(db: CorpusDb, outcomes: readonly EntryOutcome[], now: string): Promise<void> {
  const rows = outcomes.map((outcome) => {
    const { entry, validators } = outcome;
    const main = mainFetch(outcome);
    const attempts = attemptsAfter(outcome);
    return [
      ...[entry.id, outcome.state, outcome.dueAt === null ? null : Math.round(outcome.dueAt), attempts],
      ...[validators !== null, validators?.etag ?? null, validators?.lastModified ?? null, validators?.sha256 ?? null],
      ...[outcome.family, outcome.rendered, attempts === 0 && outcome.movedTo === null],
      ...[
        main?.status ?? null,
        main?.errorCode ?? null,
        main?.errorMessage?.en ?? null,
        main?.errorMessage?.zh ?? null,
      ],
      ...[outcome.kind, outcome.verdict, scoreOf(outcome), priorityOf(outcome.kind, scoreOf(outcome))],
    ];
  });
  await run(db, SETTLE, now, jsonRows(rows));
}

const REMARK = `INSERT INTO remark (visit_id, code, message, message_zh, seen_at)
  SELECT remark.value ->> 0, remark.value ->> 1, remark.value ->> 2, remark.value ->> 3, ?1 FROM jsonb_each(?2) AS remark
  WHERE true ON CONFLICT (visit_id, code) DO UPDATE SET message = excluded.message, message_zh = excluded.message_zh,
    seen_at = excluded.seen_at`;

export async function writeRemarks(db: CorpusDb, outcomes: readonly EntryOutcome[], now: string): Promise<void> {
  const rows = outcomes.flatMap(({ entry, remarks }) =>
    remarks.map(({ code, message }) => [entry.id, code, message.en, message.zh]),
  );
  if (rows.length > 0) await run(db, REMARK, now, jsonRows(rows));
}
