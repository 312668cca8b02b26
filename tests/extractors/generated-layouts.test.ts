import { holdFronts } from '../sweep/hold-fronts.ts';
import { holdLayouts } from '../sweep/hold-layouts.ts';
import { range } from '../sweep/seeds.ts';

/** A share of what `npm run sweep -- layouts fronts` reads. */

holdLayouts(range(0, 2));
holdFronts(range(0, 60), 'open');
