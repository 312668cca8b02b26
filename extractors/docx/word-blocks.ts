import type { Message } from '../../src/model/report.ts';
import type { Block, Document, GridCell } from '../document.ts';
import { readHtml } from '../html/read-html.ts';
import { takeNotes } from './cell-notes.ts';

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

type Notes = readonly (readonly Message[])[];

function noted(cell: GridCell, notes: Notes): GridCell {
  const { text, unsure } = takeNotes(cell.text, notes);
  return unsure.length > 0 ? { ...cell, text, unsure } : cell;
}

function relocate(block: Block, { places, notes }: WordPlaces): Block {
  const path = bodyPath(block.at.path ?? '', places);
  const at = { ...block.at, path };
  if (block.kind === 'paragraph') return { ...block, at, text: takeNotes(block.text, notes ?? []).text };
  if (block.kind !== 'grid') return { ...block, at };
  const cells = block.cells.map((cell) => ({ ...noted(cell, notes ?? []), at: { ...cell.at, path } }));
  return { ...block, at, cells };
}

/** What the HTML of a word processor's body no longer says. */
interface WordPlaces {
  /** Where the children of the body stood before, by their order now; as they stand without it. */
  readonly places?: readonly string[];
  /** What is unsure about cells, by the marks in them. */
  readonly notes?: Notes;
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
  before: WordPlaces = {},
): Document {
  const document = readHtml(`<!DOCTYPE html><body>${html}</body>`);
  const blocks = document.blocks.flatMap((block) => {
    const placed = relocate(block, before);
    if (placed.kind === 'paragraph' && placed.text === '') return [];
    const bytes = placed.kind === 'picture' ? image(placed.source) : undefined;
    return [bytes ? { ...placed, image: bytes } : placed];
  });
  return { ...document, blocks };
}
