import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { LIMITS } from '../../../extractors/limits.ts';
import type { Message } from '../../model/report.ts';
import { InputError, toInputError } from './input.ts';

const KINDS: readonly (readonly [(stat: Stats) => boolean, Message])[] = [
  [(stat) => stat.isDirectory(), { zh: '一个文件夹', en: 'a folder' }],
  [
    (stat) => stat.isFIFO(),
    { zh: '一个管道；请送到标准输入，并以 - 指称', en: 'a pipe; send it to standard input and name it -' },
  ],
  [(stat) => stat.isSocket(), { zh: '一个套接字', en: 'a socket' }],
  [(stat) => stat.isCharacterDevice() || stat.isBlockDevice(), { zh: '一个设备', en: 'a device' }],
];

/** Throws `NOT_A_FILE` for anything but a regular file, before anyone opens it: opening a pipe would wait for ever. */
export function requireFile(stat: Stats): void {
  if (stat.isFile()) return;
  const kind = KINDS.find(([test]) => test(stat))?.[1] ?? { zh: '非普通文件', en: 'no regular file' };
  throw new InputError('NOT_A_FILE', { zh: `这是${kind.zh}`, en: `it is ${kind.en}` });
}

const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

export const tooLarge = (bytes: number | null): InputError =>
  new InputError('TOO_LARGE', {
    zh:
      `${bytes === null ? '' : `有 ${mebibytes(bytes)}，`}超过一份文件的上限 ${mebibytes(LIMITS.bytes)}；` +
      '年度报告远小于此，请看是否给错了文件',
    en:
      `it holds ${bytes === null ? 'more' : `${mebibytes(bytes)}, more`} than the ${mebibytes(LIMITS.bytes)} a document may have; ` +
      'a report is far smaller, so look whether this is the right file',
  });

/** The bytes of a document. A file above the limit is refused unread. Throws `InputError` for what is no file, too large, or can't be read. */
export function readInput(file: string | Uint8Array): Uint8Array {
  // A path in bytes comes to a worker as a plain array.
  const place = typeof file === 'string' ? file : Buffer.from(file);
  let descriptor: number | null = null;
  try {
    requireFile(statSync(place));
    descriptor = openSync(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    requireFile(stat);
    if (stat.size > LIMITS.bytes) throw tooLarge(stat.size);
    const bytes = new Uint8Array(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } catch (error) {
    throw toInputError(error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
