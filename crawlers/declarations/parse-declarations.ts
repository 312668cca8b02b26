import type { Declarations, Portal } from '../portal.ts';
import { DeclarationError, type Fault } from './declaration-error.ts';
import { readPortal } from './read-portal.ts';
import { shown, YamlReader } from './yaml-reader.ts';

const TOP = ['portals', 'connect'];
const PEER = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]):\d{1,5}$/i;
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

/**
 * Reads one file of declarations; `file` is its name in messages.
 *
 * @throws {DeclarationError} with every fault by line: broken YAML, unknown keys, missing or senseless values, ids that are
 *   not unique, addresses outside `*.gov.cn` and the portal's hosts.
 */
export function parseDeclarations(text: string, file: string): Declarations {
  const reader = new YamlReader(text, file);
  const top = reader.root === null ? null : reader.fields(reader.root, 'the file', TOP);
  const portals = reader
    .items(top?.get('portals'), 'portals')
    .map((node) => readPortal(reader, node))
    .filter((portal) => portal !== null);
  const connect = readConnect(reader, top?.get('connect'));
  reader.faults.push(...repeatedIds(portals));
  reader.finish();
  return { portals, connect };
}

/**
 * The declarations of several files as one. Where two connect a host differently, the later file counts.
 *
 * @throws {DeclarationError} where two files declare the same id.
 */
export function mergeDeclarations(all: readonly Declarations[]): Declarations {
  const portals = all.flatMap((declarations) => declarations.portals);
  const faults = repeatedIds(portals);
  if (faults.length > 0) throw new DeclarationError(faults);
  return { portals, connect: Object.assign({}, ...all.map(({ connect }) => connect)) };
}

function repeatedIds(portals: readonly Portal[]): Fault[] {
  const seen = new Map<string, Portal>();
  return portals.flatMap((portal) => {
    const first = seen.get(portal.id);
    seen.set(portal.id, first ?? portal);
    if (!first) return [];
    const { file, line } = first.declaredAt;
    return [
      {
        ...portal.declaredAt,
        message: {
          zh: `id ${shown(portal.id)} 已在 ${file}:${line} 使用；请另选一个`,
          en: `the id ${shown(portal.id)} is taken at ${file}:${line}; choose another`,
        },
      },
    ];
  });
}

function readConnect(reader: YamlReader, node: Parameters<YamlReader['entries']>[0]): Record<string, string> {
  const connect: Record<string, string> = Object.create(null);
  for (const [name, value] of reader.entries(node, 'connect')) {
    const host = name.toLowerCase();
    const peer = reader.text(value, `connect for ${host}`);
    if (peer === null) continue;
    const port = Number(peer.slice(peer.lastIndexOf(':') + 1));
    if (HOST.test(host) && PEER.test(peer) && port > 0 && port < 65_536) connect[host] = peer;
    else
      reader.fault(value, {
        zh: `connect 应把主机名映射到 地址:端口，而不是把 ${shown(name)} 映射到 ${shown(peer)}`,
        en: `connect maps a host name to address:port, not ${shown(name)} to ${shown(peer)}`,
      });
  }
  return { ...connect };
}
