import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Declarations } from '../portal.ts';
import { parseDeclarations } from './parse-declarations.ts';

/**
 * The declarations that come with the program, one for each YAML file of the folder, in the order of their names. They lie in
 * `crawlers/portals` of the checkout, not in the build.
 *
 * @throws {DeclarationError} where one is faulty.
 */
export async function readBuiltIn(folder: string): Promise<Declarations[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text, index) => parseDeclarations(text, names[index] ?? ''));
}
