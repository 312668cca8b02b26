import type { Block, Document } from '../document.ts';
import { readHtml } from '../html/read-html.ts';

/** What stands in a word processor's document for an element of the HTML that was made from it. */
const NAMES: Readonly<Record<string, string>> = {
  p: 'p',
  h1: 'p',
  h2: 'p',
  h3: 'p',
  h4: 'p',
  h5: 'p',
  h6: 'p',
  img: 'p',
  figure: 'txbx',
  article: 'sdt',
  table: 'tbl',
  tr: 'tr',
  td: 'tc',
};

/** `table:nth-child(3)` is `body/tbl[3]`: the third child of the body, counting children of every name. */
function bodyPath(path: string): string {
  const steps = path.split('>').flatMap((step) => {
    const match = /^([a-z0-9]+):nth-child\((\d+)\)$/.exec(step);
    const name = match?.[1] ? NAMES[match[1]] : undefined;
    return name ? [`${name}[${match?.[2]}]`] : [];
  });
  return ['body', ...steps].join('/');
}

function relocate(block: Block): Block {
  const path = bodyPath(block.at.path ?? '');
  const at = { ...block.at, path };
  if (block.kind !== 'grid') return { ...block, at };
  return { ...block, at, cells: block.cells.map((cell) => ({ ...cell, at: { ...cell.at, path } })) };
}

/**
 * The blocks of a body that was written as HTML, one element a child: so word processors' tables share the table model of
 * web pages, nested tables and tables that only arrange the page included. Locators become paths into the body.
 *
 * @param image the bytes of a picture by its source, where the document carries them
 */
export function bodyToDocument(html: string, image: (source: string) => Uint8Array | undefined): Document {
  const document = readHtml(`<!DOCTYPE html><body>${html}</body>`);
  const blocks = document.blocks.map((block) => {
    const placed = relocate(block);
    const bytes = placed.kind === 'picture' ? image(placed.source) : undefined;
    return bytes ? { ...placed, image: bytes } : placed;
  });
  return { ...document, blocks };
}
