import type { SiteMarks } from '../src/model/bodies/body-place.ts';
import type { Reading, Source } from '../src/model/report.ts';
import type { PageMarks } from './document.ts';
import { FORM_LABELS } from './mapping/label-oracle.ts';
import { mapDocument } from './mapping/map-document.ts';
import { type ReadOptions, readDocument } from './read-document.ts';
import { readPage, type SourceDocument } from './read-page.ts';

/** A document read as an annual report, with where it came from. */
export interface Read {
  readonly source: Source;
  readonly reading: Reading;
  /** What the page says of the site it stands on; null where it says nothing. */
  readonly site: SiteMarks | null;
}

function siteMarks({ meta }: PageMarks): SiteMarks | null {
  const { siteidcode: code, sitename: name } = meta;
  return code === undefined && name === undefined ? null : { code: code ?? null, name: name ?? null };
}

const toRead = ({ source, document }: SourceDocument): Read => ({
  source,
  reading: mapDocument(document),
  site: siteMarks(document.marks),
});

/**
 * Reads the bytes of one document, in any format, as an annual report. The same bytes and options always give the same reading.
 *
 * @param path where the bytes came from, for the source record only; nothing is read from it
 * @throws ReadError where no reader can take the bytes
 */
export async function readReport(bytes: Uint8Array, path: string, options: ReadOptions = {}): Promise<Read> {
  const { source, document } = await readDocument(bytes, path, FORM_LABELS, options);
  const read = toRead({ source, document });
  if (!document.digits) return read;
  const { witnessDoubts } = await import('./pdf/second-witness.ts');
  const found = await witnessDoubts(bytes, document, read.reading);
  if (found.length === 0) return read;
  return { ...read, reading: { ...read.reading, doubts: [...read.reading.doubts, ...found] } };
}

/** The same for an HTML page or a text, at once. Throws a ReadError for every other format too. */
export const readPageReport = (bytes: Uint8Array, path: string): Read => toRead(readPage(bytes, path));
