import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import { firstRecords } from '../explore/paging/data-pager.ts';
import type { Family, ListPage } from './family.ts';

function load({ facts }: ListPage): readonly CrawlRequest[] {
  const request = (facts.datastore?.records ?? 0) > 0 ? null : firstRecords(facts);
  return request ? [request] : [];
}

/** 大汉 JCMS: the first records as data in the page, the others from `dataproxy.jsp`. */
export const HANWEB: Family = {
  name: 'hanweb',
  address: /\/col\/col\d+\/|\/art\/\d{4}\/(?:\d+\/\d+\/)?art_|\/dataproxy\.jsp|\/module\/(?:web|xxgk)\//,
  marks: ['<datastore', '<nextgroup', 'dataproxy.jsp', '.jpage('],
  links: /\/art\/\d{4}\/(?:\d+\/\d+\/)?art_/,
  load,
  shares: /\/(art_\d+_)/,
};
