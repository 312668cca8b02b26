import { holdKills } from './hold-kills.ts';
import { seedsOr } from './seeds.ts';

for (const seed of seedsOr([20261123])) holdKills(50, seed);
