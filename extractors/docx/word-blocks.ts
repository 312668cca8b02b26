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
  table: 'tbl',
  tr: 'tr',
  td: 'tc',
};

/**
 * `table:nth-child(3)` is `body/tbl[3]`: the third child of the body, counting children of every name.
 *
 * @param places where the children of the body stood before, by their order now; as they stand without it
 */
function bodyPath(path: string, places: readonly string[] | undefined): string {
  const steps = path.split('>').flatMap((step, depth) => {
    const match = /^([a-z0-9]+):nth-child\((\d+)\)$/.exec(step);
    const name = match?.[1] ? NAMES[match[1]] : undefined;
    const place = depth === 0 ? places?.[Number(match?.[2]) - 1] : undefined;
    return place ?? (name ? `${name}[${match?.[2]}]` : []);
  });
  return ['body', ...steps].join('/');
}

function relocate(block: Block, places: readonly string[] | undefined): Block {
  const path = bodyPath(block.at.path ?? '', places);
  const at = { ...block.at, path };
  if (block.kind !== 'grid') return { ...block, at };
  return { ...block, at, cells: block.cells.map((cell) => ({ ...cell, at: { ...cell.at, path } })) };
}

/**
 * The blocks of a word processor's body that was made an HTML page, so that its tables share the table model of web pages.
 * Locators become paths into the body.
 *
 * @param image the bytes of a picture by its source, where the document carries them
 * @param places see {@link bodyPath}
 */
export function bodyToDocument(
  html: string,
  image: (source: string) => Uint8Array | undefined,
  places?: readonly string[],
): Document {
  const document = readHtml(`<!DOCTYPE html><body>${html}</body>`);
  const blocks = document.blocks.map((block) => {
    const placed = relocate(block, places);
    const bytes = placed.kind === 'picture' ? image(placed.source) : undefined;
    return bytes ? { ...placed, image: bytes } : placed;
  });
  return { ...document, blocks };
}
