import { holdInjectedSlips } from './hold-injected-slips.ts';
import { holdNoFalseAlarm } from './hold-no-false-alarm.ts';
import { range, seedsOr } from './seeds.ts';

holdNoFalseAlarm(seedsOr(range(1, 2_001)));
holdInjectedSlips(200);
