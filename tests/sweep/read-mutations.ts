import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentsIn } from '../../extractors/archive/documents-in.ts';
import type { Document } from '../../extractors/document.ts';
import { FORM_LABELS } from '../../extractors/mapping/label-oracle.ts';
import { mapDocument } from '../../extractors/mapping/map-document.ts';
import { readDocument } from '../../extractors/read-document.ts';
import type { Figure, Reading } from '../../src/model/report.ts';
import { EDITS, type Edit, editGrid, editsOf } from './mutate-grid.ts';

/** A document of a sample, as its reader yields it. */
interface SampleDocument {
  readonly name: string;
  readonly document: Document;
}

/** Where in a document an edit is made. */
interface PlacedEdit extends Edit {
  readonly block: number;
}

/** An edit after which a figure is not what it was, and not a word said of it. */
export interface SilentEdit {
  readonly sample: string;
  readonly edit: PlacedEdit;
  readonly figures: readonly string[];
  readonly isBlank: boolean;
}

export interface MutationOutcome {
  readonly edits: Readonly<Record<string, number>>;
  readonly silent: readonly SilentEdit[];
}

/** The documents of all samples that hold tables; scans have no cells before they are recognised. */
export async function sampleDocuments(folder: string): Promise<SampleDocument[]> {
  const found: SampleDocument[] = [];
  for (const name of readdirSync(folder).sort()) {
    const files = name.includes('.') ? [] : readdirSync(join(folder, name));
    const source = files.find((file) => file.startsWith('source.'));
    if (source === undefined) continue;
    for await (const member of documentsIn(new Uint8Array(readFileSync(join(folder, name, source))), source)) {
      if (!member.bytes || member.error) continue;
      const { document } = await readDocument(member.bytes, member.path, FORM_LABELS, { ocr: 'off' });
      if (document.blocks.some(({ kind }) => kind === 'grid')) found.push({ name: `${name}/${member.path}`, document });
    }
  }
  return found;
}

function placedEdits({ blocks }: Document): PlacedEdit[] {
  return blocks.flatMap((block, index) =>
    block.kind === 'grid' ? editsOf(block).map((edit) => ({ ...edit, block: index })) : [],
  );
}

const edited = (document: Document, edit: PlacedEdit): Document => ({
  ...document,
  blocks: document.blocks.map((block, index) =>
    index === edit.block && block.kind === 'grid' ? editGrid(block, edit) : block,
  ),
});

const isPlain = ({ status }: Figure): boolean => status !== 'missing' && status !== 'unreadable';
const show = (figure: Figure | undefined): string => `${figure?.value ?? 'null'} (${figure?.status ?? 'missing'})`;

/** Figures that are plainly another than before, and named by no doubt. */
function silentFigures(before: Reading, after: Reading): string[] {
  const named = new Set(after.doubts.flatMap(({ cells }) => cells));
  return Object.entries(after.figures).flatMap(([key, figure]) => {
    const was = before.figures[key];
    if (!isPlain(figure) || named.has(key)) return [];
    if (was && figure.value === was.value) return [];
    return [`${key}: ${show(was)} -> ${show(figure)}`];
  });
}

/**
 * Makes every `step`-th single edit of every table, beginning with the one at `from`, and reads what is left: each figure must
 * be what it was, be doubted or be missing.
 */
export function readMutations(documents: readonly SampleDocument[], step = 1, from = 0): MutationOutcome {
  const edits = Object.fromEntries(EDITS.map((kind) => [kind, 0])) as Record<string, number>;
  const silent: SilentEdit[] = [];
  let place = from;
  for (const { name, document } of documents) {
    const all = placedEdits(document);
    const before = mapDocument(document);
    if (before.report === null) continue;
    for (; place < all.length; place += step) {
      const edit = all[place] as PlacedEdit;
      edits[edit.kind] = (edits[edit.kind] ?? 0) + 1;
      const figures = silentFigures(before, mapDocument(edited(document, edit)));
      if (figures.length === 0) continue;
      silent.push({ sample: name, edit, figures, isBlank: figures.every((figure) => figure.includes('-> null')) });
    }
    place -= all.length;
  }
  return { edits, silent };
}

/** A line for each kind of edit: how many were made, and after how many a figure is wrong, or blank, in silence. */
export function mutationTable({ edits, silent }: MutationOutcome): string {
  const lines = Object.entries(edits).map(([kind, made]) => {
    const of = silent.filter(({ edit }) => edit.kind === kind);
    const blank = of.filter(({ isBlank }) => isBlank).length;
    return `${kind.padEnd(14)}${String(made).padStart(8)}${String(of.length - blank).padStart(14)}${String(blank).padStart(14)}`;
  });
  return ['kind of edit     edits  silent wrong  silent blank', ...lines].join('\n');
}

export const describeEdit = ({ sample, edit: { kind, block, row, place }, figures }: SilentEdit): string =>
  `${sample}: ${kind}, block ${block}, row ${row}, cell ${place}: ${figures.slice(0, 4).join('; ')}${figures.length > 4 ? ' …' : ''}`;
