import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { openCorpus } from '../../../db/connect.ts';
import { type CorpusCounts, corpusCounts } from '../../../db/queries/corpus-counts.ts';
import { findInputs } from '../../pipeline/find-inputs.ts';
import { type IngestSummary, ingestResults } from '../../pipeline/ingest.ts';
import { extractAll } from '../../pipeline/worker-pool.ts';
import { type CliCommand, EXIT } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { complainOf, type Io, write } from '../io.ts';
import { languageOf, languageOption } from '../language.ts';
import { packageRoot, packageVersion } from '../package.ts';
import { listAnomalies, printAnomalies } from './audit.ts';
import { printQuery } from './query.ts';

/** The report that the tour looks at closely. */
const SHOWN = { agency: '兰亭街道', year: 2020 };

const QUESTION = `SELECT agency, year, edition, requests__received__total AS received, requests__total__total AS handled,
       flags_error AS errors, flags_warning AS warnings, doubts_error + doubts_warning AS doubts
FROM panel ORDER BY agency, year`;

export const demo: CliCommand = {
  usage: 'demo',
  summary: 'do the whole job on the bundled samples, and show it',
  details:
    'Reads the bundled sample reports, stores them in a corpus of its own, audits them, and shows what was found. ' +
    'The corpus is a new temporary file, or the one that --db names.',
  examples: ['lanting demo', 'lanting demo --db demo.db --lang zh'],
  options: [corpusOption(), languageOption()],
  async run(_, { db, lang }, io) {
    const path =
      typeof db === 'string' ? corpusPath(db, io) : join(mkdtempSync(join(tmpdir(), 'lanting-demo-')), 'lanting.db');
    const { summary, counts } = await store(samplePaths(), path, io);

    await write(io, `${INTRODUCTION}\n\n1. Reading and storing\n\n${storedText(summary, counts)}\n`);
    for (const failure of summary.failed) complainOf(io, failure.path, failure);

    await write(io, `\n2. The audit, on ${SHOWN.agency} ${SHOWN.year}\n\n`);
    await printAnomalies(await listAnomalies(path, SHOWN), 'table', languageOf(lang, io), io);

    await write(io, `\n3. A question in SQL\n\n${QUESTION}\n\n`);
    await printQuery(path, QUESTION, 'table', io);

    await write(io, `\n${nextText(relativeTo(io, path), relativeTo(io, join(packageRoot(), 'samples')))}`);
    return summary.failed.length > 0 ? EXIT.someFailed : EXIT.done;
  },
};

const INTRODUCTION =
  'Lanting reads annual reports on government information disclosure (政府信息公开工作年度报告), checks their figures\n' +
  'and keeps them in a SQLite corpus. This is the whole job on the samples that come with it.';

/** Every sample is a folder with its document in `source.*`. */
function samplePaths(): readonly string[] {
  const folder = join(packageRoot(), 'samples');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .flatMap((sample) =>
      readdirSync(sample).flatMap((name) => (name.startsWith('source.') ? [join(sample, name)] : [])),
    )
    .sort();
}

async function store(
  paths: readonly string[],
  path: string,
  io: Io,
): Promise<{ summary: IngestSummary; counts: CorpusCounts }> {
  const corpus = await openCorpus(path);
  try {
    const results = extractAll(findInputs(paths, io));
    const summary = await ingestResults(corpus, results, { program: packageVersion() });
    return { summary, counts: await corpusCounts(corpus) };
  } finally {
    await corpus.destroy();
  }
}

function storedText(summary: IngestSummary, { agencies, reports, versions, flags, doubts }: CorpusCounts): string {
  const documents = summary.new + summary.changed + summary.unchanged + summary.reread;
  const others = [
    ...(summary.notReports > 0 ? [`${summary.notReports} that are no reports of this kind`] : []),
    ...(summary.failed.length > 0 ? [`${summary.failed.length} that could not be read`] : []),
  ];
  return [
    `${documents} report documents read${others.length > 0 ? `, and ${others.join(' and ')}` : ''}.`,
    `The corpus holds ${versions} versions of ${reports} reports of ${agencies} public bodies.`,
    `Anomalies of the reports: ${flags.error} errors, ${flags.warning} warnings, ${flags.info} for information.`,
    `Doubts about the reading: ${doubts.error} errors, ${doubts.warning} warnings, ${doubts.info} for information.`,
  ].join('\n');
}

const relativeTo = ({ cwd }: Io, path: string): string => {
  const short = relative(cwd, path);
  return short.startsWith('..') ? path : short;
};

const nextText = (corpus: string, samples: string): string => `The corpus is in ${corpus}. To go on:

  npx lanting audit --db ${corpus} --severity error
  npx lanting extract ${join(samples, 'lanting-2020', 'source.html')} --format table
  npx lanting rules T3-BALANCE
  npx lanting ingest YOUR-REPORTS/ --db reports.db
`;
