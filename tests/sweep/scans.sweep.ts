import { holdDemo } from './hold-demo.ts';
import { holdScans } from './hold-scans.ts';
import { range, seedsOr } from './seeds.ts';

holdScans([
  // The first of them have tight rows: a padding of 2 points, at 175 and at 150 dpi.
  { format: 'scanned pdf', seeds: seedsOr(range(3, 6)) },
  { format: 'scanned sideways', seeds: seedsOr([1]) },
  { format: 'scanned unruled', seeds: seedsOr([6]) },
]);
holdDemo({ language: 'zh', ocr: 'auto', db: 'demo.db' });
