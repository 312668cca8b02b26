import type { FoundPage } from '../explore/discovery.ts';
import type { PageFacts } from '../explore/page-facts.ts';
import { EPOINT } from './epoint.ts';
import type { Family } from './family.ts';
import { GENERIC } from './generic.ts';
import { GKMLPT } from './gkmlpt.ts';
import { HANWEB } from './hanweb.ts';
import { JPAAS } from './jpaas.ts';
import { LONSUN } from './lonsun.ts';
import { NFCMS } from './nfcms.ts';
import { TRS } from './trs.ts';
import { TRUECMS } from './truecms.ts';
import { UCAP } from './ucap.ts';
import { VSB } from './vsb.ts';

/** The portal software that is known, in the order in which it is told apart: the first that fits. */
const FAMILIES: readonly Family[] = [GKMLPT, NFCMS, JPAAS, TRUECMS, HANWEB, TRS, UCAP, LONSUN, EPOINT, VSB, GENERIC];

const BY_NAME = new Map(FAMILIES.map((family) => [family.name, family]));

export const familyNames: readonly string[] = [...BY_NAME.keys()];

/** So many articles' addresses of one software tell it. */
const ENOUGH_LINKS = 2;

/**
 * The software of a page: by its address, then by its markup, then what its column was before, then by its links. One host can
 * mix several, so what the page itself shows comes before what was remembered.
 */
export function recogniseFamily(found: FoundPage, facts: PageFacts): Family {
  return (
    FAMILIES.find(({ address }) => address?.test(found.url)) ??
    FAMILIES.find(({ marks }) => marks.some((mark) => found.text.includes(mark))) ??
    BY_NAME.get(found.family ?? '') ??
    FAMILIES.find(({ links }) => links !== null && linksOf(links, facts) >= ENOUGH_LINKS) ??
    GENERIC
  );
}

/** Links to other hosts say nothing of this one's software. */
function linksOf(shape: RegExp, { links, url }: PageFacts): number {
  const { origin } = new URL(url);
  let count = 0;
  for (const { href } of links) {
    if (shape.test(href) && (href.startsWith(origin) || !/^(?:https?:)?\/\//i.test(href))) count += 1;
    if (count >= ENOUGH_LINKS) break;
  }
  return count;
}
