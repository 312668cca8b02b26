import { lstat, readdir } from 'node:fs/promises';
import { isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { both } from '../../model/messages/both.ts';
import type { Message } from '../../model/report.ts';
import { decodeName, isUtf8Name } from '../../model/text/name-bytes.ts';
import { InputError } from './input.ts';

/** Where a file lies: as text, or as bytes where a name on the way is no UTF-8 and text would not lead to it. */
export type FilePlace = string | Buffer;

/** A file or folder: the name by which it is reported, and where it lies. */
export interface NamedPlace {
  readonly path: string;
  readonly file: FilePlace;
}

const SEPARATOR = Buffer.from(sep);

/** An entry of a folder. */
const placeIn = (folder: FilePlace, name: Buffer): FilePlace =>
  typeof folder === 'string' && isUtf8Name(name)
    ? join(folder, name.toString())
    : Buffer.concat([Buffer.from(folder), SEPARATOR, name]);

/** The entries of a folder by their names as text; of two with one name that in UTF-8 comes first, the other is `name#2`. */
export async function entriesOf(folder: FilePlace): Promise<readonly NamedPlace[]> {
  const raw = await readdir(folder, { encoding: 'buffer' });
  const names = raw.map((bytes) => ({ bytes, name: decodeName(bytes), order: isUtf8Name(bytes) ? 0 : 1 }));
  const taken = new Map<string, number>();
  return names
    .sort((a, b) => (a.name === b.name ? a.order - b.order : a.name < b.name ? -1 : 1))
    .map(({ bytes, name }) => {
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      return { path: count > 1 ? `${name}#${count}` : name, file: placeIn(folder, bytes) };
    });
}

async function isThere(file: FilePlace): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}

/** Candidates that a message names. */
const SHOWN = 5;

/** The entry that a name means which came as text: bytes that are no UTF-8 came as U+FFFD, or the name as it is reported. */
async function entryCalled(name: string, folder: FilePlace): Promise<NamedPlace | null> {
  // In a folder that can't be listed nothing is found.
  const all = await entriesOf(folder).catch(() => []);
  const entries = all.filter(({ file }) => typeof file !== 'string');
  const exact = entries.filter(({ path }) => path === name);
  const start = Buffer.byteLength(folder) + SEPARATOR.length;
  const nameOf = (file: FilePlace) => Buffer.from(file).subarray(start).toString();
  const found = exact.length > 0 ? exact : entries.filter(({ file }) => nameOf(file) === name);
  if (found.length <= 1) return found[0] ?? null;
  const names = found.slice(0, SHOWN).map(({ path }) => `“${path}”`);
  const rest = found.length - names.length;
  const more: Message = rest > 0 ? { zh: `等 ${found.length} 个`, en: ` and ${rest} more` } : both('');
  throw new InputError('AMBIGUOUS', {
    zh: `文件名不是 UTF-8，收到的是“${name}”，可能指${names.join('、')}${more.zh}；请给出其中一个名称，或给出文件夹以读取全部`,
    en: `its name is not UTF-8 and came as “${name}”, which may be ${names.join(', ')}${more.en}; give one of these names, or the folder for all of them`,
  });
}

/**
 * The place that a path of the command line means. Node hands over names that are no UTF-8 with U+FFFD for their bytes, which
 * leads nowhere: then the entries of the folder are looked through for the one that is meant.
 *
 * @throws InputError `AMBIGUOUS` where several may be meant
 */
export async function resolvePath(path: string, cwd: string): Promise<NamedPlace> {
  const text = resolve(cwd, path);
  if (await isThere(text)) return { path, file: text };
  const { root } = parse(text);
  let file: FilePlace = root;
  const names: string[] = [];
  for (const name of text.slice(root.length).split(sep)) {
    const plain = placeIn(file, Buffer.from(name));
    const there: NamedPlace | null = (await isThere(plain))
      ? { path: name, file: plain }
      : await entryCalled(name, file);
    if (!there) return { path, file: text };
    file = there.file;
    names.push(there.path);
  }
  const inside = relative(cwd, text);
  const below = !isAbsolute(path) && inside !== '' && !inside.startsWith('..');
  return { path: below ? names.slice(-inside.split(sep).length).join(sep) : join(root, ...names), file };
}
