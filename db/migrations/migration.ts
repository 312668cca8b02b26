/**
 * One step of the schema's history, named by its day. A migration is plain SQL and imports no current code, so that it does
 * the same thing for ever; once released it is never changed, the next change is the next migration.
 */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** False where whoever only reads does as well without it, so that a corpus on read-only storage need not have had it. */
  readonly readersNeedIt?: false;
}
