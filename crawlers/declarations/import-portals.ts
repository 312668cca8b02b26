import { domainToASCII } from 'node:url';
import { stringify } from 'yaml';
import { BilingualError } from '../../src/model/messages/bilingual-error.ts';
import type { Message } from '../../src/model/report.ts';
import { normaliseUrl } from '../normalise-url.ts';

/** What became of a list of portals. */
interface ImportedPortals {
  /** YAML that `parseDeclarations` takes. */
  readonly text: string;
  readonly count: number;
  /** Rows left out, and why. */
  readonly leftOut: readonly { readonly line: number; readonly region: string; readonly reason: Message }[];
}

const COLUMNS = ['region', 'level', 'home'] as const;
/** GB/T 2260 */
const CODE = /^\d{2,12}$/;
const LEVELS = new Set(['nation', 'province', 'prefecture', 'county', 'township']);

/** The list calls districts of the municipalities prefectures; what stands in it is kept. */
const levelOf = (text: string): string | null => (LEVELS.has(text) ? text : null);

/** `www.lanzhu.gov.cn` is `lanzhu`, `www.x.lanzhu.gov.cn` is `x-lanzhu`; another domain stays whole. */
const idOf = (host: string): string =>
  domainToASCII(host)
    .replace(/^www\./, '')
    .replace(/\.gov\.cn$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** Regions whose government is called otherwise. */
const GOVERNMENTS: readonly (readonly [region: RegExp, government: string])[] = [
  [/兵团$/, ''],
  [/地区$/, '行政公署'],
  [/(?:示范|开发|高新|管理|两江新)区$/, '管理委员会'],
];

/** 上海市/嘉定区 is 上海市嘉定区人民政府. */
function nameOf(region: string): string {
  const government = GOVERNMENTS.find(([pattern]) => pattern.test(region))?.[1] ?? '人民政府';
  return `${region.replaceAll('/', '')}${government}`;
}

const isGov = (host: string): boolean => host === 'gov.cn' || host.endsWith('.gov.cn');

/** The list lacks a column. */
export class TableError extends BilingualError {}

/**
 * Turns a list of portals, tab-separated with the header `region level home …`, into declarations. The region is a
 * place by name; its code is written where the list has a column `code`. Rows without a usable home, and
 * those whose home is another row's, are left out and named.
 *
 * @throws {TableError} where the header lacks a column.
 */
export function importPortals(tsv: string): ImportedPortals {
  const [header = '', ...rows] = tsv.replace(/^\ufeff/, '').split(/\r?\n/);
  const names = header.split('\t').map((name) => name.trim());
  const [regionAt, levelAt, homeAt] = COLUMNS.map((name) => {
    if (!names.includes(name))
      throw new TableError({
        zh: `清单没有 ${name} 列；其表头为 ${JSON.stringify(header)}`,
        en: `the list has no column ${name}; its header is ${JSON.stringify(header)}`,
      });
    return names.indexOf(name);
  }) as [number, number, number];
  const codeAt = names.indexOf('code');
  const portals: object[] = [];
  const ids = new Set<string>();
  const homes = new Map<string, string>();
  const leftOut: ImportedPortals['leftOut'][number][] = [];
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue;
    const cells = row.split('\t').map((cell) => cell.trim());
    const [region = '', address = ''] = [cells[regionAt], cells[homeAt]];
    const home = homeOf(region, address, homes);
    if (typeof home !== 'string') {
      leftOut.push({ line: index + 2, region, reason: home });
      continue;
    }
    homes.set(home, region);
    const host = new URL(home).hostname;
    const id = freeId(idOf(host), ids);
    const level = levelOf(cells[levelAt] ?? '');
    const code = cells[codeAt]?.match(CODE)?.[0];
    portals.push({
      ...{ id, name: nameOf(region), ...(code && { region: code }) },
      ...(level && { level }),
      home,
      ...(!isGov(host) && { hosts: [host] }),
    });
  }
  return { text: stringify({ portals }, { lineWidth: 0 }), count: portals.length, leftOut };
}

/** The home that a row names, or what is wrong with the row. */
function homeOf(region: string, address: string, homes: ReadonlyMap<string, string>): string | Message {
  if (region === '') return { zh: '未写地区', en: 'it names no region' };
  const home = normaliseUrl(address);
  if (home === null) {
    const shown = JSON.stringify(address);
    return { zh: `其首页 ${shown} 不是 http 或 https 网址`, en: `its home ${shown} is no http or https address` };
  }
  const other = homes.get(home);
  if (other === undefined) return home;
  return { zh: `其首页 ${home} 就是 ${other} 的首页`, en: `its home ${home} is that of ${other}` };
}

function freeId(wanted: string, taken: Set<string>): string {
  const stem = wanted === '' ? 'portal' : wanted;
  let id = stem;
  for (let nth = 2; taken.has(id); nth += 1) id = `${stem}-${nth}`;
  taken.add(id);
  return id;
}
