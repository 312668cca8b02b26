import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import type { Body } from '../generator/bodies.ts';
import type { Block, Draft } from '../generator/draft.ts';
import { drawHtmlTable } from '../generator/draw-table.ts';
import { layOut } from '../generator/layout.ts';
import { randomNumbers } from '../generator/numbers.ts';
import type { Skeleton } from '../generator/page.ts';
import { preamble, sections } from '../generator/prose.ts';
import { renderHtml } from '../generator/render-html.ts';
import { seededRng } from '../generator/rng.ts';
import type { TrueFigure } from '../generator/truth.ts';

/** One body's report for one year. Everything in it follows from these, so nothing of it is kept in files. */
export interface Report {
  readonly agency: string;
  readonly year: number;
  /** Tells bodies of one name apart, so that their figures and words differ. */
  readonly place?: string;
  /** Quietly corrected after publication: the figures of `REVISED` are one higher. */
  readonly revised?: true;
}

/** A figure that stands by itself, so that its correction breaks no sum. */
const REVISED: Readonly<Record<Edition, string>> = {
  '2019': 'proactive.penalty.decisions',
  '2021': 'proactive.penalty.decisions',
};

/** Only the contents: the family's own template goes around them. */
const CONTENTS: Skeleton = { name: 'contents', render: (page) => page.body };

const sizeOf = (agency: string): Body['size'] => (/[镇乡]人民政府$|街道办事处$/.test(agency) ? 'small' : 'middle');

const editionsOf = (year: number): Readonly<Record<TableRole, Edition>> => {
  const edition = year < 2021 ? '2019' : '2021';
  return { proactive: edition, requests: edition, disputes: edition };
};

const seedOf = ({ agency, year, place = '' }: Report): number =>
  [...(place + agency)].reduce((seed, character) => (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) | 0, year);

/** A report is drawn up once a process: it never comes out otherwise, and drawing it up takes its time. */
function once<T>(make: (report: Report) => T): (report: Report) => T {
  const made = new Map<string, T>();
  return (report) => {
    const key = `${report.place ?? ''} ${report.agency} ${report.year} ${report.revised ?? false}`;
    const known = made.get(key) ?? make(report);
    made.set(key, known);
    return known;
  };
}

/** Every figure of the report by its key, as it must be read. */
export const figuresOf = once((report): Readonly<Record<string, number>> => {
  const { agency, year, revised } = report;
  const editions = editionsOf(year);
  const body: Body = { name: agency, makesRules: false, size: sizeOf(agency) };
  const numbers = randomNumbers(seededRng(seedOf(report)).fork('numbers'), editions, body);
  const key = REVISED[editions.proactive];
  return revised ? { ...numbers, [key]: (numbers[key] ?? 0) + 1 } : numbers;
});

/** The report before it is written down in some format. */
export function draftOf(report: Report, title = titleOf(report)): Draft {
  const { agency, year } = report;
  const numbers = figuresOf(report);
  const rng = seededRng(seedOf(report));
  const facts = {
    agency,
    year,
    received: numbers['requests.received.total'] ?? 0,
    carriedIn: numbers['requests.carried_in.total'] ?? 0,
  };
  const truth = {
    title,
    agency,
    year,
    editions: editionsOf(year),
    publishedOn: null,
    figures: Object.fromEntries(
      Object.entries(numbers).map(([key, value]): [string, TrueFigure] => [
        key,
        { value, printed: String(value), statuses: ['reported'] },
      ]),
    ),
    preamble: preamble(rng.fork('preamble'), facts),
    sections: sections(rng.fork('sections'), facts),
  };
  return {
    truth,
    blocks: layOut(truth),
    readable: true,
    headings: 'kept',
    writing: {
      format: 'html',
      skeleton: CONTENTS,
      cell: [],
      paragraph: [],
      draw: drawHtmlTable,
      table: [],
      document: [],
      styles: [],
      encoding: { name: 'utf8', mark: false, declared: 'utf-8' },
    },
  };
}

export const titleOf = ({ agency, year }: Report): string => `${agency}${year}年政府信息公开工作年度报告`;

function write(report: Report, draft: Draft): string {
  return renderHtml(draft, seededRng(seedOf(report)).fork('render'));
}

/** The contents of the report's page: narrative and tables. */
export const contentsOf = once((report) => write(report, draftOf(report)));

/** The narrative alone, which leads to the tables in a file. */
export const narrativeOf = once((report) => {
  const draft = draftOf(report);
  const inFile: Block = { kind: 'prose', as: 'text', text: '（统计表见附件）' };
  return write(report, { ...draft, blocks: draft.blocks.map((block) => (block.kind === 'table' ? inFile : block)) });
});
