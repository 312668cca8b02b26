import { createHash } from 'node:crypto';
import { ReadError } from '../../extractors/read-error.ts';
import { readReport } from '../../extractors/read-report.ts';
import { auditReport } from '../audit/run-rules.ts';
import { type ExtractionFailure, type ExtractionResult, REPORT_SCHEMA } from '../report.ts';

/** The record of a document that could not be read. */
export function toFailure(path: string, error: unknown, bytes?: Uint8Array): ExtractionFailure {
  const source = {
    path,
    ...(bytes ? { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length } : {}),
  };
  if (error instanceof ReadError) {
    return { schema: REPORT_SCHEMA, source, error: { code: error.code, message: error.message } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    schema: REPORT_SCHEMA,
    source,
    error: {
      code: 'INTERNAL',
      message: `the reader failed on this document (${message}); please report it with the file`,
    },
  };
}

/** Reads and audits one document. Never throws: what can't be read comes back as a failure that says why. */
export function extractDocument(bytes: Uint8Array, path: string): ExtractionResult {
  try {
    const { source, reading } = readReport(bytes, path);
    const { flags } = auditReport(reading);
    return { schema: REPORT_SCHEMA, source, ...reading, flags, repair: null };
  } catch (error) {
    return toFailure(path, error, bytes);
  }
}
