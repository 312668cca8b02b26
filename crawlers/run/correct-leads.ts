import { getOf, type Lead } from '../../src/model/crawl/visit.ts';
import type { Discovery } from '../explore/discovery.ts';
import { visitKey } from '../normalise-url.ts';
import type { Correction, Portal } from '../portal.ts';

const keyOf = (url: string): string => visitKey(getOf(url));

/**
 * Applies what people found wrong about places to what a page leads to: a place to be skipped is left out with their reason as
 * a remark, one of another kind becomes that kind.
 */
export function leadCorrector(portals: readonly Portal[]): (discovery: Discovery) => Discovery {
  const corrections = new Map<string, Correction>(
    portals.flatMap(({ corrections }) => corrections.map((one) => [keyOf(one.url), one] as const)),
  );
  if (corrections.size === 0) return (discovery) => discovery;
  return (discovery) => {
    const remarks = [...discovery.remarks];
    const leads = discovery.leads.flatMap((lead): Lead[] => {
      const correction = corrections.get(visitKey(lead));
      if (!correction) return [lead];
      if (correction.skip) {
        remarks.push({
          code: 'CR-SKIPPED',
          message: {
            zh: `按声明略去 ${lead.url}：${correction.because}`,
            en: `${lead.url} is skipped by declaration: ${correction.because}`,
          },
        });
        return [];
      }
      return [correction.kind === null ? lead : { ...lead, kind: correction.kind }];
    });
    return { ...discovery, leads, remarks };
  };
}
