import { docNotAReport } from '../../src/model/doubts/doc-not-a-report.ts';
import { docPages } from '../../src/model/doubts/doc-pages.ts';
import { docSections } from '../../src/model/doubts/doc-sections.ts';
import { exReaders } from '../../src/model/doubts/ex-readers.ts';
import { exRow } from '../../src/model/doubts/ex-row.ts';
import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import { TABLE_ROLES } from '../../src/model/forms/form.ts';
import { EDITIONS, editionForYear, tableOf } from '../../src/model/forms/forms.ts';
import { variablesOfTable } from '../../src/model/forms/variables.ts';
import type { Doubt, Figure, Figures, Locator, Message, Reading, Section } from '../../src/model/report.ts';
import type { Block, Document, Paragraph } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { appearanceDoubts } from './appearance-doubts.ts';
import { buildFigures } from './build-figures.ts';
import { disputesSpecification } from './disputes-specification.ts';
import { fallenRows } from './fallen-rows.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { readLabel } from './label-index.ts';
import { linearLines } from './linear-lines.ts';
import { type LocatedTables, locateTables, type TableCopy } from './locate-tables.ts';
import { lossDoubts, lostAltogether, lostText } from './lost-text.ts';
import { mapTable, type TableSpecification } from './map-table.ts';
import { type Outline, readOutline } from './outline.ts';
import { proactiveSpecification } from './proactive-specification.ts';
import { requestsSpecification } from './requests-specification.ts';
import { withoutRomanisation } from './romanisation.ts';
import { shellDoubt } from './shell-page.ts';
import { gridLines, type TableLine, tableLine } from './table-line.ts';
import type { TableReading } from './table-reading.ts';
import { verifyRecognised } from './verify-recognised.ts';

const SPECIFICATIONS: Readonly<Record<TableRole, TableSpecification>> = {
  proactive: proactiveSpecification,
  requests: requestsSpecification,
  disputes: disputesSpecification,
};

/** Runs of paragraphs with nothing else between them. */
function paragraphRuns(document: Document): { paragraph: Paragraph; block: number }[][] {
  const runs: { paragraph: Paragraph; block: number }[][] = [[]];
  document.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') runs.at(-1)?.push({ paragraph: block, block: index });
    else if (block.kind === 'grid') runs.push([]);
  });
  return runs.filter((run) => run.length > 0);
}

/** A paragraph that names a procedure of table 4 stands over a table of its own. */
function captionLines(block: Block, index: number): TableLine[] {
  if (block.kind !== 'paragraph' || block.text.length > CAPTION_LENGTH || !PROCEDURE.test(block.text)) return [];
  return readLabel(block.text).rows.disputes.length > 0
    ? [tableLine(index, [{ text: block.text, column: 0, colSpan: 1, at: block.at }], 'none')]
    : [];
}
const CAPTION_LENGTH = 30;
/** Every name of a procedure holds 议 or 诉, in some form of the character. */
const PROCEDURE = /[议議诉訴\uf900-\ufaff]/;

interface Located {
  readonly tables: LocatedTables;
  readonly outline: Outline;
}

/** Tables in grids; where one is lacking, tables that lost their borders and stand as text. */
function locate(document: Document): Located {
  const outline = readOutline(document, new Set());
  const lines: TableLine[] = [];
  const captions: TableLine[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === 'grid') lines.push(...gridLines(block, index));
    else captions.push(...captionLines(block, index));
  }
  const apart = [...captions, ...fallenRows(document, lines, outline.headed)];
  const inOrder = apart.length > 0 ? [...lines, ...apart].sort((a, b) => a.block - b.block) : lines;
  const { disputes, ...others } = locateTables(inOrder, outline.headed);
  const drawn = (copy: TableCopy) => copy.some(({ borders }) => borders !== 'none');
  const tables: LocatedTables = { ...others, disputes: disputes.filter(drawn) };
  const lacking = TABLE_ROLES.filter((role) => tables[role].length === 0);
  if (lacking.length === 0) return { tables, outline };
  const linear = paragraphRuns(document).map(linearLines);
  const all = [...lines, ...linear.flatMap((run) => run.lines)].sort((a, b) => a.block - b.block);
  const consumed = new Set(linear.flatMap((run) => [...run.consumed]));
  if (consumed.size === 0) return { tables, outline };
  const around = readOutline(document, consumed);
  const again = locateTables(all, around.headed);
  const merged = { ...tables };
  for (const role of lacking) merged[role] = again[role];
  return { tables: merged, outline: around };
}

/** The first copy is the reading; figures in which a later copy differs are doubted, with what each later copy says. */
function readTable(role: TableRole, copies: readonly TableCopy[], fallback: Edition): TableReading | null {
  const [first, ...others] = copies.map((copy) => mapTable(SPECIFICATIONS[role], copy, fallback));
  if (!first) return null;
  if (others.length === 0) return first;
  const differing = new Set<string>();
  for (const other of others) {
    for (const [key, cell] of other.cells) if (first.cells.get(key)?.text !== cell.text) differing.add(key);
  }
  const cells = [...differing];
  const readings = others.map((other) => cells.map((key) => other.cells.get(key)?.text ?? ''));
  const { title } = tableOf(fallback, role);
  return { ...first, doubts: [...first.doubts, exReaders.tableTwice(cells, title, readings)] };
}

/** Figures that not every edition asks for. */
function keysOfOneEdition(role: TableRole): string[] {
  const editions = EDITIONS.map((edition) => new Set(variablesOfTable(edition, role).map(({ key }) => key)));
  const all = new Set(editions.flatMap((keys) => [...keys]));
  return [...all].filter((key) => !editions.every((keys) => keys.has(key)));
}

/** A document that ends in the middle of a table has lost something, and its last row may be cut. */
function cutOff(document: Document, table: TableReading): Doubt[] {
  const last = document.blocks.at(-1);
  if (document.whole || last?.kind !== 'grid') return [];
  const ends = last.cells.at(-1)?.at;
  const same = ({ path, line, row }: Locator) =>
    ends !== undefined && path === ends.path && (line === undefined ? row === ends.row : line === ends.line);
  const cells = [...table.cells].filter(([, { at }]) => same(at)).map(([key]) => key);
  return cells.length > 0 ? [exRow.endsInside(cells)] : [];
}

type Tables = Readonly<Record<TableRole, TableReading | null>>;

/**
 * Reads the tables, those that tell their own edition first: table 3 tells it by （六）, table 2 by its columns, and a table
 * that does not tell takes it from the other, then from the year.
 */
function readTables(located: LocatedTables, year: number | null): { tables: Tables; fallback: Edition } {
  const byYear = (year === null ? null : editionForYear(year)) ?? '2021';
  const guess = readTable('proactive', located.proactive, byYear);
  const requests = readTable('requests', located.requests, guess?.edition ?? byYear);
  const fallback = guess?.edition ?? requests?.edition ?? byYear;
  const proactive = guess && guess.edition === null ? readTable('proactive', located.proactive, fallback) : guess;
  return { tables: { proactive, requests, disputes: readTable('disputes', located.disputes, fallback) }, fallback };
}

/** Nothing that a reader could call the tables or the text of an annual report. */
function whyNoReport(front: FrontMatter, tables: Tables, sections: readonly Section[]): Doubt | null {
  const found = TABLE_ROLES.filter((role) => tables[role] !== null);
  const filled = found.filter((role) => [...(tables[role]?.cells.values() ?? [])].some(({ text }) => text !== ''));
  const roles = new Set(sections.map(({ role }) => role).filter((role) => role !== 'preamble' && role !== 'extra'));
  const titled = front.title !== null && (front.agency !== null || front.year !== null);
  if (filled.length >= 2) return null;
  if (titled && (filled.length >= 1 || roles.size >= 3)) return null;
  if (found.length >= 2 && front.year !== null && front.agency !== null) return null;
  if (found.length > 0 && filled.length === 0) {
    return docNotAReport.because({
      zh: '文档含有年度报告的空白表式而没有数字，像是模板',
      en: 'The document holds the blank tables of the form and no figures; it looks like a template',
    });
  }
  return docNotAReport.because({
    zh: `不像政府信息公开工作年度报告：${front.title ? `标题为“${front.title.slice(0, 60)}”，但` : '没有这样的标题，'}找到法定表格 ${filled.length} 张、法定章节 ${roles.size} 个`,
    en: `No annual report on information disclosure: ${front.title ? 'its title is one, but' : 'no such title;'} ${filled.length} of the statutory tables and ${roles.size} of the sections were found`,
  });
}

/** Whether the document breaks off at a table of the form, with figures still to come. */
function endsEarly(document: Document, sections: readonly Section[], figures: Figures): boolean {
  if (document.whole || document.blocks.at(-1)?.kind !== 'grid') return false;
  const role = sections.at(-1)?.role;
  if (!TABLE_ROLES.some((one) => one === role)) return false;
  return Object.values(figures).some(({ status }) => status === 'missing');
}

/** What is lost with a part of a damaged file leaves blanks. */
function damageDoubts({ doubts }: Document, figures: Figures): Doubt[] {
  if (!doubts.some(({ rule, severity }) => rule === 'DOC-PAGES' && severity === 'error')) return [];
  const lacking = Object.entries(figures).filter(([, { status }]) => status === 'blank' || status === 'missing');
  return lacking.length > 0 ? [docPages.blanksUnsure(lacking.map(([key]) => key))] : [];
}

const refused = (why: readonly Doubt[]): Reading => ({ report: null, sections: [], figures: {}, doubts: why });

const UNTOLD: Message = {
  zh: '文中的汉字大多已丢失，看不出是否年度报告，未读取任何数字',
  en: 'Most of the Chinese is lost; whether this is an annual report can’t be told, and no figure was read',
};

/** Lays a document against the forms: the report it holds, every figure with its place, and all doubts on the way. */
export function mapDocument(given: Document): Reading {
  const document = withoutRomanisation(given);
  const lost = lostText(document);
  const nothingLeft = lostAltogether(lost);
  if (nothingLeft) return refused([docNotAReport.because(UNTOLD), nothingLeft, ...document.doubts]);
  const { tables: located, outline } = locate(document);
  const front = readFrontMatter(document, outline);
  const { tables, fallback } = readTables(located, front.year);
  const refusal = whyNoReport(front, tables, outline.sections);
  if (refusal) {
    const shell = shellDoubt(document);
    return refused([refusal, ...(shell ? [shell] : []), ...lossDoubts(document, lost, {}), ...document.doubts]);
  }
  const editions = {
    proactive: tables.proactive ? (tables.proactive.edition ?? fallback) : null,
    requests: tables.requests ? (tables.requests.edition ?? fallback) : null,
    disputes: tables.disputes ? fallback : null,
  };
  const figures: Record<string, Figure> = {};
  const found: Doubt[] = [...document.doubts, ...front.doubts];
  if (outline.surplus > 0) found.push(docSections.tooMany(LIMITS.sections, outline.surplus));
  for (const role of TABLE_ROLES) {
    const edition = editions[role] ?? fallback;
    const { title } = tableOf(edition, role);
    const table = tables[role];
    if (table) {
      found.push(...table.doubts, ...cutOff(document, table));
    } else {
      const keys = variablesOfTable(edition, role).map(({ key }) => key);
      found.push(exRow.tableMissing([...new Set([...keys, ...keysOfOneEdition(role)])], title));
    }
    if (table && table.edition === null) found.push(exRow.editionAssumed(keysOfOneEdition(role), title, edition));
    found.push(...buildFigures(role, edition, tables[role], figures));
    found.push(...verifyRecognised(document, role, edition, figures));
  }
  found.push(...appearanceDoubts(document, figures), ...damageDoubts(document, figures));
  found.push(...lossDoubts(document, lost, figures));
  if (endsEarly(document, outline.sections, figures)) found.push(docPages.restLost());
  const { title, agency, year, publishedOn, periodStart, periodEnd } = front;
  return {
    report: {
      title,
      agency,
      year,
      edition: editions.proactive ?? editions.requests ?? editions.disputes,
      editions,
      publishedOn,
      periodStart,
      periodEnd,
    },
    sections: outline.sections,
    figures,
    doubts: found,
  };
}
