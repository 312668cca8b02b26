import type { Node } from 'yaml';
import type { Message } from '../../src/model/report.ts';
import { familyNames } from '../families/families.ts';
import { normaliseUrl } from '../normalise-url.ts';
import type { Correction, Portal } from '../portal.ts';
import { shown, termOf, type YamlReader } from './yaml-reader.ts';

type MaybeNode = Node | null | undefined;

const OF_ITSELF = ['id', 'name', 'region', 'level', 'home', 'agencies'];
const OF_ITS_PAGES = ['columns', 'family', 'hosts', 'legacyTls', 'corrections'];
const PORTAL = [...OF_ITSELF, ...OF_ITS_PAGES];
const LEGACY_TLS = ['because'];
const CORRECTION = ['url', 'skip', 'kind', 'because'];
const LEVELS = ['nation', 'province', 'prefecture', 'county', 'township'] as const;
const KINDS = ['column', 'report'] as const;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const HOST = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$|^\d{1,3}(?:\.\d{1,3}){3}$/;
const REGION = /^\d{2,12}$/;

/** Reads one portal; null where it is faulty, with its faults in the reader. */
export function readPortal(reader: YamlReader, node: MaybeNode): Portal | null {
  const fields = reader.fields(node, 'a portal', PORTAL);
  if (!fields) return null;
  const before = reader.faults.length;
  const required = (key: string): string | null => {
    if (!fields.has(key)) reader.fault(node, { zh: `网站声明缺少键 ${key}`, en: `a portal needs the key ${key}` });
    return matching(reader, fields.get(key), key, /\S/, { zh: '不能为空', en: 'must not be empty' });
  };
  const hosts = reader
    .items(fields.get('hosts'), 'hosts')
    .map((at) =>
      matching(reader, at, 'a host', HOST, {
        zh: '应为 www.example.cn 或 *.example.cn 这样的名称',
        en: 'must be a name such as www.example.cn or *.example.cn',
      }),
    )
    .filter((host) => host !== null);
  const address = (at: MaybeNode, what: string) => readAddress(reader, at, what, hosts);
  required('id');
  const portal = {
    id: matching(reader, fields.get('id'), 'the id', ID, {
      zh: '应为小写字母、数字和单个连字符',
      en: 'must be lower-case letters, digits and single hyphens',
    }),
    name: required('name'),
    region: matching(reader, fields.get('region'), 'the region', REGION, {
      zh: '应为 2 至 12 位数字',
      en: 'must be 2 to 12 digits',
    }),
    level: choice(reader, fields.get('level'), 'level', LEVELS),
    home: required('home') && address(fields.get('home'), 'home'),
    columns: reader
      .items(fields.get('columns'), 'columns')
      .map((at) => address(at, 'a column'))
      .filter((column) => column !== null),
    family: choice(reader, fields.get('family'), 'family', familyNames),
    hosts,
    agencies: readCount(reader, fields.get('agencies')),
    corrections: reader
      .items(fields.get('corrections'), 'corrections')
      .map((at) => readCorrection(reader, at, address))
      .filter((correction) => correction !== null),
    legacyTls: readLegacyTls(reader, fields.get('legacyTls')),
    declaredAt: { file: reader.file, line: reader.lineOf(node) },
  };
  const { id, name, home } = portal;
  return reader.faults.length > before || !id || !name || !home ? null : { ...portal, id, name, home };
}

function matching(reader: YamlReader, node: MaybeNode, what: string, pattern: RegExp, rule: Message): string | null {
  const text = reader.text(node, what);
  if (text === null || pattern.test(text)) return text;
  reader.fault(node, {
    zh: `${termOf(what)}${rule.zh}，而不是 ${shown(text)}`,
    en: `${what} ${rule.en}, not ${shown(text)}`,
  });
  return null;
}

function choice<T extends string>(reader: YamlReader, node: MaybeNode, what: string, known: readonly T[]): T | null {
  const text = reader.text(node, what);
  if (text === null) return null;
  const chosen = known.find((one) => one === text) ?? null;
  if (chosen === null)
    reader.fault(node, {
      zh: `${termOf(what)}应为 ${known.join('、')} 之一，而不是 ${shown(text)}`,
      en: `${what} must be one of ${known.join(', ')}, not ${shown(text)}`,
    });
  return chosen;
}

function readCount(reader: YamlReader, node: MaybeNode): number | null {
  const text = matching(reader, node, 'agencies', /^[1-9]\d{0,5}$/, {
    zh: '应为不小于 1 的整数',
    en: 'must be a whole number from 1',
  });
  return text === null ? null : Number(text);
}

/** The reason is the switch: who opens a portal to old encryption says why. */
function readLegacyTls(reader: YamlReader, node: MaybeNode): string | null {
  const fields = node === undefined ? null : reader.fields(node, 'legacyTls', LEGACY_TLS);
  if (!fields) return null;
  const because = reader.text(fields.get('because'), 'because');
  if (because === null)
    reader.fault(node, { zh: 'legacyTls 须在 because 中写明理由', en: 'legacyTls needs a reason under because' });
  return because;
}

/** Whether a host belongs to `*.gov.cn` or to the portal's own hosts. */
const isAllowed = (host: string, hosts: readonly string[]): boolean =>
  ['*.gov.cn', ...hosts].some((pattern) =>
    pattern.startsWith('*.') ? host === pattern.slice(2) || host.endsWith(pattern.slice(1)) : host === pattern,
  );

function readAddress(reader: YamlReader, node: MaybeNode, what: string, hosts: readonly string[]): string | null {
  const text = reader.text(node, what);
  if (text === null) return null;
  const url = normaliseUrl(text);
  if (url === null)
    reader.fault(node, {
      zh: `${termOf(what)}应为 http 或 https 网址，而不是 ${shown(text)}`,
      en: `${what} must be an http or https address, not ${shown(text)}`,
    });
  else if (isAllowed(new URL(url).hostname, hosts)) return url;
  else
    reader.fault(node, {
      zh: `${termOf(what)}${shown(text)} 不在 *.gov.cn 之内；若属于该网站，请把其主机加入 hosts`,
      en: `${what} ${shown(text)} lies outside *.gov.cn; add its host to hosts if it belongs to the portal`,
    });
  return null;
}

function readCorrection(
  reader: YamlReader,
  node: MaybeNode,
  address: (node: MaybeNode, what: string) => string | null,
): Correction | null {
  const fields = reader.fields(node, 'a correction', CORRECTION);
  if (!fields) return null;
  const url = address(fields.get('url'), 'url');
  const skip = reader.flag(fields.get('skip'), 'skip');
  const kind = choice(reader, fields.get('kind'), 'kind', KINDS);
  const because = reader.text(fields.get('because'), 'because');
  if (!fields.has('url')) reader.fault(node, { zh: '更正缺少键 url', en: 'a correction needs the key url' });
  if (because === null)
    reader.fault(node, { zh: '更正须在 because 中写明理由', en: 'a correction needs a reason under because' });
  if (skip === (kind !== null))
    reader.fault(node, {
      zh: '更正要么略去一个地址（skip），要么写明其种类（kind），二者取一',
      en: 'a correction either skips a place or says its kind',
    });
  return url === null || because === null ? null : { url, skip, kind, because };
}
