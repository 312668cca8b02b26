import type { Family } from './family.ts';

/** 博达 VSB: static lists whose pages are numbered backwards, so that only the printed pager tells the way. */
export const VSB: Family = {
  name: 'vsb',
  address: /\/info\/\d{4}\/\d+\.htm$|\/_content\/download\.jsp|\/list\.jsp\?(?:.*&)?urltype=tree/,
  marks: ['vsb_content', 'pb_sys_common', '_showDynClickBatch'],
  links: /\/info\/\d{4}\/\d+\.htm$/,
};
