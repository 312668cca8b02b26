import { detectSignature } from '../../src/model/bytes/signature.ts';
import type { Block, Document } from '../document.ts';
import { formatInfo } from '../formats.ts';

/** Finds the bytes that a picture's address stands for among what came with the page; null where they did not come. */
export type PictureFinder = (source: string) => Uint8Array | null;

function isPicture(bytes: Uint8Array): boolean {
  const format = detectSignature(bytes);
  return format !== null && formatInfo(format).mediaType.startsWith('image/');
}

/** The document with the bytes of those of its pictures that can be found. */
export function givePictures(document: Document, find: PictureFinder): Document {
  const give = (block: Block): Block => {
    if (block.kind !== 'picture' || block.image) return block;
    const image = find(block.source);
    return image && isPicture(image) ? { ...block, image } : block;
  };
  return { ...document, blocks: document.blocks.map(give) };
}

/** An address as the name of a neighbour: without escapes, query, `./` and `..`; null for an address elsewhere. */
export function neighbourName(source: string, page: string): string | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(source)) return null;
  const steps = page.split('/').slice(0, -1);
  for (const step of unescaped(source.replace(/[?#].*$/s, ''))
    .replaceAll('\\', '/')
    .split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
