import { holdGovernments } from '../../../sweep/hold-crawl.ts';

// One that needs no browser, so that it says the same on every machine. Two hundred, with one: `npm run sweep -- crawl`.
holdGovernments([2], false);
