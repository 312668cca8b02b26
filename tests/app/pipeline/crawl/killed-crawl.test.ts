import { holdKills } from '../../../sweep/hold-kills.ts';
import { plainGovernment, SAMPLE_GOVERNMENT } from '../../../sweep/killed-crawls.ts';

// Every fifth kill comes before the first request of its life. Fifty of them, and with a browser: `npm run sweep -- kills`.
holdKills(SAMPLE_GOVERNMENT, 5, 20261123);
holdKills(plainGovernment('small'), 3, 20261130);
