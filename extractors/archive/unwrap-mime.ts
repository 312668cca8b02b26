import { bufferOf } from '../../src/model/bytes/buffer-of.ts';
import { ReadError } from '../read-error.ts';
import type { PictureFinder } from './give-pictures.ts';

/** A web page out of its MIME wrapping, with what came with it. */
interface WrappedPage {
  readonly page: Uint8Array;
  readonly findPicture: PictureFinder;
}

interface Part {
  readonly type: string;
  /** `Content-Location` or `cid:` and `Content-ID`; empty where the part has none. */
  readonly location: string;
  readonly body: () => Uint8Array;
}

/** More than any saved page has; a file that nests deeper or holds more is not read further. */
const [DEEPEST, MOST_PARTS] = [4, 1_000];

const DECODERS: Readonly<Record<string, (body: string) => Uint8Array>> = {
  base64: (body) => Buffer.from(body, 'base64'),
  'quoted-printable': (body) =>
    Buffer.from(
      body
        .replace(/(?<![ \t])[ \t]*=\r?\n/g, '')
        .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ),
};

function readHeaders(head: string): ReadonlyMap<string, string> {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const] : [];
    }),
  );
}

function* readParts(text: string, depth: number): Generator<Part> {
  const trimmed = text.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*/, '');
  const gap = /\r?\n\r?\n/.exec(trimmed);
  if (!gap) return;
  const headers = readHeaders(trimmed.slice(0, gap.index));
  const body = trimmed.slice(gap.index + gap[0].length);
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary\s*=\s*(?:"(?<quoted>[^"]+)"|(?<plain>[^\s;]+))/i.exec(type)?.groups;
  const mark = boundary?.quoted ?? boundary?.plain;
  if (/^multipart\//i.test(type) && mark) {
    if (depth >= DEEPEST) return;
    for (const part of `\n${body}`.split(`\n--${mark}`).slice(1)) {
      if (part.startsWith('--')) return;
      yield* readParts(part, depth + 1);
    }
    return;
  }
  const id = headers.get('content-id')?.replace(/^<|>$/g, '');
  yield {
    type: type.toLowerCase(),
    location: headers.get('content-location') ?? (id ? `cid:${id}` : ''),
    body: () => (DECODERS[headers.get('content-transfer-encoding')?.toLowerCase() ?? ''] ?? asItIs)(body),
  };
}

const asItIs = (body: string): Uint8Array => Buffer.from(body, 'latin1');

/** An address as it is meant on its page; the address itself where that makes none. */
function absolute(source: string, base: string): string {
  try {
    return new URL(source, base).href;
  } catch {
    return source;
  }
}

/**
 * Takes the page out of a MIME message: what browsers and Word save as .mht, often under the name .doc.
 * Throws a ReadError `UNREADABLE` for a message that holds no page.
 */
export function unwrapMime(bytes: Uint8Array): WrappedPage {
  const text = bufferOf(bytes).toString('latin1');
  const parts: Part[] = [];
  for (const part of readParts(text, 0)) {
    parts.push(part);
    if (parts.length >= MOST_PARTS) break;
  }
  const page =
    parts.find(({ type }) => type.startsWith('text/html')) ?? parts.find(({ type }) => type.startsWith('text/plain'));
  if (!page) {
    throw new ReadError('UNREADABLE', {
      zh: `此文件是有 ${parts.length} 个部分的 MIME 邮件，其中没有网页；请打开并保存其内容`,
      en: `the file is a MIME message of ${parts.length} parts, none of which is a page; open it and save what it holds`,
    });
  }
  const located = new Map(parts.map((part) => [absolute(part.location, page.location), part]));
  return {
    page: new Uint8Array(page.body()),
    findPicture: (source) => located.get(absolute(source, page.location))?.body() ?? null,
  };
}
