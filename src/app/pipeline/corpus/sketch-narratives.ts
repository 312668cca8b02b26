import {
  type Boilerplate,
  type Likeness,
  loadBoilerplate,
  saveBoilerplate,
  saveLikenesses,
  saveSketches,
  versionsByBand,
} from '../../../../db/audit/sketches.ts';
import type { CorpusDb } from '../../../../db/schema.ts';
import { boilerplateOf, FEWEST_BODIES, MOST_BODIES } from '../../../audit/cross/narrative/boilerplate.ts';
import { maskNarrative } from '../../../audit/cross/narrative/mask.ts';
import { sharedPart, shinglesOf } from '../../../audit/cross/narrative/shingles.ts';
import { bandsOf, sketchOf } from '../../../audit/cross/narrative/sketch.ts';
import { type LoadNarratives, type Ready, ReadyNarratives } from './ready-narratives.ts';

/** Pairs alike enough to be kept; the rules have bounds of their own above it. */
const KEPT = 0.6;
/** Of the many that a common text makes likely, those with the most bands in common are compared. */
const MOST_COMPARED = 12;
/** Narratives a transaction. */
export const SKETCHED_AT_ONCE = 500;

/** A version whose sketch is to be made. */
export interface ToSketch {
  readonly versionId: number;
  readonly agencyId: number;
  readonly readAt: string;
  readonly tableDigest: string | null;
}

/**
 * Boilerplate as it is due: gathered when there are bodies enough, and again whenever they have doubled. A new generation makes
 * every sketch stale. One narrative a body, spread evenly over the bodies.
 */
export async function currentBoilerplate(
  db: CorpusDb,
  lastOfBodies: readonly number[],
  load: LoadNarratives,
): Promise<Boilerplate> {
  const known = await loadBoilerplate(db);
  const bodies = lastOfBodies.length;
  if (bodies < FEWEST_BODIES || bodies < known.bodies * 2) return known;
  const step = Math.max(1, bodies / MOST_BODIES);
  const sample = Array.from(
    { length: Math.min(bodies, MOST_BODIES) },
    (_, nth) => lastOfBodies[Math.floor(nth * step)] as number,
  );
  const shingles: Uint32Array[] = [];
  for (let start = 0; start < sample.length; start += SKETCHED_AT_ONCE) {
    const narratives = await load(db, sample.slice(start, start + SKETCHED_AT_ONCE));
    shingles.push(...narratives.map(({ text, agency }) => shinglesOf(maskNarrative(text, [agency]))));
  }
  const renewed = { generation: known.generation + 1, bodies, digests: [...boilerplateOf(shingles)] };
  await saveBoilerplate(db, renewed);
  return renewed;
}

/** For each version, the others that share most bands with it, most first. */
function candidates(
  bandsById: ReadonlyMap<number, readonly number[]>,
  members: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, readonly number[]> {
  return new Map(
    [...bandsById].map(([id, bands]) => {
      const shared = new Map<number, number>();
      for (const band of bands) {
        for (const other of members.get(band) ?? []) if (other !== id) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
      return [id, [...shared].sort(([, a], [, b]) => b - a).map(([other]) => other)];
    }),
  );
}

/** The pairs among the candidates that are alike, of different bodies; of each version the first twelve are compared. */
function alike(
  ids: readonly number[],
  likely: ReadonlyMap<number, readonly number[]>,
  ready: ReadonlyMap<number, Ready>,
): Likeness[] {
  return ids.flatMap((versionId) => {
    const own = ready.get(versionId);
    const others = (likely.get(versionId) ?? []).filter((other) => {
      const agencyId = ready.get(other)?.agencyId;
      return agencyId !== undefined && agencyId !== own?.agencyId;
    });
    return others.slice(0, MOST_COMPARED).flatMap((otherId) => {
      const other = ready.get(otherId);
      if (!own || !other || own.shingles.length === 0 || other.shingles.length === 0) return [];
      const share = sharedPart(own.shingles, other.shingles);
      return share < KEPT ? [] : { versionId, otherId, share };
    });
  });
}

/**
 * Makes the sketches of versions, batch by batch, stores them, and stores which other bodies' narratives each is nearly like:
 * one lookup a version, then an exact comparison with the few that are likely. Returns how many it sketched and how many pairs
 * it found.
 */
export async function sketchNarratives(
  db: CorpusDb,
  batches: AsyncIterable<readonly ToSketch[]> | Iterable<readonly ToSketch[]>,
  { generation, digests }: Boilerplate,
  load: LoadNarratives,
): Promise<{ readonly sketched: number; readonly pairs: number }> {
  const narratives = new ReadyNarratives(new Set(digests), load);
  let [sketched, pairs] = [0, 0];
  for await (const batch of batches) {
    const ids = batch.map(({ versionId }) => versionId);
    const own = await narratives.get(db, ids);
    const bandsById = new Map(
      ids.map((id) => {
        const sketch = sketchOf(own.get(id)?.shingles ?? new Uint32Array());
        return [id, sketch ? bandsOf(sketch) : []] as const;
      }),
    );
    const found = await db.transaction().execute(async (trx) => {
      const sketches = batch.map((one) => ({ ...one, generation, bands: bandsById.get(one.versionId) ?? [] }));
      await saveSketches(trx, sketches);
      const members = await versionsByBand(trx, [...new Set([...bandsById.values()].flat())]);
      const likely = candidates(bandsById, members);
      const needed = new Set([...ids, ...[...likely.values()].flatMap((others) => others.slice(0, 2 * MOST_COMPARED))]);
      const alikes = alike(ids, likely, await narratives.get(trx, [...needed]));
      await saveLikenesses(trx, alikes);
      return alikes.length;
    });
    sketched += batch.length;
    pairs += found;
  }
  return { sketched, pairs };
}
