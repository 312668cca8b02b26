import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the program: a checkout, or what npm installed from its package. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DIST = join(ROOT, 'dist');

/** A packed program comes compiled and without the lock file, and npm has installed what it depends on. */
export const isCheckout = () => existsSync(join(ROOT, 'package-lock.json'));

export const readJson = async (path) => JSON.parse(await readFile(join(ROOT, path), 'utf8'));

/** The folder of a package that the program, or another package, depends on. Every package here has its package.json in reach. */
export const packageFolder = (name, from = ROOT) =>
  dirname(createRequire(join(from, 'package.json')).resolve(`${name}/package.json`));
