import type { Family } from './family.ts';

/** 南方网 NFCMS: static lists with a printed pager. */
export const NFCMS: Family = {
  name: 'nfcms',
  address: /\/content\/m?post_\d+\.html/,
  marks: ['NFCMS_SITE_ID', 'NFCMS_POST_ID', 'NFCMS_CAT_ID'],
  links: /\/content\/post_\d+\.html/,
};
