import type { Ask } from '../../src/model/crawl/visit.ts';
import { firstRecords } from '../explore/paging/data-pager.ts';
import type { Family, ListPage } from './family.ts';

function load({ facts }: ListPage): readonly Ask[] {
  const ask = (facts.datastore?.records ?? 0) > 0 ? null : firstRecords(facts);
  return ask ? [ask] : [];
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
