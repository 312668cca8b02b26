import type { Family, ListPage } from './family.ts';
import { requestByGet, withQuery } from './request.ts';

const CALL = /[\w/.-]{0,60}truecms\/messageController\/getMessage\.do[^"'\s]{0,300}/i;
const COLUMN = /columnId["']?\s*[:=]\s*["']?([\w-]{8,40})/i;
/** Servers differ in how many they give at once; all give so many. */
const AT_ONCE = 20;

function load({ facts }: ListPage) {
  if ((facts.datastore?.records ?? 0) > 0) return [];
  const address = CALL.exec(facts.scripts)?.[0];
  const columnId = COLUMN.exec(facts.scripts)?.[1];
  const request = address && columnId ? requestByGet(address, facts.url) : null;
  const query = { startrecord: '1', endrecord: String(AT_ONCE), perpage: String(AT_ONCE), columnId: columnId ?? '' };
  return request ? [{ ...request, url: withQuery(request.url, query) }] : [];
}

/** TrueCMS: records as XML within a call-back. */
export const TRUECMS: Family = {
  name: 'truecms',
  address: /\/truecms\/messageController/i,
  marks: ['truecms/messageController', 'TrueCMS/messageController'],
  links: null,
  load,
};
