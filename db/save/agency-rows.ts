import type { PlacedBody } from '../../src/model/bodies/body-place.ts';
import { type KnownPlace, type Likeness, learnt, likeness } from '../../src/model/bodies/same-body.ts';
import { saidOnce, splitBodyName } from '../../src/model/bodies/split-body-name.ts';
import { bodyKind } from '../../src/model/text/body-kind.ts';
import type { AgencyRow } from '../schema.ts';

/** Public bodies as rows: which row a body is, what a row learns from a reading, and the row of a body not known before. */

const placeOf = ({ rest, place, above, place_code, region_code, origin }: AgencyRow): KnownPlace => ({
  ...{ rest: rest ?? '', place, above, origin },
  ...{ code: place_code, region: region_code },
});

export const likenessOf = (row: AgencyRow, body: PlacedBody): Likeness => likeness(placeOf(row), body);

/** Regions said, then length: 碚州市青岚县财政局 says more than 财政局, 青岚县人民政府 more than 青岚县. */
const fullness = (name: string): number => {
  const { place, above } = splitBodyName(name);
  return 100 * ((place === null ? 0 : 1) + above.length) + Math.min(name.length, 99);
};

/** What changes of a row with a further reading of its body; none where that says nothing new. */
export function learntBy(row: AgencyRow, name: string, body: PlacedBody): Partial<AgencyRow> | null {
  const { place, above, code, region } = learnt(placeOf(row), body);
  const said = saidOnce(name);
  const fuller = said !== row.name && fullness(said) > fullness(row.name) ? said : row.name;
  const columns = { name: fuller, ...bodyKind(fuller), place, above, place_code: code, region_code: region };
  const changed = Object.entries(columns).filter(([key, value]) => row[key as keyof AgencyRow] !== value);
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

const HOST = /^[^/\\\s]+\.[^/\\\s]+$/;

/** The row of a body that is not known yet; `taken` are the identities of its namesakes. */
export function newAgency(printed: string, body: PlacedBody, taken: ReadonlySet<string>): Omit<AgencyRow, 'id'> {
  const { rest, place, above, code, region, origin } = body;
  // A folder is a matter of the machine: what is known of a body must be the same wherever its files lie.
  const where = place ?? code ?? (HOST.test(origin ?? '') ? origin : null);
  let identity = JSON.stringify([rest, where]);
  for (let nth = 2; taken.has(identity); nth += 1) identity = JSON.stringify([rest, where, nth]);
  const name = saidOnce(printed);
  const kind = bodyKind(name);
  return {
    name,
    region_code: region,
    ...kind,
    parent_id: null,
    rest,
    place,
    above,
    place_code: code,
    origin,
    identity,
  };
}
