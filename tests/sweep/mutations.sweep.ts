import { holdMutations } from './hold-mutations.ts';
import { areAsked, seedsOr } from './seeds.ts';

/** Seeds that are asked for are hundredths of all edits. */
if (areAsked) for (const seed of seedsOr([])) holdMutations(100, seed % 100);
else holdMutations(1, 0);
