import { holdFronts } from './hold-fronts.ts';
import { range, seedsOr } from './seeds.ts';

holdFronts(seedsOr(range(0, 1_000)), 'open');
holdFronts(seedsOr(range(0, 1_000)), 'kept aside');
