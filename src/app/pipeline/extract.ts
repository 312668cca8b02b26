import { documentsIn } from '../../../extractors/archive/documents-in.ts';
import type { ReadOptions } from '../../../extractors/read-document.ts';
import { ReadError } from '../../../extractors/read-error.ts';
import { type Read, readPageReport, readReport } from '../../../extractors/read-report.ts';
import { auditReport } from '../../audit/run-rules.ts';
import type { SiteMarks } from '../../model/bodies/body-place.ts';
import { sha256Of } from '../../model/bytes/digest.ts';
import { textOf } from '../../model/messages/bilingual-error.ts';
import { type Extraction, type ExtractionFailure, type ExtractionResult, REPORT_SCHEMA } from '../../model/report.ts';

/** The record of a document that could not be read. */
function toFailure(path: string, error: unknown, bytes?: Uint8Array): ExtractionFailure {
  const source = {
    path,
    ...(bytes ? { sha256: sha256Of(bytes), bytes: bytes.length } : {}),
  };
  if (error instanceof ReadError) {
    return { schema: REPORT_SCHEMA, source, error: { code: error.code, message: error.text } };
  }
  const { zh, en } = textOf(error);
  return {
    schema: REPORT_SCHEMA,
    source,
    error: {
      code: 'INTERNAL',
      message: {
        zh: `读取程序未能处理此文件（${zh}）；请连同文件一起报告`,
        en: `the reader failed on this document (${en}); please report it with the file`,
      },
    },
  };
}

function toExtraction({ source, reading }: Read): Extraction {
  const { flags, repair } = auditReport(reading);
  return { schema: REPORT_SCHEMA, source, ...reading, flags, repair };
}

/** Reads and audits one HTML page or text, at once. Never throws: what can't be read, or is no page, comes back as a failure. */
export function extractPage(bytes: Uint8Array, path: string): ExtractionResult {
  try {
    return toExtraction(readPageReport(bytes, path));
  } catch (error) {
    return toFailure(path, error, bytes);
  }
}

/** Reads and audits one document of any format. Never throws: what can't be read comes back as a failure that says why. */
async function extractDocument(bytes: Uint8Array, path: string, options: FileOptions = {}): Promise<ExtractionResult> {
  try {
    const read = await readReport(bytes, path, options);
    options.onSite?.(read.site);
    return toExtraction(read);
  } catch (error) {
    return toFailure(path, error, bytes);
  }
}

interface FileOptions extends ReadOptions {
  /** Documents of the file to pass over: those that an earlier attempt gave a result for. */
  readonly skip?: number;
  /** Called as each document is begun. */
  readonly onBegin?: (path: string) => void;
  /** Called before the result of each document that could be read, with what it says of the site it stands on. */
  readonly onSite?: (site: SiteMarks | null) => void;
}

/**
 * Reads and audits every document in a file, in order: the file itself, or what a ZIP archive holds. At least one result, and
 * never a throw: a member that can't be read is a failure of its own, under `outer.zip!/its name`.
 */
export async function* extractFile(
  bytes: Uint8Array,
  path: string,
  { skip = 0, onBegin, onSite, ...options }: FileOptions = {},
): AsyncGenerator<ExtractionResult> {
  let place = 0;
  for await (const found of documentsIn(bytes, path)) {
    place += 1;
    if (place <= skip) continue;
    onBegin?.(found.path);
    const { bytes: inside, error, findPicture } = found;
    if (error || !inside) yield toFailure(found.path, error, inside);
    else
      yield await extractDocument(inside, found.path, {
        ...options,
        ...(findPicture ? { findPicture } : {}),
        ...(onSite ? { onSite } : {}),
      });
  }
}
