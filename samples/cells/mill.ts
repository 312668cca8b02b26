import type { Edition } from '../../src/model/forms/form.ts';
import { type Rng, seededRng } from '../generator/rng.ts';
import { type Effect, type Position, positionsOf } from './effect.ts';
import { PAGE_CONTAINERS } from './pages/containers.ts';
import { PAGE_EFFECTS } from './pages/page-effects.ts';
import { writePage } from './pages/write-page.ts';
import { shownIn } from './pieces.ts';
import { PRINT_EFFECTS } from './print/effects.ts';
import { PRINT_CONTAINERS, writePrint } from './print/write-print.ts';
import { SEALED } from './sealed/sealed.ts';
import type { Seen } from './seen.ts';
import { SHEET_CONTAINERS } from './sheets/containers.ts';
import { SHEET_EFFECTS } from './sheets/effects.ts';
import { writeSheet } from './sheets/write-sheet.ts';
import { WORD_CONTAINERS } from './word/containers.ts';
import { WORD_EFFECTS } from './word/word-effects.ts';
import { writeWord } from './word/write-word.ts';
import { makeWorkpiece, type Workpiece } from './workpiece.ts';

export const CELL_FORMATS = ['html', 'docx', 'xlsx', 'pdf'] as const;
export type CellFormat = (typeof CELL_FORMATS)[number];

export type Part = 'open' | 'sealed';

/** One document to be made: the same order always gives the same bytes. */
export interface CellOrder {
  readonly format: CellFormat;
  readonly part: Part;
  readonly effect: Effect;
  readonly position: Position;
  /** Those from 1000 belong to the sealed part. */
  readonly seed: number;
}

export interface CraftedCell {
  readonly order: CellOrder;
  readonly container: string;
  readonly bytes: Uint8Array;
  readonly path: string;
  /** What a person reads in the crafted cells, and in all others. */
  readonly seen: Readonly<Record<string, Seen>>;
  readonly others: Readonly<Record<string, Seen>>;
}

/** A kind of place that a cell stands in; some are of one edition. */
interface Container {
  readonly name: string;
  readonly edition?: Edition;
}

/** All that a format takes part with. */
interface Workshop<E extends Effect, C extends Container> {
  readonly open: readonly E[];
  readonly containers: readonly C[];
  readonly write: (work: Workpiece, effect: E, container: C, rng: Rng) => Uint8Array | Promise<Uint8Array>;
}

const workshop = <E extends Effect, C extends Container>(one: Workshop<E, C>): Workshop<Effect, Container> =>
  one as unknown as Workshop<Effect, Container>;

const WORKSHOPS: Readonly<Record<CellFormat, Workshop<Effect, Container>>> = {
  html: workshop({ open: PAGE_EFFECTS, containers: PAGE_CONTAINERS, write: writePage }),
  docx: workshop({ open: WORD_EFFECTS, containers: WORD_CONTAINERS, write: writeWord }),
  xlsx: workshop({ open: SHEET_EFFECTS, containers: SHEET_CONTAINERS, write: writeSheet }),
  pdf: workshop({ open: PRINT_EFFECTS, containers: PRINT_CONTAINERS, write: writePrint }),
};

const FIRST_SEALED_SEED = 1000;

export const effectsOf = (format: CellFormat, part: Part): readonly Effect[] =>
  part === 'open' ? WORKSHOPS[format].open : SEALED[format];

/** Every effect at every position that it can take, with each of the seeds. */
export const ordersOf = (format: CellFormat, part: Part, seeds: readonly number[]): CellOrder[] =>
  effectsOf(format, part).flatMap((effect) =>
    positionsOf(effect).flatMap((position) =>
      seeds.map((one) => ({
        ...{ format, part, effect, position },
        seed: part === 'sealed' ? FIRST_SEALED_SEED + one : one,
      })),
    ),
  );

/** For the comparison with what a browser draws. */
interface Making {
  /** The crafted cells of a page have an attribute by which a browser finds them. */
  readonly marked?: boolean;
  /** What a person sees is written plainly, without the effect. */
  readonly plainly?: boolean;
}

const plainWork = (work: Workpiece, { sight }: Effect): Workpiece => ({
  ...work,
  places: new Map(
    [...work.places].map(([cell, pieces]) => [cell, { before: shownIn(pieces, sight), part: '', after: '' }]),
  ),
});

export async function craftCell(order: CellOrder, { marked, plainly }: Making = {}): Promise<CraftedCell> {
  const { format, effect, position, seed } = order;
  const { containers, write } = WORKSHOPS[format];
  const rng = seededRng(seed).fork(`${format} ${effect.name} ${position}`);
  const container = rng.pick(containers);
  const { edition } = container;
  const attributes = marked ? ' data-crafted' : undefined;
  const work = makeWorkpiece({
    ...{ effect, position, seed },
    ...(edition ? { edition } : {}),
    ...(attributes ? { attributes } : {}),
  });
  return {
    order,
    container: container.name,
    bytes: await (plainly
      ? write(plainWork(work, effect), WORKSHOPS[format].open[0] as Effect, container, rng.fork('write'))
      : write(work, effect, container, rng.fork('write'))),
    path: `${effect.name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${position}-${seed}.${format}`,
    seen: work.seen,
    others: effect.everywhere ? {} : work.others,
  };
}
