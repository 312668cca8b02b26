import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DIST, packageFolder, ROOT, readJson } from './places.mjs';
import { say } from './terminal.mjs';
import { words } from './words.mjs';

/** Ways to a Chromium where the machine has none, the first that works: each downloads, so the settings can forbid it. */
const sources = (playwright) => [
  {
    name: 'Playwright',
    can: () => true,
    commands: [[process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium-headless-shell']]],
  },
  {
    name: 'Debian',
    can: () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    commands: [
      ['apt-get', ['update', '-qq']],
      ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']],
    ],
  },
];

/** Some columns are drawn by script. Without a browser they are reported as not rendered and everything else works. */
export async function provideChromium() {
  const { lanting } = await readJson('package.json');
  if (!lanting.installBrowser || process.env.LANTING_BROWSER === 'off') return;
  const { findChromium } = await import(pathToFileURL(join(DIST, 'crawlers', 'browser', 'find-chromium.js')).href);
  const playwright = packageFolder('playwright');
  const tried = join(dirname(playwright), '.lanting-browser-tried');
  if (findChromium() !== null || existsSync(tried)) return;
  for (const { name, commands } of sources(playwright).filter(({ can }) => can())) {
    say(words.browserTrying(name));
    for (const [command, args] of commands) {
      spawnSync(command, args, { cwd: ROOT, stdio: 'ignore', timeout: 240_000 });
    }
    if (findChromium() !== null) return;
  }
  say(words.browserNone);
  await writeFile(tried, new Date().toISOString());
}
