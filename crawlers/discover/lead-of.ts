import type { Ask, Lead } from '../../src/crawl/visit.ts';
import { ANYWHERE } from './column-scope.ts';

/** A lead to a place; of a column nothing is known yet but that its links may lie anywhere. */
export const leadOf = (ask: Ask, kind: Lead['kind'], title: string | null = null): Lead => ({
  ...ask,
  ...{ kind, title, date: null },
  scope: kind === 'column' ? ANYWHERE : null,
});
