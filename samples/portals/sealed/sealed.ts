import type { Half } from '../half.ts';
import { SEALED_ADDRESSES } from './sealed-addresses.ts';
import { SEALED_NAMES } from './sealed-names.ts';
import { blocks } from './template-blocks.ts';
import { grid } from './template-grid.ts';
import { terms } from './template-terms.ts';
import { units } from './template-units.ts';
import { directory } from './words-directory.ts';
import { fiveTabs } from './words-five-tabs.ts';
import { openness } from './words-openness.ts';
import { platform } from './words-platform.ts';
import { short } from './words-short.ts';

/**
 * The half for counts: written from what is known of real portals alone, by somebody who has not seen the crawler, the words or the
 * templates of the open half. Whoever works on the crawler does not read it and does not run it but for a count.
 */
export const SEALED: Half = {
  name: 'sealed',
  names: SEALED_NAMES,
  words: [fiveTabs, platform, short, openness, directory],
  templates: [blocks, terms, grid, units],
  addresses: SEALED_ADDRESSES,
};
