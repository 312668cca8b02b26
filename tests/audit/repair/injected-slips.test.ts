import { holdInjectedSlips } from '../../sweep/hold-injected-slips.ts';

// More of them: `npm run sweep -- audit`.
holdInjectedSlips(40);
