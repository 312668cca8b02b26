import { sha256Of } from '../../src/model/bytes/digest.ts';
import type { Flag } from '../../src/model/report.ts';

/** What a report is known by across its versions, or its document where agency or year is unknown. */
export type ReportIdentity =
  /** `agency` is the `identity` of its row. */
  { readonly agency: string; readonly year: number } | { readonly sha256: string };

/**
 * One fingerprint a flag, in their order: SHA-256 in hex over rule, report, cells (sorted) and the values observed and
 * expected. The same finding in another reading or another version has the same fingerprint, and so keeps its reviews; a
 * changed value makes another one. Severity and wording don't count. Findings alike in all of that are told apart by
 * their number, so that a decision on one is never taken for a decision on the other.
 */
export function flagFingerprints(flags: readonly Flag[], report: ReportIdentity): string[] {
  const identity = 'agency' in report ? [...JSON.parse(report.agency), report.year] : [report.sha256];
  const seen = new Map<string, number>();
  return flags.map((flag) => {
    const finding = [flag.rule, identity, [...flag.cells].sort(), flag.observed, flag.expected];
    const name = JSON.stringify(finding);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return sha256Of(nth === 0 ? name : JSON.stringify([...finding, nth]));
  });
}
