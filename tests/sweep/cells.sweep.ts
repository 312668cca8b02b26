import { CELL_FORMATS } from '../../samples/cells/mill.ts';
import { holdCells } from './hold-cells.ts';
import { isShown, seedsOr } from './seeds.ts';

const seeds = seedsOr([0]);
holdCells(CELL_FORMATS, 'open', seeds, true);
holdCells(CELL_FORMATS, 'sealed', seeds, isShown);
