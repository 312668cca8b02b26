import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readJson } from './places.mjs';
import { fail, run, say } from './terminal.mjs';
import { words } from './words.mjs';

export async function requireNode() {
  const { engines } = await readJson('package.json');
  const wanted = engines.node.replace('>=', '').split('.').map(Number);
  const found = process.versions.node.split('.').map(Number);
  const differs = wanted.findIndex((part, index) => part !== found[index]);
  if (differs >= 0 && found[differs] < wanted[differs]) fail(words.olderNode(engines.node, process.versions.node));
}

/** npm writes what it installed into node_modules; an optional package may lack there, any other must stand as locked. */
async function isInstalled() {
  if (!existsSync(join(ROOT, 'node_modules', '.package-lock.json'))) return false;
  const { packages: locked } = await readJson('package-lock.json');
  const { packages: present } = await readJson('node_modules/.package-lock.json');
  return Object.entries(locked).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || (present[path] ? present[path].version === version : (optional ?? devOptional ?? false)),
  );
}

export async function installDependencies() {
  if (await isInstalled()) return;
  say(words.installing);
  if (!run('npm', ['ci', '--no-audit', '--no-fund'], ROOT)) fail(words.notInstalled);
}
