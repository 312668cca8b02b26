import { resolve } from 'node:path';
import { openCorpus } from '../../../../db/connect.ts';
import type { SiteMarks } from '../../../model/bodies/body-place.ts';
import { tell } from '../../../model/messages/tell.ts';
import type { Language, Message } from '../../../model/report.ts';
import { toJsonLine } from '../../export/json.ts';
import { auditCorpus } from '../../pipeline/audit-corpus.ts';
import { findInputs, STANDARD_INPUT } from '../../pipeline/find-inputs.ts';
import { type IngestSummary, ingestResults } from '../../pipeline/ingest.ts';
import { extractAll } from '../../pipeline/worker-pool.ts';
import { type CliCommand, CliOption, EXIT, formatOption, InvalidValue } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { documentPaths } from '../document-paths.ts';
import { complainOf, fromHere, write } from '../io.ts';
import { ocrMode, ocrOption } from '../ocr-option.ts';
import { packageVersion } from '../package.ts';
import { openProgress, progressOption } from '../progress.ts';

const COUNTS: readonly (readonly [Exclude<keyof IngestSummary, 'failed'>, Message])[] = [
  ['new', { zh: '新报告', en: 'new reports' }],
  ['changed', { zh: '已有报告的新版本', en: 'new versions of known reports' }],
  ['unchanged', { zh: '已在库中', en: 'known already' }],
  ['reread', { zh: '重新读取', en: 'read anew' }],
  ['notReports', { zh: '不是年度报告', en: 'no reports of this kind' }],
];

function regionCode(value: string): string {
  if (!/^\d{2,12}$/.test(value))
    throw new InvalidValue({ zh: '应为 2 至 12 位数字。', en: 'It must be 2 to 12 digits.' });
  return value;
}

function summaryText(summary: IngestSummary, path: string, language: Language): string {
  const counted = COUNTS.map(([name, words]) => [summary[name], words[language]] as const);
  const counts = [...counted, [summary.failed.length, language === 'zh' ? '失败' : 'failed'] as const].filter(
    ([count]) => count > 0,
  );
  if (language === 'zh')
    return `${path}：${counts.map(([n, words]) => `${words} ${n} 份`).join('，') || '没有可读的文件'}\n`;
  return `${path}: ${counts.map(([n, words]) => `${n} ${words}`).join(', ') || 'nothing to read'}\n`;
}

export const ingest: CliCommand = {
  details: {
    zh: '像 `lanting extract` 那样读取文件，并把内容存入语料库，即一个 SQLite 文件，没有时新建。同样的字节再次入库，什么也不改变；已知报告有了别的字节，则成为该报告的新版本，任何版本都不会丢失。存档和压缩包（WARC、ZIP）逐一给出其中的文件。失败的文件会列名，不留下任何内容，其余照常进行。入库后，各报告与语料库中已有的其他年度、其他机关、其他地址的报告相互比对。',
    en:
      'Reads documents as `lanting extract` does and stores what they say in the corpus, a SQLite file that is made where ' +
      'there is none. The same bytes twice change nothing; other bytes for a known report make a new version of it, and no ' +
      'version is ever lost. Archives (WARC, ZIP) give each of their documents. A document that fails is named and ' +
      'leaves nothing behind; the rest goes on. Reports are then compared with what the corpus holds beside them: other years, other bodies, other addresses.',
  },
  examples: [
    'lanting ingest downloads/',
    'lanting ingest downloads/zhejiang --region 33 --db reports.db',
    'lanting ingest reports-archive/lanting-20261123013000-00001.warc.gz',
    'lanting ingest downloads/ --reread',
  ],
  options: [
    corpusOption(),
    new CliOption('--region <code>', {
      zh: '所有这些文件的行政区划代码（GB/T 2260：330603 为绍兴市柯桥区）',
      en: 'region code of all these documents (GB/T 2260: 330603 is 绍兴市柯桥区)',
    }).argParser(regionCode),
    new CliOption('--reread', {
      zh: '已知的文件也重新读取，无论先前由哪个版本的程序读取',
      en: 'read known documents anew, whatever program read them before',
    }),
    ocrOption(),
    formatOption({ zh: '各项计数，供阅读或供程序', en: 'the counts, for reading or for programs' }, ['table', 'json']),
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
    const { language } = io;
    const json = () => `${toJsonLine(tell(summary, language))}\n`;
    await write(io, format === 'json' ? json() : summaryText(summary, fromHere(io, path), language));
    return summary.failed.length > 0 ? EXIT.someFailed : EXIT.done;
  },
};
