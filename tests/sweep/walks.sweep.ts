import { SEALED } from '../../samples/portals/sealed/sealed.ts';
import { holdWalks } from './hold-walks.ts';
import { range, seedsOr } from './seeds.ts';

holdWalks(seedsOr(range(1, 201)));
holdWalks(seedsOr(range(1, 101)), { half: SEALED });
