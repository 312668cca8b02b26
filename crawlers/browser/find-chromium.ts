import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FetchError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Playwright keeps the browsers that it installs. */
const CACHES: Readonly<Partial<Record<NodeJS.Platform, (env: Environment) => string>>> = {
  linux: (env) => join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright'),
  darwin: () => join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  win32: (env) => join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'ms-playwright'),
};

/** The program within one of its folders, `chromium-1200` or `chromium_headless_shell-1200`. */
const PROGRAMS = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-linux/headless_shell',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

const PLACES: Readonly<Partial<Record<NodeJS.Platform, (env: Environment) => string[]>>> = {
  linux: () => [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ],
  darwin: () => [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: (env) =>
    [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      ]),
};

/**
 * The Chromium to draw pages with: the one that `LANTING_CHROMIUM` names, one that Playwright installed, or one of the
 * machine. Null where there is none.
 *
 * @throws {FetchError} BROWSER where `LANTING_CHROMIUM` names a file that is not there.
 */
export function findChromium(env: Environment = process.env, platform = process.platform): string | null {
  const named = env.LANTING_CHROMIUM;
  if (named && !existsSync(named)) {
    throw new FetchError('BROWSER', {
      zh: `LANTING_CHROMIUM 所指的 ${JSON.stringify(named)} 不存在；请更正，或取消该变量以使用已安装的浏览器`,
      en: `LANTING_CHROMIUM names ${JSON.stringify(named)}, which is not there; correct it, or unset it to use what is installed`,
    });
  }
  if (named) return named;
  const cache = env.PLAYWRIGHT_BROWSERS_PATH || CACHES[platform]?.(env);
  const installed = cache && existsSync(cache) ? programsIn(cache) : [];
  return [...installed, ...(PLACES[platform]?.(env) ?? [])].find((path) => existsSync(path)) ?? null;
}

/** Newest first, a whole browser before a headless shell. */
function programsIn(cache: string): string[] {
  const revision = (folder: string): number => Number(/\d+$/.exec(folder)?.[0] ?? 0);
  return readdirSync(cache)
    .filter((folder) => /^chromium(?:_headless_shell)?-\d+$/.test(folder))
    .sort((a, b) => Number(a.includes('shell')) - Number(b.includes('shell')) || revision(b) - revision(a))
    .flatMap((folder) => PROGRAMS.map((program) => join(cache, folder, program)));
}
