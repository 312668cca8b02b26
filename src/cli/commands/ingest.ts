import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { openCorpus } from '../../../db/connect.ts';
import type { SiteMarks } from '../../bodies/body-place.ts';
import { toJsonLine } from '../../export/json.ts';
import { auditCorpus } from '../../pipeline/audit-corpus.ts';
import { findInputs, STANDARD_INPUT } from '../../pipeline/find-inputs.ts';
import { type IngestSummary, ingestResults } from '../../pipeline/ingest.ts';
import { extractAll } from '../../pipeline/worker-pool.ts';
import { type CliCommand, EXIT, formatOption } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { documentPaths } from '../document-paths.ts';
import { complainOf, fromHere, write } from '../io.ts';
import { ocrMode, ocrOption } from '../ocr-option.ts';
import { packageVersion } from '../package.ts';
import { openProgress, progressOption } from '../progress.ts';

const COUNTS: readonly (readonly [Exclude<keyof IngestSummary, 'failed'>, string])[] = [
  ['new', 'new reports'],
  ['changed', 'new versions of known reports'],
  ['unchanged', 'known already'],
  ['reread', 'read anew'],
  ['notReports', 'no reports of this kind'],
];

function regionCode(value: string): string {
  if (!/^\d{2,12}$/.test(value)) throw new InvalidArgumentError('It must be 2 to 12 digits.');
  return value;
}

function summaryText(summary: IngestSummary, path: string): string {
  const counts = COUNTS.flatMap(([name, words]) => (summary[name] > 0 ? [`${summary[name]} ${words}`] : []));
  const failed = summary.failed.length > 0 ? [`${summary.failed.length} failed`] : [];
  return `${path}: ${[...counts, ...failed].join(', ') || 'nothing to read'}\n`;
}

export const ingest: CliCommand = {
  usage: 'ingest <path...>',
  summary: 'read documents and store them in the corpus',
  details:
    'Reads documents as `lanting extract` does and stores what they say in the corpus, a SQLite file that is made where ' +
    'there is none. The same bytes twice change nothing; other bytes for a known report make a new version of it, and no ' +
    'version is ever lost. Archives (WARC, ZIP) give each of their documents. A document that fails is named and ' +
    'leaves nothing behind; the rest goes on. Reports are then compared with what the corpus holds beside them: other years, other bodies, other addresses.',
  examples: [
    'lanting ingest downloads/',
    'lanting ingest downloads/zhejiang --region 33 --db reports.db',
    'lanting ingest reports-archive/lanting-20261123013000-00001.warc.gz',
    'lanting ingest downloads/ --reread',
  ],
  options: [
    corpusOption(),
    new Option('--region <code>', 'region code of all these documents (GB/T 2260: 330603 is 绍兴市柯桥区)').argParser(
      regionCode,
    ),
    new Option('--reread', 'read known documents anew, whatever program read them before'),
    ocrOption(),
    formatOption('the counts, for reading or for programs', ['table', 'json']),
    progressOption(),
  ],
  async run([given], { db, region, reread, ocr, format, progress: asked }, io) {
    // A corpus outlives the working folder, so it keeps whole paths.
    const paths = documentPaths(given).map((path) => (path === STANDARD_INPUT ? path : resolve(io.cwd, path)));
    const path = corpusPath(db, io);
    const progress = openProgress(io, asked);
    const sites = new Map<string, SiteMarks>();
    const onSite = (sha256: string, site: SiteMarks) => sites.set(sha256, site);
    const results = extractAll(findInputs(paths, io), { ocr: ocrMode(ocr), onSite });
    const corpus = await openCorpus(path);
    let summary: IngestSummary;
    try {
      summary = await ingestResults(corpus, progress.over(results), {
        program: packageVersion(),
        reread: reread === true,
        sites,
        ...(typeof region === 'string' ? { regionCode: region } : {}),
      });
      await auditCorpus(corpus, { program: packageVersion() });
    } finally {
      progress.clear();
      await corpus.destroy();
    }
    for (const failure of summary.failed) complainOf(io, failure.path, failure);
    await write(io, format === 'json' ? `${toJsonLine(summary)}\n` : summaryText(summary, fromHere(io, path)));
    return summary.failed.length > 0 ? EXIT.someFailed : EXIT.done;
  },
};
