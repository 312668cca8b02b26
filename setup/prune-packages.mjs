import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './places.mjs';

const HERE = `${process.platform}/${process.arch}`;

/**
 * Files of packages that nothing here loads, and that no version of the package comes without: bundles for browsers, and
 * binaries for other systems. `keep` names what stays of a folder.
 */
const UNUSED = [
  { path: 'onnxruntime-node/bin/napi-v6', keep: HERE },
  { path: 'sql.js/dist', keep: /^sql-wasm\.(?:js|wasm)$/ },
  { path: 'exceljs/dist', keep: /^$/ },
  { path: 'pdf-parse/dist/pdf-parse/web', keep: /^$/ },
];

const kept = (path, keep) =>
  typeof keep === 'string' ? keep === path || keep.startsWith(`${path}/`) : keep.test(path);

/** Removes what is not kept below a folder; looks into a folder only where a part of it is kept. */
async function prune(folder, keep, below = '') {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below + entry.name;
    if (!kept(path, keep)) await rm(join(folder, path), { recursive: true, force: true });
    else if (entry.isDirectory() && path !== keep && typeof keep === 'string') await prune(folder, keep, `${path}/`);
  }
}

/** Takes some 300 MB out of the `node_modules` of a checkout. */
export async function prunePackages(packages = join(ROOT, 'node_modules')) {
  for (const { path, keep } of UNUSED) {
    const folder = join(packages, path);
    if (existsSync(folder)) await prune(folder, keep);
  }
}
