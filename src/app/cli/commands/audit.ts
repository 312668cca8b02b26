import { openReadOnly } from '../../../../db/connect.ts';
import { type Anomaly, type AnomalyFilters, findAnomalies } from '../../../../db/queries/find-anomalies.ts';
import { reportTables } from '../../../../db/queries/report-tables.ts';
import { anyRuleOf } from '../../../audit/all-rules.ts';
import type { Language, Message, Severity } from '../../../model/report.ts';
import { auditWorkbook, openExcel, type SheetFlag, type SheetReport } from '../../export/audit-workbook.ts';
import { REVIEW_NAMES, SEVERITIES, SEVERITY_NAMES } from '../../export/code-names.ts';
import { csvLine } from '../../export/csv.ts';
import { toJsonLine } from '../../export/json.ts';
import { textTable } from '../../export/text-table.ts';
import { bomOptions, csvBeginning } from '../bom-option.ts';
import { type CliCommand, CliOption, choice, EXIT, formatOption, UsageError, wholeNumber } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { type Io, write } from '../io.ts';

const COLUMNS = [
  ...(['agency', 'region_code', 'year', 'rule', 'severity', 'cells', 'labels_zh', 'labels_en'] as const),
  ...(['message_zh', 'message_en', 'observed', 'expected', 'off_by'] as const),
  ...(['review', 'review_note', 'fingerprint', 'title', 'place'] as const),
] satisfies readonly (keyof Anomaly)[];

const pick = (anomaly: Anomaly) => Object.fromEntries(COLUMNS.map((column) => [column, anomaly[column]]));

/** Places on the screen; the whole message is in the other formats. */
const LONGEST_MESSAGE = 300;

interface TableColumn {
  readonly heading: Message;
  /** Shown also where there is nothing in it. */
  readonly always: boolean;
  readonly cell: (anomaly: Anomaly, language: Language) => string | number | null;
}

const TABLE: readonly TableColumn[] = [
  { heading: { zh: '编号', en: 'flag' }, always: true, cell: ({ fingerprint }) => fingerprint.slice(0, 8) },
  { heading: { zh: '机关', en: 'agency' }, always: true, cell: ({ agency }) => agency ?? '?' },
  { heading: { zh: '年度', en: 'year' }, always: true, cell: ({ year }) => year },
  {
    heading: { zh: '程度', en: 'severity' },
    always: true,
    cell: ({ severity }, language) => SEVERITY_NAMES[severity][language],
  },
  { heading: { zh: '规则', en: 'rule' }, always: true, cell: ({ rule }) => rule },
  {
    heading: { zh: '复核', en: 'review' },
    always: false,
    cell: ({ review }, language) => (review === 'open' ? '' : REVIEW_NAMES[review][language]),
  },
  {
    heading: { zh: '发现', en: 'what was found' },
    always: true,
    cell: (anomaly, language) => anomaly[`message_${language}`],
  },
];

const WRITERS = {
  *table(found: readonly Anomaly[], language: Language) {
    const shown = TABLE.filter(({ always, cell }) => always || found.some((anomaly) => cell(anomaly, language) !== ''));
    const rows = found.map((anomaly) => shown.map(({ cell }) => cell(anomaly, language)));
    const headings = shown.map(({ heading }) => heading[language]);
    if (rows.length > 0) yield `${textTable(headings, rows, { limit: LONGEST_MESSAGE })}\n`;
    yield `${countLine(found)[language]}\n`;
  },
  *csv(found: readonly Anomaly[], _: Language, beginning: string) {
    yield `${beginning}${csvLine(COLUMNS)}`;
    for (const anomaly of found) yield csvLine(COLUMNS.map((column) => anomaly[column]));
  },
  *json(found: readonly Anomaly[]) {
    for (const [index, anomaly] of found.entries()) {
      const cells: unknown = JSON.parse(anomaly.cells);
      yield `${index === 0 ? '[\n' : ',\n'}${toJsonLine({ ...pick(anomaly), cells })}`;
    }
    yield found.length === 0 ? '[]\n' : '\n]\n';
  },
} satisfies Record<string, (found: readonly Anomaly[], language: Language, beginning: string) => Iterable<string>>;

function countLine(found: readonly Anomaly[]): Message {
  const [errors, warnings, info] = SEVERITIES.map(
    (severity) => found.filter((anomaly) => anomaly.severity === severity).length,
  );
  return {
    zh: `共 ${found.length} 条：${SEVERITY_NAMES.error.zh} ${errors}，${SEVERITY_NAMES.warning.zh} ${warnings}，${SEVERITY_NAMES.info.zh} ${info}`,
    en: `${found.length} found: ${errors} error, ${warnings} warning, ${info} info`,
  };
}

/** Commander leaves out what was not given, and the filters take nothing but what is set. */
function filtersOf(options: Readonly<Record<string, unknown>>): AnomalyFilters {
  const names = ['agency', 'region', 'year', 'rule', 'severity', 'review'] as const;
  const filters = Object.fromEntries(
    names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  if (filters.rule === undefined) return filters;
  const rule = anyRuleOf(String(filters.rule));
  if (!rule)
    throw new UsageError({
      zh: `没有核查规则 ${String(filters.rule)}；\`lanting rules\` 列出全部`,
      en: `there is no audit rule ${String(filters.rule)}; \`lanting rules\` lists them all`,
    });
  return { ...filters, rule: rule.code };
}

function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

type AuditFormat = keyof typeof WRITERS;

async function listAnomalies(path: string, filters: AnomalyFilters): Promise<Anomaly[]> {
  const corpus = await openReadOnly(path);
  try {
    return await findAnomalies(corpus, filters);
  } finally {
    await corpus.destroy();
  }
}

async function printAnomalies(
  found: readonly Anomaly[],
  format: AuditFormat,
  language: Language,
  beginning: string,
  io: Io,
): Promise<void> {
  for (const text of WRITERS[format](found, language, beginning)) await write(io, text);
}

/** Reports in the order of their gravest flag, each with its tables. */
async function writeWorkbook(path: string, found: readonly Anomaly[], language: Language, io: Io): Promise<void> {
  if (io.stdout.isTTY)
    throw new UsageError({
      zh: '工作簿不能显示在终端上；请存入文件：--format xlsx > audit.xlsx',
      en: 'a workbook is no text for a terminal; send it to a file: --format xlsx > audit.xlsx',
    });
  const excel = await openExcel();
  if (!excel)
    throw new UsageError({
      zh: '写工作簿的组件 exceljs 未安装；请运行 npm install exceljs，或用 --format csv',
      en: 'exceljs, which writes workbooks, is not installed; run npm install exceljs, or use --format csv',
    });
  const corpus = await openReadOnly(path);
  try {
    const byVersion = new Map<number, Anomaly[]>();
    for (const anomaly of found) {
      const flags = byVersion.get(anomaly.version_id);
      if (flags) flags.push(anomaly);
      else byVersion.set(anomaly.version_id, [anomaly]);
    }
    const tables = new Map((await reportTables(corpus, [...byVersion.keys()])).map((one) => [one.versionId, one]));
    const reports = [...byVersion].flatMap(([id, flags]): SheetReport[] => {
      const [first] = flags;
      const table = tables.get(id);
      if (!first || !table) return [];
      const { agency, year, title, place } = first;
      return [{ ...table, agency, year, title, place, flags: flags.map((flag) => sheetFlag(flag, language)) }];
    });
    await write(io, await auditWorkbook(excel, reports, language));
  } finally {
    await corpus.destroy();
  }
}

const sheetFlag = (anomaly: Anomaly, language: Language): SheetFlag => ({
  ...{ rule: anomaly.rule, severity: anomaly.severity, cells: JSON.parse(anomaly.cells), review: anomaly.review },
  ...{ message: anomaly[`message_${language}`], observed: anomaly.observed, expected: anomaly.expected },
});

export const audit: CliCommand = {
  details: {
    zh: '列出语料库中各报告的异常，严重的在前：合计不符、数值不可能、章节缺失、发布逾期等。给出多个筛选条件时须同时满足。程序对自身读取的存疑不是报告的异常，见语料库的 doubt 表。',
    en:
      'Lists the anomalies of the reports in the corpus, the gravest first: sums that do not add up, values that cannot be, ' +
      'sections that lack, late publication. All filters that are given must hold. What the program doubts of its own ' +
      'reading is no anomaly of the report: it stands in the table doubt of the corpus.',
  },
  examples: [
    'lanting audit --severity error',
    'lanting audit --agency 兰亭 --year 2020 --lang zh',
    'lanting audit --format csv > anomalies.csv',
    'lanting audit --region 33 --severity error --format xlsx > zhejiang.xlsx',
    'lanting audit --rule T3-BALANCE --fail-on error',
  ],
  options: [
    corpusOption(),
    new CliOption('--agency <text>', { zh: '机关名称或其中一部分', en: "part of the agency's name" }),
    new CliOption('--region <code>', {
      zh: '行政区划代码的开头（33 为浙江省）',
      en: 'the beginning of the region code (33 is 浙江省)',
    }),
    wholeNumber('--year <year>', { zh: '报告年度', en: 'the year reported on' }, 1),
    new CliOption('--rule <code>', {
      zh: '某一条规则（`lanting rules` 所列）',
      en: 'one rule of those that `lanting rules` lists',
    }),
    choice('--severity <severity>', { zh: '某一程度', en: 'this severity alone' }, SEVERITIES),
    choice('--review <state>', { zh: '人工复核的结果', en: 'what a person decided about it' }, [
      'open',
      'confirmed',
      'dismissed',
      'switched_off',
    ]),
    formatOption(
      {
        zh: '供阅读、供程序，或供电子表格（xlsx：按原表排列，错格着色）',
        en: 'for reading, for programs, or for spreadsheets (xlsx: the tables as printed, wrong cells coloured)',
      },
      [...['table', 'json', 'csv', 'xlsx']],
    ),
    choice(
      '--fail-on <severity>',
      {
        zh: '列出的异常中有达到此程度或更严重且未被驳回者，以退出码 4 结束',
        en: 'end with exit code 4 where one as grave as this, or graver, is listed that nobody has dismissed',
      },
      SEVERITIES,
    ),
    ...bomOptions(),
  ],
  async run(_, options, io) {
    const found = await listAnomalies(corpusPath(options.db, io), filtersOf(options));
    const { language } = io;
    if (options.format === 'xlsx') await writeWorkbook(corpusPath(options.db, io), found, language, io);
    else await printAnomalies(found, options.format as AuditFormat, language, csvBeginning(options.bom, language), io);
    const least = options.failOn as Severity | undefined;
    const grave = found.some(({ severity, review }) => least && review !== 'dismissed' && isAtLeast(severity, least));
    return grave ? EXIT.found : EXIT.done;
  },
};
