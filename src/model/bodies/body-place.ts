import { bodyKind } from '../text/body-kind.ts';
import { type HostOwner, type KnownSites, siteNamePlace } from './known-sites.ts';
import { areaOf, isBelow, placeCode, siteIdPlace } from './region-code.ts';
import { splitBodyName } from './split-body-name.ts';

/** What a page says of the site it stands on, by its meta tags. */
export interface SiteMarks {
  /** SiteIDCode */
  readonly code: string | null;
  /** SiteName */
  readonly name: string | null;
}

/** All that is known of whose report it is. */
export interface BodyEvidence {
  readonly name: string;
  readonly site: SiteMarks | null;
  /** The portal that owns the host of the report's address. */
  readonly owner: HostOwner | null;
  /** The host of the report's address, or the folder of its file. */
  readonly origin: string | null;
  /** The code that a person gave for these documents. */
  readonly region: string | null;
}

/** A body as it is told apart from its namesakes. */
export interface PlacedBody {
  /** See `BodyName`. */
  readonly rest: string;
  /** The name of its place, and the region that was said above that. */
  readonly place: string | null;
  readonly above: string | null;
  /** The code of the place; null where only the name or an area around it is known. */
  readonly code: string | null;
  /** The smallest area known to hold it, by its code as it was given. */
  readonly region: string | null;
  readonly origin: string | null;
  /** False where what places it is no more than a neighbourhood: a folder, a host below another's, the code of a wide area. */
  readonly certain: boolean;
}

/** The site's place: the page's own marks before what is declared of the host. */
interface SitePlace {
  readonly place: string | null;
  readonly above: string | null;
  /** It is a prefecture, as it was declared. */
  readonly wide: boolean;
  readonly code: string | null;
  readonly certain: boolean;
}

const COUNTY_DIGITS = 6;

/**
 * A SiteIDCode is often the hosting site's or a neighbour's, copied with the template. Against the owner of the host it is
 * believed only where it names a place within the owner's: a county's pages on the city's site.
 */
function siteOf({ site, owner, region }: BodyEvidence): SitePlace {
  const code = siteIdPlace(site?.code);
  const named = siteNamePlace(site?.name);
  if (named.place !== null && named.place !== owner?.place) return { ...named, code, certain: true, wide: false };
  if (!owner || (owner.place === null && owner.code === null)) {
    const given = placeCode(region);
    const certain = code !== null || given?.length === COUNTY_DIGITS;
    return { ...named, code: code ?? given, certain, wide: false };
  }
  const above = owner.code ?? (owner.level === 'prefecture' && code ? code.slice(0, 4) : null);
  if (named.place === null && code !== null && above !== null && isBelow(code, above))
    return { place: null, above: null, code, certain: true, wide: false };
  const agreed = code === null || owner.code === null || code === owner.code ? (code ?? owner.code) : null;
  const certain = owner.declared || named.place !== null || (code !== null && code === owner.code);
  const isWide = owner.level === 'prefecture' && owner.place !== null;
  return { place: owner.place, above: owner.above ?? named.above, code: agreed, certain, wide: isWide };
}

const DIGITS: Readonly<Record<string, number>> = { province: 2, prefecture: 4, county: 6 };

/** The code of a place that a name says, on a site of that place or another. */
function codeOfNamed(place: string, site: SitePlace): Pick<PlacedBody, 'code' | 'region'> {
  if (site.place === place) return { code: site.code, region: site.code ?? null };
  const digits = DIGITS[bodyKind(`${place}人民政府`).level ?? ''];
  // A code that somebody gave for the documents, or the page says, without a name: of this place if it is as long.
  if (site.place === null && site.code !== null && site.code.length === digits)
    return { code: site.code, region: site.code };
  return { code: null, region: digits === 2 ? (site.code?.slice(0, 2) ?? null) : (areaOf(site.code) ?? site.code) };
}

/** A district or county, which on the site of a prefecture is one of its own. */
const COUNTY = /[区县旗]$/u;

/** Towns and streets, which lie in counties. */
const LOCAL = /(?:[镇乡]|街道|苏木)$/u;

/** Where a bare word is the level of the site's place, or nothing says otherwise: 县财政局 on the site of 青岚县. */
const fitsBare = (bare: string, place: string): boolean => place.endsWith(bare);

/**
 * Tells whose report it is. The place is that of the name itself, else that of the page's marks, else of the portal that owns
 * the host; where none is known, host or folder stand for it.
 */
export function placeBody(evidence: BodyEvidence, placeOf: KnownSites['placeOf'] = () => null): PlacedBody {
  const found = placeByDigits(evidence);
  const named = found.place === null && found.code !== null ? placeOf(found.code) : null;
  const body = named === null ? found : { ...found, place: named };
  const given = [evidence.owner?.region, evidence.region].find((code) => code && placeCode(code) === body.region);
  return given ? { ...body, region: given } : body;
}

function placeByDigits(evidence: BodyEvidence): PlacedBody {
  const { place, above, rest, bare } = splitBodyName(evidence.name);
  const site = siteOf(evidence);
  const { origin } = evidence;
  if (place !== null) {
    const around = site.place === place ? site.above : site.wide && COUNTY.test(place) ? site.place : null;
    return { rest, place, above: above.at(-1) ?? around, ...codeOfNamed(place, site), origin, certain: true };
  }
  const { certain } = site;
  if (bare !== null && site.place !== null && !fitsBare(bare, site.place)) {
    // 市财政局 on the site of a county: the city above it, whose name nobody says.
    const area = bare === '市' && site.code?.length === COUNTY_DIGITS ? areaOf(site.code) : null;
    return { rest, place: null, above: null, code: area, region: area, origin, certain: false };
  }
  if (LOCAL.test(rest) && site.code !== null && site.code.length < COUNTY_DIGITS) {
    // Any county of the city or province may have a town of that name.
    const city = site.code.length > 2 ? site : { place: null, above: null, code: null };
    return { rest, place: city.place, above: city.above, code: city.code, region: site.code, origin, certain: false };
  }
  return { rest, place: site.place, above: site.above, code: site.code, region: site.code, origin, certain };
}
