import { openReadOnly } from '../../../../db/connect.ts';
import { type PastRun, pastRuns } from '../../../../db/queries/past-runs.ts';
import { both } from '../../../model/messages/both.ts';
import { tell } from '../../../model/messages/tell.ts';
import type { Language, Message } from '../../../model/report.ts';
import { type CellValue, csvLine } from '../../export/csv.ts';
import { toJsonLine } from '../../export/json.ts';
import { textTable } from '../../export/text-table.ts';
import type { NightSummary } from '../../pipeline/crawl/night-summary.ts';
import { type CliCommand, EXIT, formatOption, wholeNumber } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { write } from '../io.ts';
import { localTime } from '../log.ts';
import { needsText } from '../night-text.ts';

/** Nights that are shown unless told otherwise. */
const USUAL = 30;

interface Column {
  readonly heading: Message;
  readonly value: (run: PastRun, summary: NightSummary | null, language: Language) => CellValue;
}

const OUTCOMES: Readonly<Record<string, Message>> = {
  done: { zh: '完成', en: 'done' },
  stopped: { zh: '被停止', en: 'stopped' },
  time: { zh: '时间用完', en: 'time was up' },
  disk: { zh: '归档增量达上限', en: 'archive budget' },
  room: { zh: '磁盘空间不足', en: 'disk short' },
  fault: { zh: '中断', en: 'broke off' },
  killed: { zh: '被强行终止', en: 'killed' },
  running: { zh: '未结束', en: 'not ended' },
};

const minutesOf = ({ startedAt, finishedAt }: PastRun): number | null =>
  finishedAt === null ? null : Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 60_000);

const COLUMNS: readonly Column[] = [
  { heading: { zh: '序号', en: 'night' }, value: ({ id }) => id },
  { heading: { zh: '开始', en: 'began' }, value: ({ startedAt }) => localTime(Date.parse(startedAt)) },
  { heading: { zh: '分钟', en: 'minutes' }, value: minutesOf },
  {
    heading: { zh: '结果', en: 'outcome' },
    value: ({ outcome }, _, language) => OUTCOMES[outcome ?? 'running']?.[language] ?? outcome,
  },
  { heading: { zh: '主机', en: 'hosts' }, value: (_, summary) => summary?.counts.hosts },
  { heading: { zh: '请求', en: 'requests' }, value: (_, summary) => summary?.counts.requests },
  {
    heading: both('MB'),
    value: (_, summary) => summary && Number((summary.counts.bytes / 1e6).toFixed(1)),
  },
  { heading: { zh: '新报告', en: 'new' }, value: (_, summary) => summary?.new.length },
  { heading: { zh: '有改动', en: 'changed' }, value: (_, summary) => summary?.changed.length },
  { heading: { zh: '未发布', en: 'late' }, value: (_, summary) => summary?.late.length },
  {
    heading: { zh: '须人工处理', en: 'needs a person' },
    value: (_, summary, language) => summary && needsText(summary, language),
  },
];

const rowOf = (run: PastRun, language: Language): CellValue[] =>
  COLUMNS.map(({ value }) => value(run, run.summary as NightSummary | null, language));

const WRITERS = {
  table: (runs: readonly PastRun[], language: Language) =>
    textTable(
      COLUMNS.map(({ heading }) => heading[language]),
      runs.map((run) => rowOf(run, language)),
      { limit: 120 },
    ),
  csv: (runs: readonly PastRun[], language: Language) =>
    [COLUMNS.map(({ heading }) => heading[language]), ...runs.map((run) => rowOf(run, language))].map(csvLine).join(''),
  json: (runs: readonly PastRun[], language: Language) =>
    `[\n${runs.map((run) => toJsonLine(tell(run, language))).join(',\n')}\n]\n`,
};

export const nights: CliCommand = {
  details: {
    zh: '列出此语料库上 crawl、nightly 和 schedule 的历次运行，最近的在前：何时开始、用时多久、如何结束、所得内容，以及须人工处理之处。--format json 给出每次的完整小结。',
    en:
      'Lists the runs of crawl, nightly and schedule that this corpus has seen, the newest first: when, how long, how they ' +
      'ended, what they brought and what needs a person. --format json has the whole summary of each.',
  },
  examples: ['lanting nights --db reports.db', 'lanting nights --last 1 --format json'],
  options: [
    corpusOption(),
    wholeNumber('--last <count>', { zh: '列出最近若干次', en: 'so many of them' }, 1).default(USUAL),
    formatOption({ zh: '供阅读、供电子表格，或供程序', en: 'for reading, for spreadsheets, or for programs' }, [
      'table',
      'csv',
      'json',
    ]),
  ],
  async run(_, { db, last, format }, io) {
    const corpus = await openReadOnly(corpusPath(db, io));
    try {
      const runs = await pastRuns(corpus, Number(last));
      await write(io, WRITERS[format as keyof typeof WRITERS](runs, io.language));
    } finally {
      await corpus.destroy();
    }
    return EXIT.done;
  },
};
