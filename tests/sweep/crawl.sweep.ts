import { SEALED } from '../../samples/portals/sealed/sealed.ts';
import { holdCrawl } from './hold-crawl.ts';
import { range, seedsOr } from './seeds.ts';

holdCrawl(seedsOr(range(1, 201)), SEALED);
