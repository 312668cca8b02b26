import { corpus } from './2026-11-22-corpus.ts';
import { crossAudit } from './2026-11-23-cross-audit.ts';
import { frontier } from './2026-11-23-frontier.ts';
import { ruleSwitch } from './2026-11-23-rule-switch.ts';
import { sameContent } from './2026-11-23-same-content.ts';
import { bodies } from './2026-11-30-bodies.ts';
import { bothLanguages } from './2026-11-30-both-languages.ts';
import { exploration } from './2026-11-30-exploration.ts';
import { nights } from './2026-11-30-nights.ts';
import { olderSqlite } from './2026-11-30-older-sqlite.ts';
import { coverage } from './2026-12-01-coverage.ts';
import { budgets } from './2026-12-02-budgets.ts';
import { parts } from './2026-12-02-parts.ts';
import type { Migration } from './migration.ts';

/** All migrations in order; a corpus whose `user_version` is n has had the first n. */
export const MIGRATIONS: readonly Migration[] = [
  ...[corpus, sameContent, frontier, crossAudit, ruleSwitch, olderSqlite, nights, bothLanguages, exploration, coverage],
  ...[bodies, budgets, parts],
];
