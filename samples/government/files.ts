import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the sample portal, whether its sources run or what was compiled from them. */
function home(): string {
  const beside = import.meta.dirname;
  const fromDist = join(beside, '..', '..', '..', 'samples', 'government');
  return existsSync(join(beside, 'files')) ? beside : fromDist;
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  png: 'image/png',
};

export const FILES = join(home(), 'files');

export const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

export const mediaTypeOf = (name: string): string => TYPES[endingOf(name)] ?? 'application/octet-stream';

const read = new Map<string, Uint8Array>();

/** A file of `files/` by its name. */
export function fileBytes(name: string): Uint8Array {
  const known = read.get(name);
  if (known) return known;
  const bytes = new Uint8Array(readFileSync(join(FILES, name)));
  read.set(name, bytes);
  return bytes;
}
