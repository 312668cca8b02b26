import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { textTable } from '../../src/app/export/text-table.ts';
import { measureAudit } from './audit.ts';
import { crawlInWords, measureCrawl } from './crawl.ts';
import { layOutDocuments, layOutPortalPages } from './documents.ts';
import { measureDuplicates } from './duplicates.ts';
import { layOutPdfs } from './formats.ts';
import { measureFrontier } from './frontier.ts';
import type { Measurement } from './measure.ts';
import { scannedTablePages } from './recognition.ts';
import { measureRepair } from './repair.ts';

/**
 * How fast the program is, as ratios to what a bare library needs for the same pages (parse5, pdf.js, recognition):
 * `npm run bench`.
 * Rounds of all measurements follow one another, each in its own process, and medians are shown, so that a machine that
 * slows down for a while slows all of them.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    documents: { type: 'string' },
    memory: { type: 'string', default: '10000' },
    pdfs: { type: 'string', default: '500' },
    scans: { type: 'string', default: '4' },
    /** The crawl alone. */
    crawl: { type: 'boolean', default: false },
    /** The audit alone. */
    audit: { type: 'boolean', default: false },
    narratives: { type: 'string', default: '100000' },
  },
});

const PAGES = 200;
const PDFS = 20;

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lanting-bench-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Audit beside extraction, repairs of slips, and near-duplicates. */
async function measureAudits() {
  const pagesFolder = newFolder();
  layOutDocuments(pagesFolder, PAGES, options.documents ?? null);
  const html = readdirSync(pagesFolder).map((path) => ({ path, bytes: readFileSync(join(pagesFolder, path)) }));
  return {
    audit: measureAudit(html, Number(options.seconds)),
    repair: measureRepair(),
    duplicates: await measureDuplicates(Number(options.narratives)),
  };
}

if (options.audit) {
  const { audit, repair, duplicates } = await measureAudits();
  process.stdout.write(
    `Audit of a report: ${audit.ratio.toFixed(2)} of its extraction.\n` +
      `Repair of a table with slips: ${repair.median.toFixed(2)} ms as a rule, 99 of 100 within ${repair.percentile99.toFixed(1)} ms.\n` +
      `Near-duplicates among ${duplicates.narratives} narratives: ${duplicates.seconds.toFixed(0)} s, ${duplicates.megabytes.toFixed(0)} MB, ` +
      `${(duplicates.recall * 100).toFixed(1)} % of the planted pairs found, ${(duplicates.falseShare * 100).toFixed(1)} % false.\n`,
  );
  process.exit();
}

if (options.crawl) {
  const measured = { crawl: await measureCrawl(), queue: await measureFrontier() };
  process.stdout.write(
    options.json ? `${JSON.stringify(measured, null, 2)}\n` : crawlInWords(measured.crawl, measured.queue),
  );
  process.exit();
}

const MEASURE = fileURLToPath(new URL('./measure.js', import.meta.url));
const SPEED_TASKS = ['parse5', 'extract', 'workers', 'ingest'] as const;

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
};
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function measure(task: string, folder: string, amount: string): Measurement {
  const text = execFileSync(process.execPath, [MEASURE, task, folder, amount], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(text) as Measurement;
}

const folder = newFolder();
const pages = layOutDocuments(folder, PAGES, options.documents ?? null);
if (pages === 0) throw new Error('there is no HTML page to measure with');

const rounds = Array.from({ length: Number(options.rounds) }, () =>
  Object.fromEntries(SPEED_TASKS.map((task) => [task, measure(task, folder, options.seconds)])),
);
const speed = SPEED_TASKS.map((task) => {
  const runs = rounds.flatMap((all) => all[task] ?? []);
  const rate = median(runs.map((run) => run.documents / run.seconds));
  const ratios = rounds.flatMap(({ [task]: run, parse5 }) =>
    run && parse5 ? [run.seconds / run.documents / (parse5.seconds / parse5.documents)] : [],
  );
  return {
    task,
    documentsPerSecond: round(rate, 1),
    megabytesPerSecond: round(median(runs.map((run) => run.bytes / run.seconds)) / 1e6, 2),
    timesParse5: round(median(ratios), 2),
  };
});

/** How many times the bare parse, page by page, for the pages as they are and in the page of a portal. */
function besideParse5(pagesFolder: string): { kilobytes: number; timesParse5: number } {
  const runs = Array.from({ length: Number(options.rounds) }, () => measure('beside', pagesFolder, options.seconds));
  return {
    kilobytes: round(median(runs.map((one) => one.bytes / one.documents)) / 1_000, 0),
    timesParse5: round(median(runs.map((one) => one.seconds / (one.bareSeconds ?? Number.NaN))), 2),
  };
}
const portal = newFolder();
layOutPortalPages(portal, folder);
const beside = [besideParse5(folder), besideParse5(portal)];

/** Resident memory over a run: its level early on, when all is warm, and at the end. */
function memoryOf({ documents, resident = [] }: Measurement) {
  const fifth = Math.ceil(resident.length / 5);
  return {
    documents,
    peakMiB: round(Math.max(...resident), 0),
    earlyMiB: round(median(resident.slice(fifth, 2 * fifth)), 0),
    lateMiB: round(median(resident.slice(-fifth)), 0),
  };
}
const memory = memoryOf(measure('memory', folder, options.memory));

const pdfFolder = newFolder();
await layOutPdfs(pdfFolder, PDFS);
const pdfRuns = Array.from({ length: Number(options.rounds) }, () => measure('pdf', pdfFolder, options.seconds));
const pdf = {
  pagesPerSecond: round(median(pdfRuns.map((one) => (one.pages ?? 0) / one.seconds)), 1),
  timesPdfJs: round(median(pdfRuns.map((one) => one.seconds / (one.bareSeconds ?? Number.NaN))), 2),
  memory: memoryOf(measure('pdf-memory', pdfFolder, options.pdfs)),
};

const scanFolder = newFolder();
for (const [index, page] of (await scannedTablePages(Number(options.scans))).entries()) {
  writeFileSync(join(scanFolder, `${index}.jpg`), page);
}
const scans = measure('recognition', scanFolder, '1');
/** Null where the packages of recognition are not installed. */
const recognition = scans.documents
  ? {
      secondsPerPage: round(scans.seconds / scans.documents, 2),
      timesBareCall: round(scans.seconds / (scans.bareSeconds ?? Number.NaN), 2),
    }
  : null;

const crawl = await measureCrawl();
const queue = await measureFrontier();

const inWords = ({ documents, earlyMiB, lateMiB, peakMiB }: typeof memory, what: string): string =>
  `Memory over ${documents} ${what}: ${earlyMiB} MiB early on, ${lateMiB} MiB at the end, ${peakMiB} MiB at most.`;

const machine = { node: process.version, processor: cpus()[0]?.model ?? 'unknown', workers: availableParallelism() };
if (options.json) {
  process.stdout.write(
    `${JSON.stringify({ machine, pages, rounds: rounds.length, speed, beside, memory, pdf, recognition, crawl, queue }, null, 2)}\n`,
  );
} else {
  const words = {
    parse5: 'bare parse5 parse, one thread',
    extract: 'extract and audit, one thread',
    workers: `extract and audit, ${machine.workers} workers`,
    ingest: 'storing in the corpus',
  };
  const rows = speed.map((row) => [
    ...[words[row.task], row.documentsPerSecond, row.megabytesPerSecond, row.timesParse5],
  ]);
  process.stdout.write(
    `${pages} pages, medians of ${rounds.length} rounds, Node ${machine.node}, ${machine.processor}\n\n` +
      `${textTable(['', 'documents/s', 'MB/s', 'time / parse5'], rows)}\n` +
      beside
        .map((one) => `Page by page beside parse5, pages of ${one.kilobytes} KB: ${one.timesParse5} times its time.\n`)
        .join('') +
      `${inWords(memory, 'documents')}\n` +
      `PDF: ${pdf.pagesPerSecond} pages/s, ${pdf.timesPdfJs} times the bare text pass of pdf.js.\n` +
      `${inWords(pdf.memory, 'PDFs')}\n` +
      (recognition
        ? `Recognition: ${recognition.secondsPerPage} s a page, ${recognition.timesBareCall} times the bare whole-page call.\n`
        : 'Recognition is not installed.\n') +
      crawlInWords(crawl, queue),
  );
}
// Servers of the crawl's measurement may still be closing their connections.
process.exit();
