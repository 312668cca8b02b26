import { CorpusError } from '../errors.ts';
import type { CorpusDb } from '../schema.ts';

/** The first character after all hexadecimal digits. */
const BEYOND = 'g';

/**
 * The whole fingerprint of the flag that `start` is the beginning of. Throws `CorpusError` `NO_SUCH_FLAG` where none has it,
 * `AMBIGUOUS_FLAG` where several findings do.
 */
export async function findFlag(db: CorpusDb, start: string): Promise<string> {
  const found = await db
    .selectFrom('flag')
    .select('fingerprint')
    .distinct()
    .where('fingerprint', '>=', start)
    .where('fingerprint', '<', `${start}${BEYOND}`)
    .limit(2)
    .execute();
  const [flag, other] = found;
  if (!flag) {
    throw new CorpusError('NO_SUCH_FLAG', {
      zh: `没有以 ${start} 开头的异常编号。编号见 \`lanting audit\` 第一列。`,
      en: `No flag begins with ${start}. \`lanting audit\` shows them in its first column.`,
    });
  }
  if (other) {
    throw new CorpusError('AMBIGUOUS_FLAG', {
      zh: `以 ${start} 开头的异常编号不止一个；请给出更多位数。`,
      en: `Several flags begin with ${start}; give more of the one that is meant.`,
    });
  }
  return flag.fingerprint;
}
