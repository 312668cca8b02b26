import { holdLayouts } from './hold-layouts.ts';
import { range, seedsOr } from './seeds.ts';

holdLayouts(seedsOr(range(0, 40)));
