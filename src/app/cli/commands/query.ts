import { openReadOnly } from '../../../../db/connect.ts';
import { type QueryStream, streamReadOnly } from '../../../../db/queries/run-read-only.ts';
import type { SqlValue } from '../../../../db/sqlite/connection.ts';
import { cellText, csvLine } from '../../export/csv.ts';
import { toJsonLine } from '../../export/json.ts';
import { textTable } from '../../export/text-table.ts';
import { bomOptions, csvBeginning } from '../bom-option.ts';
import { type CliCommand, CliOption, EXIT, formatOption, wholeNumber } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { complain, type Io, write } from '../io.ts';
import { queryText } from '../query-text.ts';

/** A table is drawn when all its rows are there; more than this and it is of no use to look at. */
const TABLE_ROWS = 1_000;
/** Seconds a query may take unless it is given more. */
const TIME_LIMIT = 60;

const WRITERS = {
  async table({ columns, rows }: QueryStream, io: Io) {
    const shown: (readonly SqlValue[])[] = [];
    let more = false;
    for await (const row of rows) {
      more = shown.length === TABLE_ROWS;
      if (more) break;
      shown.push(row);
    }
    await write(io, textTable(columns, shown));
    if (more)
      complain(io, {
        zh: `只显示前 ${TABLE_ROWS} 行；--format csv 或 json 输出全部`,
        en: `only the first ${TABLE_ROWS} rows are shown; --format csv or json writes them all`,
      });
  },
  async csv({ columns, rows }: QueryStream, io: Io, beginning: string) {
    await write(io, `${beginning}${csvLine(columns)}`);
    for await (const row of rows) await write(io, csvLine(row));
  },
  async json({ columns, rows }: QueryStream, io: Io) {
    let count = 0;
    for await (const row of rows) {
      const record = Object.fromEntries(columns.map((column, index) => [column, jsonValue(row[index] ?? null)]));
      await write(io, `${count === 0 ? '[\n' : ',\n'}${toJsonLine(record)}`);
      count += 1;
    }
    await write(io, count === 0 ? '[]\n' : '\n]\n');
  },
} satisfies Record<string, (result: QueryStream, io: Io, beginning: string) => Promise<void>>;

const jsonValue = (value: SqlValue) => (value instanceof Uint8Array ? cellText(value) : value);

type QueryFormat = keyof typeof WRITERS;

/** Runs one reading statement over the corpus in a file and prints what it yields; CSV after `beginning`. */
export async function printQuery(
  path: string,
  sql: string,
  format: QueryFormat,
  io: Io,
  { seconds = TIME_LIMIT, beginning = '' }: { readonly seconds?: number; readonly beginning?: string } = {},
): Promise<void> {
  const corpus = await openReadOnly(path);
  try {
    await streamReadOnly(corpus, sql, (result) => WRITERS[format](result, io, beginning), {
      timeoutMs: seconds * 1_000,
    });
  } finally {
    await corpus.destroy();
  }
}

export const query: CliCommand = {
  details: {
    zh: '在语料库上运行一条 SQL 查询（SQLite）。只能读取，凡会写入的语句一律拒绝。可从这些视图看起：panel（一个机关一年一行，每项数字一列）、figures_long（一项数字一行，附名称）、anomalies（核查所得的异常）。字节以十六进制数字显示。SQL 也可来自文件（--file）或标准输入（-）。退出码 6：因时限或所得的值过大而中止。',
    en:
      'Runs one SQL query (SQLite) over the corpus. It can only read: whatever would write is refused. ' +
      'The views to begin with: panel (one row per agency and year, one column per figure), figures_long (one row per ' +
      'figure with its labels), anomalies (what the audit found). Bytes are shown as hexadecimal digits. ' +
      'The SQL may also come from a file (--file) or from standard input (-). Exit code 6: stopped by its time limit, or because ' +
      'it makes too large a value.',
  },
  examples: [
    'lanting query "SELECT agency, year, requests__received__total FROM panel ORDER BY 3 DESC LIMIT 10"',
    'lanting query "SELECT * FROM figures_long WHERE status = \'blank\'" --format csv > blanks.csv',
    'lanting query "SELECT name, sql FROM sqlite_schema"',
    'lanting query --file late.sql --format csv --bom > late.csv',
    'lanting query - < late.sql',
  ],
  options: [
    corpusOption(),
    new CliOption('--file <file>', { zh: '写有 SQL 的文件', en: 'a file with the SQL' }),
    formatOption({ zh: '供阅读、供电子表格，或供程序', en: 'for reading, for spreadsheets, or for programs' }, [
      'table',
      'csv',
      'json',
    ]),
    ...bomOptions(),
    wholeNumber('--time-limit <seconds>', { zh: '查询最多可用的秒数', en: 'how long the query may take' }, 1).default(
      TIME_LIMIT,
    ),
  ],
  async run([given], { db, file, format, bom, timeLimit }, io) {
    const sql = await queryText(given, file, io);
    const beginning = csvBeginning(bom, io.language);
    await printQuery(corpusPath(db, io), sql, format as QueryFormat, io, { seconds: Number(timeLimit), beginning });
    return EXIT.done;
  },
};
