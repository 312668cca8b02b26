/** The links of a host's first explored page, as 32-bit digests: what other pages share with it is its navigation. */
export type Furniture = ReadonlySet<number>;

/** Links of one page that are remembered; menus of large portals have some hundreds. */
const MOST = 1_500;

/** FNV-1a over the address without its scheme. */
function digestOfLink(url: string): number {
  let digest = 0x811c9dc5;
  for (let at = url.indexOf('://'); at < url.length; at += 1) {
    digest ^= url.charCodeAt(at);
    digest = Math.imul(digest, 0x01000193);
  }
  return digest >>> 0;
}

export const furnitureOf = (urls: Iterable<string>): number[] =>
  [...new Set([...urls].map(digestOfLink))].slice(0, MOST);

export const isFurniture = (furniture: Furniture, url: string): boolean => furniture.has(digestOfLink(url));
