import { CorpusError } from './errors.ts';
import type { CorpusDb } from './schema.ts';

interface RuleSwitch {
  readonly rule: string;
  /** The whole name of the body. */
  readonly agency: string;
  readonly isOff: boolean;
  /** Why. */
  readonly note: string;
  readonly reviewer?: string;
  /** ISO 8601. */
  readonly decidedAt: string;
}

/**
 * Switches a rule off for a body, or on again; bodies of one name in several regions are all meant. Returns how many they are.
 * Throws `CorpusError` `NO_SUCH_AGENCY`.
 */
export async function switchRule(db: CorpusDb, change: RuleSwitch): Promise<number> {
  const { rule, agency, isOff, note, reviewer, decidedAt } = change;
  const bodies = await db.selectFrom('agency').select('id').where('name', '=', agency).execute();
  if (bodies.length === 0) {
    throw new CorpusError('NO_SUCH_AGENCY', {
      zh: `语料库中没有名为${agency}的机关；请按 \`lanting audit\` 所示给出全称。`,
      en: `The corpus has no body named ${agency}; give its whole name as \`lanting audit\` shows it.`,
    });
  }
  const common = { rule, is_off: isOff ? 1 : 0, note, reviewer: reviewer ?? null, decided_at: decidedAt };
  await db
    .insertInto('rule_switch')
    .values(bodies.map(({ id }) => ({ ...common, agency_id: id })))
    .execute();
  return bodies.length;
}
