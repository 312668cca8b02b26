import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../../crawlers/browser/find-chromium.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function cache(programs: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  folders.push(folder);
  for (const program of programs) {
    mkdirSync(dirname(join(folder, program)), { recursive: true });
    writeFileSync(join(folder, program), '');
  }
  return folder;
}

const SHELL = 'chromium_headless_shell-1300/chrome-headless-shell-linux64/chrome-headless-shell';

describe('findChromium', () => {
  it.each([
    ['the newest', ['chromium-999/chrome-linux/chrome', 'chromium-1200/chrome-linux64/chrome'], 1],
    ['a whole one before a shell', [SHELL, 'chromium-1200/chrome-linux/chrome'], 1],
    ['a shell where there is nothing else', [SHELL], 0],
    ['none that is not unpacked', ['chromium-1300/INSTALLING', 'chromium-1200/chrome-linux/chrome'], 1],
    ['no other browser', ['firefox-1500/firefox/firefox', 'chromium-1200/chrome-linux/chrome'], 1],
  ])("takes, of Playwright's, %s", (_, programs, index) => {
    const folder = cache(programs);
    // A platform without usual places, so that the test's machine does not matter.
    expect(findChromium({ PLAYWRIGHT_BROWSERS_PATH: folder }, 'aix')).toBe(join(folder, programs[index] ?? ''));
  });

  it('takes the one that is named before any other', () => {
    const folder = cache(['mine', 'chromium-1200/chrome-linux/chrome']);
    const env = { LANTING_CHROMIUM: join(folder, 'mine'), PLAYWRIGHT_BROWSERS_PATH: folder };
    expect(findChromium(env, 'linux')).toBe(join(folder, 'mine'));
  });

  it('says so where the one that is named is not there', () => {
    expect(() => findChromium({ LANTING_CHROMIUM: '/nowhere/chromium' }, 'linux')).toThrow('/nowhere/chromium');
  });

  it('finds nothing in an empty cache', () => {
    expect(findChromium({ PLAYWRIGHT_BROWSERS_PATH: cache([]) }, 'aix')).toBeNull();
  });
});
