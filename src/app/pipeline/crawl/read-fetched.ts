import type { Exchange } from '../../../../crawlers/http/exchange.ts';
import type { Corpus } from '../../../../db/connect.ts';
import { markRead, type UnreadDocument, unread } from '../../../../db/frontier/fetch-log.ts';
import type { SiteMarks } from '../../../model/bodies/body-place.ts';
import { textOf } from '../../../model/messages/bilingual-error.ts';
import type { ExtractionResult } from '../../../model/report.ts';
import { adoptHead } from '../adopt-head.ts';
import { type IngestSummary, ingestResults } from '../ingest.ts';
import type { DocumentInput } from '../input.ts';
import type { WorkerPool } from '../worker-pool.ts';
import { joinParts } from './join-parts.ts';

/** Documents that are taken at once. */
const ROUND = 40;
/** How long to wait for more where there is nothing to read, ms. */
const IDLE = 500;

interface ReadFetchedOptions {
  readonly program: string;
  readonly pool: WorkerPool;
  /** What the pool's pages say of the sites they stand on, by SHA-256. */
  readonly sites: Map<string, SiteMarks>;
  /** The archived answer at a place of the archive. */
  readonly readRecord: (position: UnreadDocument['archive']) => Promise<Exchange>;
  /** Called after every round with the counts so far. */
  readonly onRound?: (summary: IngestSummary) => void;
}

/** The words around the link say it last: they may be those of a menu. */
const titlesOf = ({ title, parentTitle, agency, year }: UnreadDocument): (string | null)[] => [
  ...[title, parentTitle],
  agency === null ? null : `${agency}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`,
];

/** Members of an archive are named `address!/member`. */
const placeOf = ({ source }: ExtractionResult): string => source.path.split('!/')[0] ?? source.path;

async function* inputsOf(
  documents: readonly UnreadDocument[],
  { readRecord }: ReadFetchedOptions,
): AsyncGenerator<DocumentInput> {
  for (const { url, archive, parts, fetchedAt } of documents) {
    try {
      const first = (await readRecord(archive)).body;
      const others: Uint8Array[] = [];
      for (const part of parts) others.push((await readRecord(part)).body);
      const bytes = others.length === 0 ? first : joinParts([first, ...others]);
      yield { kind: 'bytes', path: url, bytes, fetchedAt };
    } catch (error) {
      const { zh, en } = textOf(error);
      const message = {
        zh: `无法从存档 ${archive.file} 的 ${archive.offset} 处读回其内容：${zh}`,
        en: `its bytes can't be read back from ${archive.file} at ${archive.offset}: ${en}`,
      };
      yield { kind: 'failed', path: url, code: 'NOT_READABLE', message };
    }
  }
}

async function readRound(corpus: Corpus, documents: readonly UnreadDocument[], options: ReadFetchedOptions) {
  const byUrl = new Map(documents.map((document) => [document.url, document]));
  /** Digests of what was read of articles over several pages. */
  const joined = new Map<number, string>();
  async function* adopted(): AsyncGenerator<ExtractionResult> {
    for await (const result of options.pool.extractAll(inputsOf(documents, options))) {
      const document = byUrl.get(placeOf(result));
      if (document && document.parts.length > 0 && 'sha256' in result.source)
        joined.set(document.fetchId, result.source.sha256);
      yield adoptHead(result, document ? titlesOf(document) : []);
    }
  }
  const summary = await ingestResults(corpus, adopted(), {
    program: options.program,
    sites: options.sites,
  });
  await markRead(
    corpus,
    documents.map(({ fetchId }) => ({ fetchId, sha256: joined.get(fetchId) ?? null })),
    new Date().toISOString(),
  );
  return summary;
}

/**
 * Reads what was fetched into the corpus, in the order it came, while the crawl goes on; ends when `isOver` says so and
 * nothing is left. A kill between the two transactions of a round costs nothing but reading the same bytes again.
 */
export async function readFetched(
  corpus: Corpus,
  isOver: () => boolean,
  options: ReadFetchedOptions,
): Promise<IngestSummary> {
  let total: IngestSummary = { new: 0, changed: 0, unchanged: 0, reread: 0, notReports: 0, failed: [] };
  for (;;) {
    const over = isOver();
    const documents = distinctByUrl(await unread(corpus, ROUND));
    if (documents.length > 0) {
      total = added(total, await readRound(corpus, documents, options));
      options.onRound?.(total);
    } else if (over) {
      return total;
    } else {
      await new Promise((resolve) => setTimeout(resolve, IDLE));
    }
  }
}

/** A place that was fetched twice since the last round is read state by state, in two rounds. */
function distinctByUrl(documents: readonly UnreadDocument[]): UnreadDocument[] {
  const seen = new Set<string>();
  const first: UnreadDocument[] = [];
  for (const document of documents) {
    if (seen.has(document.url)) break;
    seen.add(document.url);
    first.push(document);
  }
  return first;
}

const added = (a: IngestSummary, b: IngestSummary): IngestSummary => ({
  new: a.new + b.new,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
  reread: a.reread + b.reread,
  notReports: a.notReports + b.notReports,
  failed: [...a.failed, ...b.failed],
});
