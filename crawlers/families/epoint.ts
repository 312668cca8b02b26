import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import { scriptValues } from '../explore/script-values.ts';
import type { Family, ListPage } from './family.ts';
import { queryOf, requestByGet, requestByJson } from './request.ts';

const PAGE_SIZE = 20;
const SETTINGS = /webBuilderCommon\.js|ajaxReq\.js/i;

/** The request for the first page, from the settings of the site and the category that the address names. */
function firstPage(scripts: string, url: string): CrawlRequest | null {
  const values = scriptValues(scripts);
  const [siteGuid, project] = [values.get('siteGuid'), values.get('projectName') ?? 'EWB-FRONT'];
  const categorynum = queryOf(url, 'categorynum');
  if (siteGuid === undefined || categorynum === null || !/^\/?[\w/-]+$/.test(project)) return null;
  const path = `/${project.replace(/^\/|\/$/g, '')}/rest/lightfrontaction/getgovinfolist`;
  const deptcode = queryOf(url, 'deptcode') ?? '';
  // The interface counts pages from 0.
  return requestByJson(path, url, { deptcode, categorynum, pageIndex: 0, pageSize: PAGE_SIZE, siteGuid });
}

function load({ facts }: ListPage): readonly CrawlRequest[] {
  const here = firstPage(facts.scripts, facts.url);
  if (here) return [here];
  const categorynum = queryOf(facts.url, 'categorynum');
  const settings = facts.scriptSources.find((source) => SETTINGS.test(source));
  if (categorynum === null || settings === undefined) return [];
  // The settings stand in a script of the whole site; the category goes along, so that its answer can be read by itself.
  const request = requestByGet(settings, facts.url);
  if (!request) return [];
  const url = new URL(request.url);
  url.search = new URLSearchParams({ categorynum, deptcode: queryOf(facts.url, 'deptcode') ?? '' }).toString();
  return [{ ...request, url: url.href }];
}

/** 新点 Epoint: lists as JSON by category and department. */
export const EPOINT: Family = {
  name: 'epoint',
  address: /lightfrontaction|\/govInfoPub|webBuilderCommon\.js\?|ajaxReq\.js\?/i,
  marks: ['webBuilderCommon.js', 'lightfrontaction', 'govInfoPub', 'siteInfo={siteGuid', 'siteGuid'],
  links: null,
  load,
  // A token fetched beforehand is made for a browser's session.
  drawnInBrowser: ({ facts }) => facts.scripts.includes('getNoUserAccessToken'),
};
