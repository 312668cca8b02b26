import { holdNoFalseAlarm } from '../sweep/hold-no-false-alarm.ts';
import { range } from '../sweep/seeds.ts';

// More of them: `npm run sweep -- audit`.
holdNoFalseAlarm(range(1, 201));
