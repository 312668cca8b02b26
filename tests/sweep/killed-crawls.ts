import { startSamplePortal } from '../../samples/government/site.ts';
import type { DrawOptions } from '../../samples/portals/government.ts';
import { startGovernment } from '../../samples/portals/start.ts';
import type { KilledCrawl } from './hold-kills.ts';

export const SAMPLE_GOVERNMENT: KilledCrawl = {
  name: 'the sample government',
  start: startSamplePortal,
  ...{ browser: false, delay: 0.04, latest: 250 },
};

/** No fault of its hosts depends on when it is met. */
const STEADY = { fault: 'healthy' } as const;

/** Found without a browser: exploring, groups, further pages of articles. */
export const plainGovernment = (size: DrawOptions['size'] & string): KilledCrawl => ({
  name: `a drawn government (${size})`,
  start: () => startGovernment(211, { size, fixed: { ...STEADY, article: 'several pages' } }),
  ...{ browser: false, delay: 0.04, latest: 250 },
});

/** Its lists are drawn by script: shells, renderings, recipes. A rendering takes longer than a request. */
export const scriptGovernment = (size: DrawOptions['size'] & string): KilledCrawl => ({
  name: `a drawn government whose lists are drawn by script (${size})`,
  start: () => startGovernment(224, { size, fixed: { ...STEADY, transport: 'html in json', fragment: 'yes' } }),
  ...{ browser: true, delay: 0.04, latest: 1_500 },
});
