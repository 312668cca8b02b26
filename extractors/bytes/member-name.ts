import { crc32 } from 'node:zlib';
import type { ExtraField } from 'yauzl';
import { decodeName } from '../../src/model/text/name-bytes.ts';

/** Extra field in which a program that does not write UTF-8 names repeats the name in UTF-8 (Info-ZIP). */
const UNICODE_PATH = 0x7075;

function unicodePath(raw: Buffer, extras: readonly ExtraField[]): Buffer | null {
  const data = extras.find(({ id }) => id === UNICODE_PATH)?.data;
  if (!data || data.length < 6 || data[0] !== 1) return null;
  // Its checksum is that of the plain name: a program that renamed the member without knowing the field breaks it.
  return data.readUInt32LE(1) === crc32(raw) ? data.subarray(5) : null;
}

const LONGEST = 400;

/** Characters that could drive a terminal or make one name look like another. */
const UNSAFE = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]/gu;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * The name of a member as a label: UTF-8 where the bytes are that, else GB18030, as Chinese systems write it. Whether the
 * archive claims UTF-8 is not asked: the claim is often wrong. A label is shown and compared, and never used as a path, so
 * `../` and the like may stand in it; control characters are written out as escapes.
 */
export function memberName(raw: Buffer, extras: readonly ExtraField[]): string {
  return decodeName(unicodePath(raw, extras) ?? raw)
    .replaceAll('\\', '/')
    .replace(UNSAFE, escaped)
    .slice(0, LONGEST);
}
