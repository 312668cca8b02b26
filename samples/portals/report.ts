import type { Block } from '../generator/draft.ts';
import { renderHtml } from '../generator/render-html.ts';
import { seededRng } from '../generator/rng.ts';
import { type Report as Document, draftOf, figuresOf } from '../government/report.ts';
import type { Body } from './bodies.ts';
import { writeSmallDocx } from './docx.ts';

/** One body's report for one year, as one site bears it. */
export interface Report {
  readonly body: Body;
  readonly year: number;
  /** The body as title and text call it. */
  readonly called: string;
  readonly title: string;
}

const documentOf = ({ body, year, called }: Report): Document => ({ agency: called, year, place: body.id });

/** Every figure of the report by its key. */
export const reportFigures = (report: Report): Readonly<Record<string, number>> => figuresOf(documentOf(report));

const NARRATIVE_ALONE: Block = { kind: 'prose', as: 'text', text: '（统计表见附件）' };

/** The narrative without its tables, as it stands beside a file that has them. */
export function reportNarrative(report: Report): string {
  const draft = draftOf(documentOf(report), report.title);
  const blocks = draft.blocks.map((block) => (block.kind === 'table' ? NARRATIVE_ALONE : block));
  return renderHtml({ ...draft, blocks }, seededRng(report.year).fork(report.body.id));
}

export const reportFile = (report: Report): Uint8Array => writeSmallDocx(draftOf(documentOf(report), report.title));

/** The contents of the report's page in `parts` parts, which are read one after the other. */
export function reportParts(report: Report, parts: number): readonly string[] {
  const draft = draftOf(documentOf(report), report.title);
  const size = Math.ceil(draft.blocks.length / parts);
  return Array.from({ length: parts }, (_, part) =>
    renderHtml(
      { ...draft, blocks: draft.blocks.slice(part * size, (part + 1) * size) },
      seededRng(report.year).fork(report.body.id),
    ),
  );
}
