import type { Facts } from '../rule.ts';
import { countedDisputes } from './counted-disputes.ts';
import { countedDocuments } from './counted-documents.ts';
import { countedRequests } from './counted-requests.ts';
import type { Counted } from './custom.ts';
import { DOCUMENTS, OUTCOMES, PROCEDURES, type Sense, some } from './senses.ts';

const DISPUTES: readonly Sense[] = [...PROCEDURES, ...OUTCOMES, 'cases', 'closed'];
const NOT_COUNTED: readonly Sense[] = ['respectively', 'untold', 'lost', 'growth', 'share', 'fee', 'on_time'];

/**
 * What a phrase counts, or null where that can't be told for certain. `topic` holds what the sentence named before (whose
 * outcome 维持 is), `parent` what it counted before.
 */
export function countedBy(
  senses: ReadonlySet<Sense>,
  topic: ReadonlySet<Sense>,
  parent: Counted | null,
  facts: Facts,
): Counted | null {
  if (some(senses, NOT_COUNTED)) return null;
  const documents = DOCUMENTS.filter((sense) => topic.has(sense));
  if (documents.length > 0 && (senses.has('repealed') || senses.has('in_force')) && !some(senses, DOCUMENTS)) {
    return countedDocuments(new Set([...senses, ...documents]), facts);
  }
  if (some(senses, DOCUMENTS)) return some(senses, DISPUTES) ? null : countedDocuments(senses, facts);
  if (some(senses, DISPUTES)) return countedDisputes(senses, topic);
  if (senses.has('proactive')) return null;
  return countedRequests(senses, parent, facts);
}
