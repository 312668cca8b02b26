import type { Workbook, Worksheet } from 'exceljs';
import type { ReviewState } from '../../../db/schema.ts';
import { TABLE_ROLES } from '../../model/forms/form.ts';
import { tableOf } from '../../model/forms/forms.ts';
import type { Change, Language, Repair, Severity } from '../../model/report.ts';
import { REVIEW_NAMES, SEVERITY_NAMES } from './code-names.ts';
import { layOutTable } from './table-layout.ts';

/** A flag as the workbook shows it. */
export interface SheetFlag {
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly string[];
  readonly message: string;
  readonly observed: number | string | null;
  readonly expected: number | string | null;
  readonly review: ReviewState;
}

/** A report with its tables and what is wrong with them. */
export interface SheetReport {
  readonly agency: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly place: string | null;
  readonly editions: Readonly<Record<(typeof TABLE_ROLES)[number], '2019' | '2021' | null>>;
  readonly figures: ReadonlyMap<
    string,
    { readonly value: number | null; readonly raw: string; readonly status: string }
  >;
  readonly repair: Repair | null;
  readonly flags: readonly SheetFlag[];
}

/** Sheets with tables; the list of flags is whole in any case. */
export const MOST_SHEETS = 200;

const FILL: Readonly<Record<Severity, string>> = { error: 'FFFFC7CE', warning: 'FFFFEB9C', info: 'FFDDEBF7' };
/** The cell that the repair would change, among all that its broken sums name. */
const WRONG = 'FFFF7C80';
const HEADING = 'FFF2F2F2';
const RANK: readonly Severity[] = ['error', 'warning', 'info'];
const BORDER = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;

const WORDS = {
  zh: {
    list: '异常',
    headings: ['机关', '年度', '程度', '规则', '发现', '所见', '应为', '复核', '工作表', '来源'],
    suggested: (change: Change, unique: boolean) =>
      `建议：${change.from ?? '空'} → ${change.to}${unique ? '' : '（另有同样可能的改法）'}`,
    left: (count: number) => `另有 ${count} 份报告未列表格（最多 ${MOST_SHEETS} 份）`,
  },
  en: {
    list: 'Anomalies',
    headings: [
      'agency',
      'year',
      'severity',
      'rule',
      'what was found',
      'observed',
      'expected',
      'review',
      'sheet',
      'source',
    ],
    suggested: (change: Change, unique: boolean) =>
      `Suggested: ${change.from ?? 'empty'} → ${change.to}${unique ? '' : ' (other repairs are as good)'}`,
    left: (count: number) => `${count} more reports have no sheet (at most ${MOST_SHEETS} have)`,
  },
} as const;

/** Characters that spreadsheets do not take in the name of a sheet, which has at most 31 and is not told apart by case. */
const sheetName = (number: number, { agency, year }: SheetReport): string =>
  `${number} ${(agency ?? '?').replace(/[[\]*?/\\:']/g, ' ')}`.slice(0, 26).concat(` ${year ?? '?'}`);

function writeList(
  book: Workbook,
  reports: readonly SheetReport[],
  names: readonly string[],
  language: Language,
): void {
  const words = WORDS[language];
  const sheet = book.addWorksheet(words.list, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [28, 8, 10, 18, 90, 12, 12, 12, 28, 40].map((width) => ({ width }));
  sheet.addRow([...words.headings]).font = { bold: true };
  reports.forEach((report, index) => {
    for (const { severity, rule, message, observed, expected, review } of report.flags) {
      const name = names[index] ?? null;
      const link = name && { text: name, hyperlink: `#'${name}'!A1` };
      const row = sheet.addRow([
        report.agency,
        report.year,
        SEVERITY_NAMES[severity][language],
        rule,
        message,
        observed,
        expected,
        REVIEW_NAMES[review][language],
        link,
        report.place,
      ]);
      row.getCell(3).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FILL[severity] } };
      row.alignment = { wrapText: true, vertical: 'top' };
    }
  });
  const left = reports.length - names.length;
  if (left > 0) sheet.addRow([words.left(left)]);
}

/** What a reader sees on pointing at a cell: each finding that names it, and the likely right value. */
function noteOf(key: string, { flags, repair }: SheetReport, language: Language): string | null {
  const lines = flags.filter(({ cells }) => cells.includes(key)).map(({ rule, message }) => `${rule}: ${message}`);
  const change = repair?.changes.find(({ cell }) => cell === key);
  if (change) lines.push(WORDS[language].suggested(change, repair?.unique ?? false));
  return lines.length > 0 ? lines.join('\n\n') : null;
}

function writeTables(sheet: Worksheet, report: SheetReport, language: Language): void {
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 1 };
  sheet.getColumn(1).width = 18;
  for (let column = 2; column <= 18; column += 1) sheet.getColumn(column).width = column <= 3 ? 26 : 11;
  sheet.getCell(1, 1).value = report.title ?? report.agency;
  sheet.getCell(1, 1).font = { bold: true, size: 13 };
  sheet.getCell(2, 1).value = report.place;
  let top = 4;
  for (const role of TABLE_ROLES) {
    const edition = report.editions[role];
    if (!edition) continue;
    const table = tableOf(edition, role);
    sheet.getCell(top, 1).value = table.title;
    sheet.getCell(top, 1).font = { bold: true };
    let last = top;
    for (const { row, column, rows, columns, text, key } of layOutTable(table)) {
      const [y, x] = [top + 1 + row, 1 + column];
      if (rows > 1 || columns > 1) sheet.mergeCells(y, x, y + rows - 1, x + columns - 1);
      const cell = sheet.getCell(y, x);
      cell.border = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: key ? 'right' : 'left' };
      last = Math.max(last, y + rows - 1);
      if (key === null) {
        cell.value = text;
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADING } };
        continue;
      }
      const figure = report.figures.get(key);
      cell.value = figure?.value ?? figure?.raw ?? null;
      const severities = report.flags.filter(({ cells }) => cells.includes(key)).map(({ severity }) => severity);
      const gravest = RANK.find((severity) => severities.includes(severity));
      const isWrong = report.repair?.changes.some((change) => change.cell === key) ?? false;
      const colour = isWrong ? WRONG : gravest && FILL[gravest];
      if (colour) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: colour } };
      if (isWrong) cell.font = { bold: true };
      const note = noteOf(key, report, language);
      if (note) cell.note = note;
    }
    top = last + 2;
  }
}

const load = async () => (await import('exceljs')).default;
type Excel = Awaited<ReturnType<typeof load>>;

/** The library that writes workbooks, an optional package; null where it is not installed. */
export async function openExcel(): Promise<Excel | null> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/**
 * A workbook for auditors: a list of all flags, and a sheet for each report with its tables laid out as the form prints them,
 * the cells that flags name coloured by severity and those that the repair would change more strongly, with the findings and the likely
 * right value in a comment. Texts of reports
 * are written as texts, never as formulas.
 */
export async function auditWorkbook(
  excel: Excel,
  reports: readonly SheetReport[],
  language: Language,
): Promise<Uint8Array> {
  const book = new excel.Workbook();
  const shown = reports.slice(0, MOST_SHEETS);
  const names = shown.map((report, index) => sheetName(index + 1, report));
  writeList(book, reports, names, language);
  shown.forEach((report, index) => {
    writeTables(book.addWorksheet(names[index]), report, language);
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
