import type { Document } from '../document.ts';
import { linesToBlocks } from './line-blocks.ts';

/** Reads plain text or Markdown into the intermediate document. */
export function readText(text: string): Document {
  return { blocks: linesToBlocks(text), marks: { meta: {} }, doubts: [] };
}
