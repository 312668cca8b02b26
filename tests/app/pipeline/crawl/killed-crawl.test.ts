import { holdKills } from '../../../sweep/hold-kills.ts';

// Every fifth kill comes before the first request of its life. Fifty of them: `npm run sweep -- kills`.
holdKills(5, 20261123);
