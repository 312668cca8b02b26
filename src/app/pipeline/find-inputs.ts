import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../../../extractors/limits.ts';
import { type DocumentInput, InputError, toInputError } from './input.ts';
import { requireFile, tooLarge } from './read-input.ts';
import { entriesOf, type NamedPlace, resolvePath } from './resolve-path.ts';
import { isWarc, warcInputs } from './warc-inputs.ts';

/** The name by which standard input is asked for and reported. */
export const STANDARD_INPUT = '-';

interface InputPlace {
  /** What relative paths start from. */
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array | string>;
}

/**
 * The documents behind the paths a user gave, in their order. A folder yields its files and those of its subfolders,
 * sorted by name, hidden ones left out; names may be GBK, as archives leave them; which of them are documents is decided by their content, later. Whatever can't
 * be read (no permission, a pipe, a link that leads back to a folder it lies in) yields a failure in its place. A web archive
 * (WARC) yields the documents in it.
 */
export async function* findInputs(paths: Iterable<string>, place: InputPlace): AsyncGenerator<DocumentInput> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) yield await readStream(place.stdin);
    else yield* named(path, place.cwd);
  }
}

async function* named(given: string, cwd: string): AsyncGenerator<DocumentInput> {
  let found: NamedPlace;
  try {
    found = await resolvePath(given, cwd);
  } catch (error) {
    yield failed(given, error);
    return;
  }
  yield* walk(found, []);
}

async function* walk({ path, file }: NamedPlace, parents: readonly string[]): AsyncGenerator<DocumentInput> {
  let entries: readonly NamedPlace[];
  let folder: string;
  try {
    const found = await stat(file);
    folder = `${found.dev}:${found.ino}`;
    if (!found.isDirectory()) {
      requireFile(found);
      if (isWarc(file)) yield* warcInputs(path, file);
      else yield { kind: 'file', path, file };
      return;
    }
    if (parents.includes(folder)) {
      throw new InputError('LINK_LOOP', {
        zh: '这是指回其所在文件夹的链接；未进入',
        en: 'it is a link back to a folder that it lies in; it was not followed',
      });
    }
    entries = await entriesOf(file);
  } catch (error) {
    yield failed(path, error);
    return;
  }
  for (const entry of entries.filter(({ path: name }) => !name.startsWith('.'))) {
    yield* walk({ path: join(path, entry.path), file: entry.file }, [...parents, folder]);
  }
}

async function readStream(stream: InputPlace['stdin']): Promise<DocumentInput> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      size += bytes.length;
      if (size > LIMITS.bytes) throw tooLarge(null);
      chunks.push(bytes);
    }
  } catch (error) {
    return failed(STANDARD_INPUT, error);
  }
  return { kind: 'bytes', path: STANDARD_INPUT, bytes: new Uint8Array(Buffer.concat(chunks)) };
}

function failed(path: string, error: unknown): DocumentInput {
  const { code, text } = toInputError(error);
  return { kind: 'failed', path, code, message: text };
}
