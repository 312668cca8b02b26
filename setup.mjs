#!/usr/bin/env node
/**
 * Makes the program ready to run. In a checkout: dependencies as locked, less what nobody runs, SQLite's binary, `dist/` as compiled from the
 * sources, `npx lanting` linked, a Chromium. Where npm installed the packed program (`lanting-setup`): SQLite's binary and
 * a Chromium. Needs nothing but Node; does nothing, in a few tenths of a second, where all of it is up to date.
 */
import { build, linkCommand } from './setup/build.mjs';
import { installDependencies, requireNode } from './setup/install-dependencies.mjs';
import { isCheckout } from './setup/places.mjs';
import { provideChromium } from './setup/provide-chromium.mjs';
import { provideSqlite } from './setup/provide-sqlite.mjs';
import { prunePackages } from './setup/prune-packages.mjs';
import { SetupError, say } from './setup/terminal.mjs';
import { words } from './setup/words.mjs';

const DENIED = new Set(['EACCES', 'EPERM', 'EROFS']);

async function setUp() {
  await requireNode();
  if (isCheckout()) {
    await installDependencies();
    await prunePackages();
  }
  await provideSqlite();
  if (isCheckout()) {
    await build();
    await linkCommand();
  }
  await provideChromium();
}

try {
  await setUp();
} catch (error) {
  if (!(error instanceof SetupError) && !DENIED.has(error.code)) throw error;
  say(error instanceof SetupError ? error.message : words.unwritable(error.path));
  process.exitCode = 1;
}
