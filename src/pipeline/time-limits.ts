import type { OcrMode } from '../../extractors/read-document.ts';

/** What a document is made of, as far as the time to read it goes. */
export type Effort = 'page' | 'file';

const SECOND = 1_000;

/** An HTML page or a text: the slowest real ones take under a second. */
const PAGE_LIMIT = 60 * SECOND;
/** A PDF, an Office document or a picture, read without recognition: a book of 500 pages takes half a minute. */
const FILE_LIMIT = 180 * SECOND;
/** The same with recognition: a scan of a hundred pages takes some seconds a page on a slow machine. */
const RECOGNITION_LIMIT = 900 * SECOND;

/** Milliseconds that one document may take before its worker is ended. */
export function timeLimitMs(effort: Effort, ocr: OcrMode): number {
  if (effort === 'page') return PAGE_LIMIT;
  return ocr === 'off' ? FILE_LIMIT : RECOGNITION_LIMIT;
}
