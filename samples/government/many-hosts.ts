import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stringify } from 'yaml';
import { compact } from './column.ts';
import { listen } from './server.ts';

/** Many simple hosts, for measuring: each has a robots.txt, a list in pages, and small pages of reports. */
export interface ManyHosts {
  readonly declarations: string;
  readonly connect: Readonly<Record<string, string>>;
  /** Every page there is but for robots.txt: lists and reports, host by host. */
  readonly urls: readonly string[];
  /** Requests so far: all, and by host name. */
  readonly requests: { all: number; readonly byHost: Map<string, number> };
  close(): Promise<void>;
}

interface ManyHostsOptions {
  /** Size of a report's page. */
  readonly bytes?: number;
}

const COLUMN = '/zfxxgk/zfxxgknb/';
const PER_PAGE = 20;
const DATE = '2026-01-20';
const FILLER = '<p>本单位按照条例要求公开政府信息，及时回应群众关切，全年工作按计划完成，有关情况见下。</p>\n';

/** 127.0.1.1, 127.0.1.2 ... 127.0.1.250, 127.0.2.1 ... */
const addressOf = (host: number): string => `127.0.${1 + Math.floor(host / 250)}.${1 + (host % 250)}`;

const nameOf = (host: number): string => `www.county${host + 1}.gov.cn`;

const pathOf = (report: number): string => `${COLUMN}202601/t${compact(DATE)}_${1000 + report}.html`;

interface Shape {
  readonly reports: number;
  readonly bytes: number;
}

const agencyOf = (host: number, report: number): string => `第${host + 1}县第${report + 1}镇人民政府`;
const titleOf = (host: number, report: number): string => `${agencyOf(host, report)}2025年政府信息公开工作年度报告`;

function reportPage(host: number, report: number, bytes: number): string {
  const title = titleOf(host, report);
  const start = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${title}</title><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${DATE} 09:30"><meta name="ColumnType" content="信息公开年报"></head>
<body><h1>${title}</h1><div class="TRS_Editor">
<p>统计期限为2025年1月1日至12月31日。</p>
`;
  const end = '</div></body></html>';
  const room = bytes - Buffer.byteLength(start + end);
  return start + FILLER.repeat(Math.max(0, Math.floor(room / Buffer.byteLength(FILLER)))) + end;
}

function listPage(host: number, number: number, reports: number): string {
  const pages = Math.ceil(reports / PER_PAGE);
  const rows = Array.from({ length: Math.min(PER_PAGE, reports - number * PER_PAGE) }, (_, row) => {
    const report = number * PER_PAGE + row;
    return `<li><a href=".${pathOf(report).slice(COLUMN.length - 1)}">${titleOf(host, report)}</a><span>${DATE}</span></li>`;
  });
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开年报</title><meta name="ColumnType" content="信息公开年报"></head><body><ul>
${rows.join('\n')}
</ul><script>createPageHTML(${pages}, ${number}, "index", "html");</script></body></html>`;
}

const listPath = (number: number): string => `${COLUMN}index${number === 0 ? '' : `_${number}`}.html`;

const pathsOf = ({ reports }: Shape): string[] => [
  ...Array.from({ length: Math.ceil(reports / PER_PAGE) }, (_, number) => listPath(number)),
  ...Array.from({ length: reports }, (_, report) => pathOf(report)),
];

/** Pages are made when they are asked for: ten thousand of them would be much to keep. */
function pageAt(host: number, path: string, { reports, bytes }: Shape): string | null {
  if (path === '/robots.txt') return ROBOTS;
  const report = Number(/_(\d+)\.html$/.exec(path)?.[1] ?? Number.NaN) - 1000;
  if (report >= 0 && report < reports && path === pathOf(report)) return reportPage(host, report, bytes);
  const number = path === COLUMN ? 0 : Number(/index(?:_(\d+))?\.html$/.exec(path)?.[1] ?? 0);
  const isList = path === COLUMN || path === listPath(number);
  return isList && number * PER_PAGE < reports ? listPage(host, number, reports) : null;
}

const ROBOTS = 'User-agent: *\nDisallow: /search/\n';

/**
 * Serves `count` hosts, each with `pagesEach` reports, one loopback address a host. Throws a SamplePortalError where the
 * system has no such addresses.
 */
export async function startManyHosts(
  count: number,
  pagesEach: number,
  { bytes = 15_000 }: ManyHostsOptions = {},
): Promise<ManyHosts> {
  const shape: Shape = { reports: pagesEach, bytes };
  const servers: Server[] = [];
  const connect: Record<string, string> = {};
  const urls: string[] = [];
  const requests = { all: 0, byHost: new Map<string, number>() };
  const close = async (): Promise<void> => {
    await Promise.all(
      servers.map((server) => {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        return closed;
      }),
    );
  };

  for (let host = 0; host < count; host += 1) {
    const name = nameOf(host);
    const server = createServer((request, response) => {
      requests.all += 1;
      requests.byHost.set(name, (requests.byHost.get(name) ?? 0) + 1);
      const path = request.url ?? '';
      const body = Buffer.from(pageAt(host, path, shape) ?? '');
      const type = path === '/robots.txt' ? 'text/plain' : 'text/html; charset=utf-8';
      response
        .writeHead(body.length > 0 ? 200 : 404, { 'Content-Type': type, 'Content-Length': body.length })
        .end(body);
    });
    await listen(server, addressOf(host)).catch(async (error: unknown) => {
      await close();
      throw error;
    });
    servers.push(server);
    connect[name] = `${addressOf(host)}:${(server.address() as AddressInfo).port}`;
    urls.push(...pathsOf(shape).map((path) => `http://${name}${path}`));
  }

  const portals = Object.keys(connect).map((name, host) => ({
    id: `county${host + 1}`,
    name: `第${host + 1}县人民政府`,
    region: null,
    level: 'county',
    home: `http://${name}/`,
    columns: [`http://${name}${COLUMN}index.html`],
    family: 'trs',
    hosts: [],
    agencies: pagesEach,
    corrections: [],
  }));
  return { declarations: stringify({ connect, portals }), connect, urls, requests, close };
}
