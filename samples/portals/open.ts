import type { Half } from './half.ts';
import { plain } from './templates/plain.ts';
import { sections } from './templates/sections.ts';
import { tables } from './templates/tables.ts';
import { OPEN_WORDS } from './words/open.ts';
import { OPEN_NAMES } from './words/open-names.ts';

/** The half for everyday work. */
export const OPEN: Half = {
  name: 'open',
  names: OPEN_NAMES,
  words: OPEN_WORDS,
  templates: [plain, tables, sections],
};
