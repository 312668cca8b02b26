import { parentPort } from 'node:worker_threads';
import type { ExtractionResult } from '../report.ts';
import { extractDocument } from './extract.ts';
import { type DocumentInput, inputFailure, toInputError } from './input.ts';
import { readInput } from './read-input.ts';
import { STARTED } from './worker-slot.ts';

/** What runs in each worker thread: inputs come in as messages, results go back, one for one. */

function extract(input: DocumentInput): ExtractionResult {
  if (input.kind === 'failed') return inputFailure(input.path, input.code, input.message);
  let bytes: Uint8Array;
  try {
    bytes = input.kind === 'bytes' ? input.bytes : readInput(input.file);
  } catch (error) {
    const { code, message } = toInputError(error);
    return inputFailure(input.path, code, message);
  }
  return extractDocument(bytes, input.path);
}

parentPort?.on('message', (input: DocumentInput) => {
  parentPort?.postMessage(STARTED);
  parentPort?.postMessage(extract(input));
});
