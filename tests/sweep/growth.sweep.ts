import { holdGrowth, READER_NAMES } from './hold-growth.ts';

holdGrowth(READER_NAMES.map((reader) => ({ reader })));
