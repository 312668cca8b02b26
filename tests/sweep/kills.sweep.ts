import { holdKills } from './hold-kills.ts';
import { plainGovernment, SAMPLE_GOVERNMENT, scriptGovernment } from './killed-crawls.ts';
import { seedsOr } from './seeds.ts';

for (const seed of seedsOr([20261123])) {
  for (const what of [SAMPLE_GOVERNMENT, plainGovernment('whole'), scriptGovernment('whole')])
    holdKills(what, 50, seed);
}
