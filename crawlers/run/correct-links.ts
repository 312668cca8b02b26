import { type DiscoveredLink, getRequest } from '../../src/model/crawl/entry.ts';
import type { Discovery } from '../explore/discovery.ts';
import { requestKey } from '../normalise-url.ts';
import type { Correction, Portal } from '../portal.ts';

const keyOf = (url: string): string => requestKey(getRequest(url));

/**
 * Applies what people found wrong about places to what a page leads to: a place to be skipped is left out with their reason as
 * a remark, one of another kind becomes that kind.
 */
export function linkCorrector(portals: readonly Portal[]): (discovery: Discovery) => Discovery {
  const corrections = new Map<string, Correction>(
    portals.flatMap(({ corrections }) => corrections.map((one) => [keyOf(one.url), one] as const)),
  );
  if (corrections.size === 0) return (discovery) => discovery;
  return (discovery) => {
    const remarks = [...discovery.remarks];
    const links = discovery.links.flatMap((link): DiscoveredLink[] => {
      const correction = corrections.get(requestKey(link));
      if (!correction) return [link];
      if (correction.skip) {
        remarks.push({
          code: 'CR-SKIPPED',
          message: {
            zh: `按声明略去 ${link.url}：${correction.because}`,
            en: `${link.url} is skipped by declaration: ${correction.because}`,
          },
        });
        return [];
      }
      return [correction.kind === null ? link : { ...link, kind: correction.kind }];
    });
    return { ...discovery, links, remarks };
  };
}
