import { readPageReport } from '../../extractors/read-report.ts';
import { auditReport } from '../../src/audit/run-rules.ts';

/** What the audit of single reports costs beside the extraction of the same pages, both in seconds and in one process. */
export interface AuditMeasurement {
  readonly documents: number;
  readonly extractSeconds: number;
  readonly auditSeconds: number;
  /** Audit over extraction: below 1 where looking costs less than reading. */
  readonly ratio: number;
}

export interface Page {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const now = (): number => performance.now() / 1_000;
const WARM_PASSES = 2;

/** Whole passes over HTML pages for about `seconds`, page by page: read, then audited, as at work. */
export function measureAudit(pages: readonly Page[], seconds: number): AuditMeasurement {
  let [extract, audit] = [0, 0];
  const pass = () => {
    for (const { path, bytes } of pages) {
      const start = now();
      const { reading } = readPageReport(bytes, path);
      const middle = now();
      auditReport(reading);
      extract += middle - start;
      audit += now() - middle;
    }
  };
  for (let warm = 0; warm < WARM_PASSES; warm += 1) pass();
  [extract, audit] = [0, 0];
  let rounds = 0;
  for (const started = now(); now() < started + seconds; rounds += 1) pass();
  return { documents: rounds * pages.length, extractSeconds: extract, auditSeconds: audit, ratio: audit / extract };
}
