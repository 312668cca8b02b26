import type { OcrMode } from '../../../extractors/read-document.ts';
import type { SiteMarks } from '../../model/bodies/body-place.ts';
import type { ExtractionResult } from '../../model/report.ts';
import type { ReachedInput } from './input.ts';

/** What a worker is asked to do. */
export interface Task {
  readonly input: ReachedInput;
  readonly ocr: OcrMode;
  /** Documents of the file that already have a result. */
  readonly skip: number;
}

/**
 * What a worker says: `began` as it takes up each document, and `picture` before each page or picture of it that is drawn
 * or recognised, from which its time counts; a `result` for each document, in order; `done` at the end of the file.
 */
export type WorkerMessage =
  | { readonly kind: 'began'; readonly path: string }
  | { readonly kind: 'picture' }
  | { readonly kind: 'result'; readonly result: ExtractionResult; readonly site: SiteMarks | null }
  | { readonly kind: 'done' };
