import type { Reading, Source } from '../src/report.ts';
import { mapDocument } from './mapping/map-document.ts';
import { readDocument } from './read-document.ts';

/**
 * Reads the bytes of one document as an annual report. Pure: the same bytes always give the same reading.
 *
 * @param path where the bytes came from, for the source record only; nothing is read from it
 * @throws ReadError where no reader can take the bytes
 */
export function readReport(bytes: Uint8Array, path: string): { source: Source; reading: Reading } {
  const { source, document } = readDocument(bytes, path);
  return { source, reading: mapDocument(document) };
}
