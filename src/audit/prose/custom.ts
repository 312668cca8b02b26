import type { Message } from '../../model/report.ts';

/** One way of counting: the sum of some cells, less some others. */
export interface Custom {
  readonly name: Message;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

export type Family = 'received' | 'carried' | 'handled' | 'result' | 'applicant' | 'disputes' | 'documents';

/** What a number of the narrative counts: the cells of the tables it can be held against, by every custom in use. */
export interface Counted {
  readonly family: Family;
  /** The same for two sentences that tell the same figure. */
  readonly id: string;
  readonly customs: readonly Custom[];
}

/** A message from its two texts. */
export const both = (zh: string, en: string): Message => ({ zh, en });
