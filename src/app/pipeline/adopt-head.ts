import { auditReport } from '../../audit/run-rules.ts';
import { docFrontMatter } from '../../model/doubts/doc-front-matter.ts';
import { type Doubt, type Extraction, type ExtractionResult, isFailure } from '../../model/report.ts';
import { parseTitle } from '../../model/text/report-title.ts';
import { withoutSite } from '../../model/text/site-behind.ts';

/** Words that stood outside the document and speak of it, the nearest first: the link that led to it, the title of its page. */
type OutsideTitles = readonly (string | null)[];

/** What a reading says where the document names none. */
const AGENCY_UNKNOWN = docFrontMatter.agencyUnknown();
const YEAR_UNKNOWN = docFrontMatter.yearUnknown();
const isSame = (doubt: Doubt, other: Doubt): boolean =>
  doubt.rule === other.rule && doubt.message.en === other.message.en;

/**
 * A file that hangs on a page often holds the bare tables and names neither agency nor year; the page does. What the document
 * itself says is never overruled.
 */
export function adoptHead(result: ExtractionResult, titles: OutsideTitles): ExtractionResult {
  if (isFailure(result) || result.report === null) return result;
  const { report } = result;
  if (report.agency !== null && report.year !== null) return result;
  const known = titles.flatMap((title) => (title === null ? [] : (parseTitle(withoutSite(title)) ?? [])));
  const agency = report.agency ?? known.find((title) => title.agency !== null)?.agency ?? null;
  const year = report.year ?? known.find((title) => title.year !== null)?.year ?? null;
  if (agency === report.agency && year === report.year) return result;
  const reading = {
    report: { ...report, agency, year, title: report.title ?? known[0]?.title ?? null },
    sections: result.sections,
    figures: result.figures,
    doubts: [
      ...result.doubts.filter(
        (doubt) =>
          !(agency !== null && isSame(doubt, AGENCY_UNKNOWN)) && !(year !== null && isSame(doubt, YEAR_UNKNOWN)),
      ),
      ...(agency !== null && agency !== report.agency
        ? [docFrontMatter.adopted({ zh: '机关', en: 'agency' }, agency)]
        : []),
      ...(year !== null && year !== report.year ? [docFrontMatter.adopted({ zh: '年度', en: 'year' }, year)] : []),
    ],
  };
  return { ...result, ...reading, flags: auditReport(reading).flags } satisfies Extraction;
}
