import type { KnownSites } from '../../src/model/bodies/known-sites.ts';
import { learntBy, likenessOf, newAgency } from '../save/agency-rows.ts';
import { bodyOf } from '../save/body-of.ts';
import type { AgencyRow } from '../schema.ts';

/** A version as an older program left it, with the body that it was given. */
export interface StoredVersion {
  readonly id: number;
  readonly reportId: number;
  readonly documentId: number;
  readonly year: number | null;
  readonly agencyId: number;
  /** Where its document was first seen. */
  readonly place: string;
  readonly siteCode: string | null;
  readonly siteName: string | null;
  readonly figuresDigest: string | null;
  readonly reported: number | null;
  readonly isCurrent: number;
}

/** A body with the versions that are its own. */
export interface RegroupedBody {
  readonly row: Omit<AgencyRow, 'id'>;
  /** The row of the older program that it goes on with; null for a body that was joined to another. */
  readonly keeps: number | null;
  readonly versions: readonly StoredVersion[];
  /** Those that were kept apart only because they say otherwise than what is known of a body of that name. */
  readonly apart: ReadonlySet<number>;
}

interface Draft {
  row: AgencyRow;
  readonly keeps: number | null;
  readonly versions: StoredVersion[];
  readonly apart: Set<number>;
}

const hasRoom = ({ versions }: Draft, { year, figuresDigest }: StoredVersion): boolean => {
  const same = versions.filter((version) => version.year === year);
  return same.length === 0 || (figuresDigest !== null && same.some((one) => one.figuresDigest === figuresDigest));
};

/** Tells the bodies of stored versions apart by their names, the portals and the addresses, in the order of the versions. Pure. */
export function planBodies(
  agencies: readonly AgencyRow[],
  versions: readonly StoredVersion[],
  sites: KnownSites,
): readonly RegroupedBody[] {
  const known = new Map(agencies.map((agency) => [agency.id, agency]));
  const drafts = new Map<string, Draft[]>();
  const shown = new Map<string, Draft>();
  const kept = new Set<number>();
  const taken = new Set(agencies.map(({ identity }) => identity));
  for (const version of versions) {
    const agency = known.get(version.agencyId);
    if (!agency) continue;
    const { name, region_code: regionCode } = agency;
    const site = { code: version.siteCode, name: version.siteName };
    const body = bodyOf({ name, place: version.place, site, regionCode }, sites);
    const namesakes = drafts.get(body.rest) ?? [];
    drafts.set(body.rest, namesakes);
    const alike = namesakes.filter(({ row }) => likenessOf(row, body) !== 'other');
    const before = shown.get(version.place);
    const free = body.certain ? alike : alike.filter((draft) => hasRoom(draft, version));
    const isFree = free.length > 0 && (body.certain || alike.length === 1);
    let draft = before && alike.includes(before) ? before : isFree ? free[0] : undefined;
    if (draft) {
      draft.row = { ...draft.row, ...learntBy(draft.row, name, body) };
    } else {
      const made = newAgency(name, body, taken);
      const keeps = kept.has(agency.id) ? null : agency.id;
      kept.add(agency.id);
      taken.add(made.identity);
      const { identity, parent_id } = agency;
      const row = keeps === null ? { ...made, id: 0 } : { ...made, name, identity, parent_id, id: keeps };
      draft = { row, keeps, versions: [], apart: new Set() };
      if (alike.length > 0) draft.apart.add(version.id);
      namesakes.push(draft);
    }
    draft.versions.push(version);
    shown.set(version.place, draft);
  }
  const busy = new Set(versions.map(({ agencyId }) => agencyId));
  const idle = agencies.filter(({ id }) => !busy.has(id));
  return [
    ...[...drafts.values()].flat().map(({ row: { id: _, ...row }, ...draft }) => ({ ...draft, row })),
    ...idle.map(({ id, identity, parent_id, name, region_code: regionCode }) => {
      const body = bodyOf({ name, place: '', site: null, regionCode }, sites);
      return {
        row: { ...newAgency(name, body, taken), name, identity, parent_id },
        keeps: id,
        versions: [],
        apart: new Set<number>(),
      };
    }),
  ];
}
