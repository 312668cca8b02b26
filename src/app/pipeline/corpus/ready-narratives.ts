import type { StoredNarrative } from '../../../../db/audit/load-narratives.ts';
import type { CorpusDb } from '../../../../db/schema.ts';
import { prepareNarrative } from '../../../audit/cross/narrative/likeness.ts';

/** `loadNarratives`; what measures the search brings its own. */
export type LoadNarratives = (db: CorpusDb, versionIds: readonly number[]) => Promise<readonly StoredNarrative[]>;

/** Narratives held ready to be compared, some 10 kB each. */
const READY = 4_000;
/** Narratives asked for at once. */
const LOADED = 500;

export interface Ready {
  readonly agencyId: number;
  readonly shingles: Uint32Array;
}

/** Narratives made ready, the latest used kept. */
export class ReadyNarratives {
  readonly #ready = new Map<number, Ready>();
  readonly #boilerplate: ReadonlySet<number>;
  readonly #load: LoadNarratives;

  constructor(boilerplate: ReadonlySet<number>, load: LoadNarratives) {
    this.#boilerplate = boilerplate;
    this.#load = load;
  }

  async get(db: CorpusDb, versionIds: readonly number[]): Promise<ReadonlyMap<number, Ready>> {
    const missing = versionIds.filter((id) => !this.#ready.has(id));
    const made = new Map<number, Ready>();
    for (let start = 0; start < missing.length; start += LOADED) {
      for (const { versionId, agencyId, agency, text } of await this.#load(db, missing.slice(start, start + LOADED))) {
        const { shingles } = prepareNarrative(text, [agency], this.#boilerplate);
        made.set(versionId, { agencyId, shingles });
      }
    }
    const found = new Map<number, Ready>();
    for (const id of versionIds) {
      const ready = made.get(id) ?? this.#ready.get(id);
      if (!ready) continue;
      found.set(id, ready);
      this.#ready.delete(id);
      this.#ready.set(id, ready);
    }
    for (const id of this.#ready.keys()) {
      if (this.#ready.size <= READY) break;
      this.#ready.delete(id);
    }
    return found;
  }
}
