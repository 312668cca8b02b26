import type { Family } from './family.ts';

/** 拓尔思 TRS WCM: static lists, a pager drawn by script. */
export const TRS: Family = {
  name: 'trs',
  address: null,
  marks: ['createPageHTML(', 'countPage', 'TRS_Editor', 'TRS_UEDITOR', 'trs_editor_view'],
  links: /\/t\d{8}_\d+\.s?html?$/,
};
