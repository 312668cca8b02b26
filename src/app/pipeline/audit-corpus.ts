import { type Census, loadCensus, saveParents } from '../../../db/audit/load-census.ts';
import { loadMisleadingLinks, type MisleadingLink } from '../../../db/audit/load-misleading-links.ts';
import { variableKeys } from '../../../db/audit/load-readings.ts';
import { loadSights } from '../../../db/audit/load-sights.ts';
import { type CrossFindings, saveCrossFlags } from '../../../db/audit/save-cross-flags.ts';
import { type Boilerplate, loadBoilerplate } from '../../../db/audit/sketches.ts';
import type { CorpusDb } from '../../../db/schema.ts';
import { auditBeside } from '../../audit/cross/audit-beside.ts';
import { inferParents } from '../../audit/cross/infer-parents.ts';
import { nameDirectory } from '../../audit/cross/name-directory.ts';
import { parseTitle } from '../../model/text/report-title.ts';
import { bodyOf, type CorpusContext, companionsOf, Peers, Readings, versionsOf } from './corpus/load-companions.ts';
import { type Plan, planAudit } from './corpus/plan-audit.ts';
import { sketchCorpus } from './corpus/sketch-corpus.ts';

interface CorpusAuditOptions {
  /** This program's version; a newer one audits everything anew. */
  readonly program: string;
  readonly now?: () => Date;
  /** Audit every report, whether what it is compared with has changed or not. */
  readonly all?: boolean;
  /** Called after every batch with the reports audited so far and those to audit. */
  readonly onProgress?: (done: number, of: number) => void;
}

interface CorpusAuditSummary {
  /** Reports with a known body and year. */
  readonly reports: number;
  /** Those whose companions had changed. */
  readonly audited: number;
  /** Flags of those. */
  readonly flags: number;
  /** Narratives sketched, and pairs of them found alike. */
  readonly sketched: number;
  readonly pairs: number;
}

/** Readings loaded at once, some 30 kB each: a government needs those of all bodies below it. */
const READINGS = 1_500;

/** Reports to audit together, so that what they need fits. */
function* inBatches(plans: readonly Plan[]): Generator<readonly Plan[]> {
  let batch: Plan[] = [];
  let readings = 0;
  for (const plan of plans) {
    const own = versionsOf(plan).length;
    if (batch.length > 0 && readings + own > READINGS) {
      yield batch;
      batch = [];
      readings = 0;
    }
    batch.push(plan);
    readings += own;
  }
  if (batch.length > 0) yield batch;
}

/** Links by the body and year that they name. */
function byNamed(links: readonly MisleadingLink[]): ReadonlyMap<string, readonly MisleadingLink[]> {
  const named = new Map<string, MisleadingLink[]>();
  for (const link of links) {
    const { agency, year } = parseTitle(link.title) ?? { agency: null, year: null };
    const misleads = agency !== null && year !== null && (agency !== link.agency || year !== link.year);
    if (!misleads) continue;
    const key = `${agency} ${year}`;
    named.set(key, [...(named.get(key) ?? []), link]);
  }
  return named;
}

async function auditBatch(
  plans: readonly Plan[],
  readings: Readings,
  peers: Peers,
  context: CorpusContext,
): Promise<CrossFindings[]> {
  const loaded = await readings.load(plans.flatMap(versionsOf));
  const findings: CrossFindings[] = [];
  for (const plan of plans) {
    const report = loaded.get(plan.report.versionId);
    if (!report) continue;
    const companions = companionsOf(plan, loaded, await peers.of(report.body, report.year), context);
    const { flags } = auditBeside(report, companions);
    findings.push({
      versionId: plan.report.versionId,
      identity: { agency: context.agencies.get(plan.report.agencyId)?.identity ?? '[]', year: report.year },
      flags,
      state: plan.state,
    });
  }
  return findings;
}

function contextOf(
  census: Census,
  parents: ReadonlyMap<number, number | null>,
  { digests }: Boilerplate,
): CorpusContext {
  const offspring = new Map<number, number>();
  for (const parent of parents.values()) if (parent !== null) offspring.set(parent, (offspring.get(parent) ?? 0) + 1);
  return {
    agencies: new Map(census.agencies.map((agency) => [agency.id, agency])),
    boilerplate: new Set(digests),
    bearers: nameDirectory(census.agencies.map(bodyOf)),
    offspring: (agencyId) => offspring.get(agencyId) ?? 0,
  };
}

/**
 * Audits the reports of a corpus beside each other, and stores what it finds as flags of scope `corpus`. A report is audited
 * anew when anything it was compared with has changed: another reading or version of itself, of last year's, of a body below
 * it, of one that writes alike; a place that changed or is gone; a deadline that has passed. Nothing else is touched, and a
 * second run does nothing. To be called whenever reports were saved, on a corpus open for writing.
 *
 * Two things count as changed more seldom than they do: statistics of like bodies, when the number of those has doubled, and
 * the names that other bodies bear, when the report is audited for another reason.
 */
export async function auditCorpus(db: CorpusDb, options: CorpusAuditOptions): Promise<CorpusAuditSummary> {
  const { program, now = () => new Date(), all = false } = options;
  const keys = await variableKeys(db);
  const { sketched, pairs } = await sketchCorpus(db, await loadCensus(db), keys);
  const census = await loadCensus(db);
  const parents = inferParents(
    census.agencies.map((agency) => ({ id: agency.id, place: agency.place, ...bodyOf(agency) })),
  );
  await saveParents(db, parents);
  const boilerplate = await loadBoilerplate(db);
  const plans = planAudit({
    census,
    parents,
    sights: await loadSights(db),
    misled: byNamed(await loadMisleadingLinks(db)),
    boilerplate: boilerplate.generation,
    program,
    today: now().toISOString().slice(0, 10),
  });
  const stale = plans.filter(({ report, state }) => all || report.state !== state);
  const context = contextOf(census, parents, boilerplate);
  const readings = new Readings(db, keys);
  const peers = new Peers(db);
  let [done, flags] = [0, 0];
  for (const batch of inBatches(stale)) {
    const found = await auditBatch(batch, readings, peers, context);
    await saveCrossFlags(db, found, { program, now: now().toISOString() });
    done += batch.length;
    flags += found.reduce((sum, one) => sum + one.flags.length, 0);
    options.onProgress?.(done, stale.length);
  }
  return { reports: plans.length, audited: stale.length, flags, sketched, pairs };
}
