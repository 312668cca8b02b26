import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PARTS, type SweepPart } from './parts.ts';
import { parseSeeds, SEEDS_VARIABLE, SHOW_VARIABLE } from './seeds.ts';

/** `npm run sweep`: the wide sweeps, all of them or the parts that are named. */

/** From `dist/tests/sweep/`. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const USAGE = 2;

const WHAT = `npm run sweep -- [PART...] [--seeds 304,2000-2999] [--show] [--list]

Runs the sweeps that are too wide for npm test: all of them, or the parts that are named. --show tells of
sealed cells what is otherwise only counted.

${PARTS.map(({ name, says, seeds }) => `  ${name.padEnd(10)} ${says}\n${' '.repeat(13)}seeds: ${seeds}`).join('\n')}
`;

function refuse(message: string): never {
  console.error(`sweep: ${message}\n\n${WHAT}`);
  process.exit(USAGE);
}

function partOf(name: string): SweepPart {
  return PARTS.find((part) => part.name === name) ?? refuse(`there is no part ${JSON.stringify(name)}`);
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        seeds: { type: 'string' },
        show: { type: 'boolean' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const { positionals, values } = options();
const parts = positionals.length > 0 ? positionals.map(partOf) : PARTS;
const { seeds, show, list, help } = values;
if (seeds !== undefined && parseSeeds(seeds) === null) refuse(`--seeds ${seeds} is no list such as 304,2000-2999`);
if (list || help) {
  console.log(WHAT);
} else {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const files = parts.map(({ file }) => join('tests', 'sweep', file));
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', join('tests', 'sweep', 'vitest.config.ts'), ...files],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(seeds === undefined ? {} : { [SEEDS_VARIABLE]: seeds }),
        ...(show ? { [SHOW_VARIABLE]: 'yes' } : {}),
      },
    },
  );
  process.exitCode = status ?? 1;
}
