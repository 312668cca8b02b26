import type { Ask, Lead } from '../../src/model/crawl/visit.ts';
import { ANYWHERE } from './column-scope.ts';

/** A place that is fetched in any case, whatever words led to it; of a column nothing is known yet. */
export const makeLead = (ask: Ask, kind: Lead['kind'], more: Partial<Lead> = {}): Lead => ({
  ...ask,
  ...{ kind, title: null, date: null, score: null, words: null, agency: null, year: null },
  scope: kind === 'column' ? ANYWHERE : null,
  ...more,
});
