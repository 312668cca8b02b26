import { placeCode } from './region-code.ts';
import { splitBodyName } from './split-body-name.ts';

/** A portal as it is declared. */
export interface DeclaredSite {
  readonly name: string;
  readonly home: string;
  /** Code of its place, as declared. */
  readonly region: string | null;
  readonly level: string | null;
}

/** The portal that a host belongs to. */
export interface HostOwner {
  /** The place that its name says, 石浦市人民政府门户网站 is 石浦市's, and the region that it says above that. */
  readonly place: string | null;
  readonly above: string | null;
  readonly code: string | null;
  /** The same as it was declared. */
  readonly region: string | null;
  readonly level: string | null;
  /** It was declared with this very host; else the host only lies below the owner's name. */
  readonly declared: boolean;
}

/** What the declared portals tell of hosts and places. */
export interface KnownSites {
  /**
   * The owner of a host: the portal whose home it is, or else the one whose name it lies below, 石浦市 for `czj.shipu.gov.cn`. A
   * province's name stands above the hosts of all its counties, so it lends its place to none of them. Where portals of several
   * places share a host, it is no one's.
   */
  readonly ownerOf: (host: string) => HostOwner | null;
  /** The place of a code, where the portals with that code are all of one place. */
  readonly placeOf: (code: string) => string | null;
}

/** Behind the owner in the name of a site. */
const SITE_WORDS =
  /(?:政府)?(?:门户|公众|官方)?(?:网站?|信息网|信息公开(?:网站?|平台|专栏|专网)?|政务网|在线|门户)(?:群|平台)?$/u;
const COUNTRY = /^中国[·・•—-]?(?=\p{Script=Han}{2,12}[省市县区旗])/u;

const NOWHERE = { place: null, above: null };

/** The place that the name of a site says; null where it says none. */
export function siteNamePlace(name: string | null | undefined): Pick<HostOwner, 'place' | 'above'> {
  if (!name) return NOWHERE;
  const owner =
    name
      .trim()
      .replace(COUNTRY, '')
      .split(/[-_|—–>»\s]/u)[0] ?? '';
  const { place, above } = splitBodyName(owner.replace(SITE_WORDS, ''));
  return { place, above: above.at(-1) ?? null };
}

/** The host of an address; null for what is none, such as the path of a file. */
export function hostOf(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/\.$/, '') || null;
}

/** `www.qinglan.gov.cn` and `qinglan.gov.cn` are one host. */
export const bareHost = (host: string): string => host.toLowerCase().replace(/^www\d?\./, '');

/** Names below which anyone may have a host of his own. */
const isPublic = (domain: string): boolean =>
  !domain.includes('.') || /^(?:gov|com|org|net|edu|ac)\.[a-z]{2}$/.test(domain);

export function knownSites(portals: readonly DeclaredSite[]): KnownSites {
  const byHost = new Map<string, HostOwner | null>();
  const byCode = new Map<string, string | null>();
  for (const { name, home, region, level } of portals) {
    const host = hostOf(home);
    if (host === null) continue;
    const owner = { ...siteNamePlace(name), code: placeCode(region), region, level, declared: true };
    if (owner.code !== null && owner.place !== null) {
      const named = byCode.get(owner.code);
      byCode.set(owner.code, named === undefined || named === owner.place ? owner.place : null);
    }
    const known = byHost.get(bareHost(host));
    if (known === undefined) byHost.set(bareHost(host), owner);
    else if (known !== null && (known.place !== owner.place || known.above !== owner.above))
      byHost.set(bareHost(host), null);
  }
  const ownerOf = (host: string): HostOwner | null => {
    const own = bareHost(host);
    const declared = byHost.get(own);
    if (declared !== undefined) return declared;
    for (let above = own; above.includes('.'); ) {
      above = above.slice(above.indexOf('.') + 1);
      if (isPublic(above)) return null;
      const owner = byHost.get(above);
      if (owner === undefined) continue;
      const isWide =
        owner === null || owner.level === 'national' || owner.level === 'province' || owner.code?.length === 2;
      return isWide ? null : { ...owner, declared: false };
    }
    return null;
  };
  return { ownerOf, placeOf: (code) => byCode.get(code) ?? null };
}
