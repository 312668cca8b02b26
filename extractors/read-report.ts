import type { Reading, Source } from '../src/report.ts';
import { mapDocument } from './mapping/map-document.ts';
import { type ReadOptions, readDocument } from './read-document.ts';
import { readPage, type SourceDocument } from './read-page.ts';

/** A document read as an annual report, with where it came from. */
export interface Read {
  readonly source: Source;
  readonly reading: Reading;
}

const toRead = ({ source, document }: SourceDocument): Read => ({ source, reading: mapDocument(document) });

/**
 * Reads the bytes of one document, in any format, as an annual report. The same bytes and options always give the same reading.
 *
 * @param path where the bytes came from, for the source record only; nothing is read from it
 * @throws ReadError where no reader can take the bytes
 */
export const readReport = async (bytes: Uint8Array, path: string, options: ReadOptions = {}): Promise<Read> =>
  toRead(await readDocument(bytes, path, options));

/** The same for an HTML page or a text, at once. Throws a ReadError for every other format too. */
export const readPageReport = (bytes: Uint8Array, path: string): Read => toRead(readPage(bytes, path));
