import type { CrawlRequest } from '../../src/model/crawl/entry.ts';
import { bracketed, scriptValues } from '../explore/script-values.ts';
import type { Family, ListPage } from './family.ts';
import { requestByGet } from './request.ts';

interface Category {
  readonly id: string;
  readonly name: string;
  /** The column lies outside the platform. */
  readonly jump: string;
}

const categoryOf = (node: Readonly<Record<string, unknown>>): Category => ({
  id: String(node.id ?? ''),
  name: String(node.name ?? ''),
  jump: String(node.jump_url ?? ''),
});

function nodesOf(value: unknown): Category[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Readonly<Record<string, unknown>>;
  return [categoryOf(node), ...nodesOf(node.children)];
}

/** The tree as JSON; as a script's literal, node by node up to their children. */
function parseTree(tree: string): Category[] {
  try {
    return nodesOf(JSON.parse(tree));
  } catch {
    return [...tree.matchAll(/\{[^{}[\]]*/g)].map(([node]) => categoryOf(Object.fromEntries(scriptValues(node))));
  }
}

/** The categories whose name promises annual reports are asked for. */
function load({ facts }: ListPage): readonly CrawlRequest[] {
  const { scripts, url } = facts;
  const sid = scriptValues(scripts).get('SID');
  const at = scripts.search(/["']?TREE["']?\s{0,9}[:=]\s{0,9}\[/);
  const tree = at < 0 ? null : bracketed(scripts, scripts.indexOf('[', at));
  if (tree === null || sid === undefined || !/^\w+$/.test(sid)) return [];
  // The address names the category it shows: `index#2048`.
  const shown = /#(\d+)$/.exec(url)?.[1];
  return parseTree(tree)
    .filter(({ id, name }) => (shown === undefined ? /年报|年度报告/.test(name) : id === shown))
    .map(({ id, jump }) => {
      if (jump !== '') return requestByGet(jump, url);
      return /^\d+$/.test(id) ? requestByGet(`/gkmlpt/api/all/${id}?page=1&sid=${sid}`, url) : null;
    })
    .filter((request) => request !== null);
}

/** 广东 gkmlpt: a shell, and lists by category as JSON, a hundred at a time. */
export const GKMLPT: Family = {
  name: 'gkmlpt',
  address: /\/gkmlpt\//,
  marks: ['/gkmlpt/api/'],
  links: /\/gkmlpt\/content\//,
  load,
  perPage: 100,
};
