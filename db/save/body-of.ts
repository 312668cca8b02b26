import { posix } from 'node:path';
import { type PlacedBody, placeBody, type SiteMarks } from '../../src/model/bodies/body-place.ts';
import { bareHost, hostOf, type KnownSites } from '../../src/model/bodies/known-sites.ts';

/** Where a report was found and what its page says of the site. */
interface Finding {
  readonly name: string;
  /** An address, or the path of a file. */
  readonly place: string;
  readonly site: SiteMarks | null;
  /** The code that was given for it, if one was. */
  readonly regionCode: string | null;
}

/** The folder of a file, within an archive too. */
const folderOf = (path: string): string => posix.dirname(path.replaceAll('\\', '/'));

/** The body that a report which was found there is of. */
export function bodyOf({ name, place, site, regionCode }: Finding, { ownerOf, placeOf }: KnownSites): PlacedBody {
  const host = hostOf(place);
  const evidence = {
    ...{ name, site, region: regionCode },
    owner: host === null ? null : ownerOf(host),
    origin: host === null ? folderOf(place) : bareHost(host),
  };
  return placeBody(evidence, placeOf);
}
