import { holdScans } from '../sweep/hold-scans.ts';

/** A share of what `npm run sweep -- scans` reads; samples/ holds three scans besides. */
holdScans([
  // Tight rows: a padding of 2 points, at 150 dpi.
  { format: 'scanned pdf', seeds: [3] },
  { format: 'scanned unruled', seeds: [6] },
]);
