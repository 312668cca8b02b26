import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WarcItem } from '../../../crawlers/archive/read-warc.ts';
import { WarcWriter } from '../../../crawlers/archive/warc-writer.ts';
import type { Exchange } from '../../../crawlers/http/exchange.ts';
import type { ArchiveGap, ArchivePosition } from '../../../src/model/crawl/frontier.ts';

export const NOW = Date.UTC(2026, 10, 23, 1, 2, 3, 456);

export function anExchange(given: Partial<Exchange> & { readonly text?: string } = {}): Exchange {
  const body = Buffer.from(given.text ?? '<html><title>兰渚街道2025年政府信息公开工作年度报告</title></html>');
  return {
    url: 'http://www.lanzhu.gov.cn/art/2026/1/25/art_1229_1.html',
    status: 200,
    statusText: 'OK',
    headers: [
      ['Server', 'nginx'],
      ['Set-Cookie', 'a=1'],
      ['Content-Type', 'text/html; charset=utf-8'],
      ['set-cookie', 'b=2, c'],
    ],
    rawBody: given.body ?? body,
    body,
    truncated: false,
    remoteAddress: '127.0.0.2',
    startedAt: NOW,
    took: 12,
    ...Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'text')),
  };
}

export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The gap behind a record that is the last of its file that a corpus knows, which knows all before it. */
export const behind = ({ offset, length }: ArchivePosition): ArchiveGap[] => [{ from: offset + length, to: null }];

/** A writer over a folder of whose files a corpus knows all but these gaps; it knows no others. */
export async function testWriter(
  folder: string,
  gaps: Readonly<Record<string, readonly ArchiveGap[]>> = {},
  options: { readonly fileSize?: number; readonly now?: number } = {},
): Promise<WarcWriter> {
  const { fileSize, now = NOW } = options;
  const writer = await WarcWriter.open(folder, {
    program: 'lanting/0.4.0',
    userAgent: 'Lanting/0.4.0 (+https://www.example.org/)',
    gapsIn: async (file) => gaps[file] ?? null,
    now: () => now,
    ...(fileSize === undefined ? {} : { fileSize }),
  });
  onTestFinished(() => writer.close());
  return writer;
}

export async function gathered<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** An item in a line: its type and address, or what is wrong with it. */
export const inWords = (item: WarcItem): string =>
  item.kind === 'broken'
    ? `broken: ${item.reason.en}`
    : [item.type, item.fields.get('warc-target-uri')].filter((part) => part !== undefined).join(' ');
