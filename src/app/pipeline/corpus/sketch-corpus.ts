import type { Census } from '../../../../db/audit/load-census.ts';
import { loadNarratives } from '../../../../db/audit/load-narratives.ts';
import { loadReadings, type StoredReading } from '../../../../db/audit/load-readings.ts';
import type { CorpusDb } from '../../../../db/schema.ts';
import { narrativeOf } from '../../../audit/cross/narrative/mask.ts';
import { tableDigest } from '../../../audit/cross/table-digest.ts';
import type { LoadNarratives } from './ready-narratives.ts';
import { currentBoilerplate, SKETCHED_AT_ONCE, sketchNarratives, type ToSketch } from './sketch-narratives.ts';

/** Sketches what has none of its present reading, in the generation of the boilerplate. */
export async function sketchCorpus(db: CorpusDb, { reports }: Census, keys: ReadonlyMap<number, string>) {
  const lastOfBodies = [...new Map(reports.map(({ agencyId, versionId }) => [agencyId, versionId])).values()];
  const boilerplate = await currentBoilerplate(db, lastOfBodies, loadNarratives);
  const stale = reports.filter(({ generation }) => generation !== boilerplate.generation);
  let loaded: ReadonlyMap<number, StoredReading> = new Map();
  async function* batches(): AsyncGenerator<ToSketch[]> {
    for (let start = 0; start < stale.length; start += SKETCHED_AT_ONCE) {
      const batch = stale.slice(start, start + SKETCHED_AT_ONCE);
      const ids = batch.map(({ versionId }) => versionId);
      const readings = await loadReadings(db, ids, keys);
      loaded = readings;
      yield batch.flatMap((one) => {
        const reading = readings.get(one.versionId);
        return reading ? { ...one, tableDigest: tableDigest(reading) } : [];
      });
    }
  }
  const agencyOf = new Map(reports.map(({ versionId, agencyId }) => [versionId, agencyId]));
  /** The batch in hand is there already. */
  const load: LoadNarratives = async (from, ids) => {
    const here = ids.flatMap((versionId) => {
      const [reading, agencyId] = [loaded.get(versionId), agencyOf.get(versionId)];
      if (!reading || agencyId === undefined) return [];
      return { versionId, agencyId, agency: reading.body.name, text: narrativeOf(reading.sections) };
    });
    const elsewhere = ids.filter((id) => !loaded.has(id));
    return elsewhere.length === 0 ? here : [...here, ...(await loadNarratives(from, elsewhere))];
  };
  return sketchNarratives(db, batches(), boilerplate, load);
}
