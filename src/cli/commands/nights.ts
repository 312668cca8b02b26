import { openReadOnly } from '../../../db/connect.ts';
import { type PastRun, pastRuns } from '../../../db/queries/past-runs.ts';
import { type CellValue, csvLine } from '../../export/csv.ts';
import { toJsonLine } from '../../export/json.ts';
import { textTable } from '../../export/text-table.ts';
import type { NightSummary } from '../../pipeline/crawl/night-summary.ts';
import { type CliCommand, EXIT, formatOption, wholeNumber } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { write } from '../io.ts';
import { type Language, languageOf, languageOption } from '../language.ts';
import { localTime } from '../log.ts';
import { needsText } from '../night-text.ts';

/** Nights that are shown unless told otherwise. */
const USUAL = 30;

interface Column {
  readonly headings: Readonly<Record<Language, string>>;
  readonly value: (run: PastRun, summary: NightSummary | null, language: Language) => CellValue;
}

const OUTCOMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    done: 'done',
    stopped: 'stopped',
    time: 'time was up',
    disk: 'archive budget',
    room: 'disk short',
    fault: 'broke off',
    killed: 'killed',
    running: 'not ended',
  },
  zh: {
    done: '完成',
    stopped: '被停止',
    time: '时间用完',
    disk: '归档增量达上限',
    room: '磁盘空间不足',
    fault: '中断',
    killed: '被强行终止',
    running: '未结束',
  },
};

const minutesOf = ({ startedAt, finishedAt }: PastRun): number | null =>
  finishedAt === null ? null : Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 60_000);

const COLUMNS: readonly Column[] = [
  { headings: { en: 'night', zh: '序号' }, value: ({ id }) => id },
  { headings: { en: 'began', zh: '开始' }, value: ({ startedAt }) => localTime(Date.parse(startedAt)) },
  { headings: { en: 'minutes', zh: '分钟' }, value: minutesOf },
  {
    headings: { en: 'outcome', zh: '结果' },
    value: ({ outcome }, _, language) => OUTCOMES[language][outcome ?? 'running'] ?? outcome,
  },
  { headings: { en: 'hosts', zh: '主机' }, value: (_, summary) => summary?.counts.hosts },
  { headings: { en: 'requests', zh: '请求' }, value: (_, summary) => summary?.counts.requests },
  {
    headings: { en: 'MB', zh: 'MB' },
    value: (_, summary) => summary && Number((summary.counts.bytes / 1e6).toFixed(1)),
  },
  { headings: { en: 'new', zh: '新报告' }, value: (_, summary) => summary?.new.length },
  { headings: { en: 'changed', zh: '有改动' }, value: (_, summary) => summary?.changed.length },
  { headings: { en: 'late', zh: '未发布' }, value: (_, summary) => summary?.late.length },
  {
    headings: { en: 'needs a person', zh: '须人工处理' },
    value: (_, summary, language) => summary && needsText(summary, language),
  },
];

const rowOf = (run: PastRun, language: Language): CellValue[] =>
  COLUMNS.map(({ value }) => value(run, run.summary as NightSummary | null, language));

const WRITERS = {
  table: (runs: readonly PastRun[], language: Language) =>
    textTable(
      COLUMNS.map(({ headings }) => headings[language]),
      runs.map((run) => rowOf(run, language)),
      { limit: 120 },
    ),
  csv: (runs: readonly PastRun[], language: Language) =>
    [COLUMNS.map(({ headings }) => headings[language]), ...runs.map((run) => rowOf(run, language))]
      .map(csvLine)
      .join(''),
  json: (runs: readonly PastRun[]) => `[\n${runs.map(toJsonLine).join(',\n')}\n]\n`,
};

export const nights: CliCommand = {
  usage: 'nights',
  summary: 'the history of runs, with their figures',
  details:
    'Lists the runs of crawl, nightly and schedule that this corpus has seen, the newest first: when, how long, how they ' +
    'ended, what they brought and what needs a person. --format json has the whole summary of each.',
  examples: ['lanting nights --db reports.db', 'lanting nights --last 1 --format json'],
  options: [
    corpusOption(),
    wholeNumber('--last <count>', 'so many of them', 1).default(USUAL),
    formatOption('for reading, for spreadsheets, or for programs', ['table', 'csv', 'json']),
    languageOption(),
  ],
  async run(_, { db, last, format, lang }, io) {
    const corpus = await openReadOnly(corpusPath(db, io));
    try {
      const runs = await pastRuns(corpus, Number(last));
      await write(io, WRITERS[format as keyof typeof WRITERS](runs, languageOf(lang, io)));
    } finally {
      await corpus.destroy();
    }
    return EXIT.done;
  },
};
