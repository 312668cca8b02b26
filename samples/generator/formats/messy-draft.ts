import type { Draft } from '../draft.ts';
import { drawHtmlTable } from '../draw-table.ts';
import { layOut } from '../layout.ts';
import type { Mess } from '../mess.ts';
import { MESSES, messOf } from '../messes/catalogue.ts';
import { type Rng, seededRng } from '../rng.ts';
import { randomTruth } from '../truth.ts';

/** A draft that is messy only in ways that another format than HTML can show, before it is written in that format. */
export interface MessyDraft {
  readonly seed: number;
  readonly draft: Draft;
  readonly messes: readonly string[];
  readonly readable: boolean;
  /** For what the format itself draws at random. */
  readonly rng: Rng;
}

const overlaps = (a: Mess, b: Mess): boolean => a.holds.some((hold) => b.holds.includes(hold));

/** Up to three messes of the pool that go together; a third of the documents stays as the form prints it. */
function chooseMesses(rng: Rng, pool: readonly string[]): readonly Mess[] {
  const wanted = rng.pick([0, 0, 1, 1, 2, 3]);
  const chosen: Mess[] = [];
  for (const mess of rng.shuffle(pool).map(messOf)) {
    const asked = [...chosen, mess].flatMap(({ edition }) => edition ?? []);
    if (chosen.length >= wanted) break;
    if (new Set(asked).size <= 1 && !chosen.some((one) => overlaps(one, mess))) chosen.push(mess);
  }
  return chosen;
}

/** As the form prints it. */
export const blankDraft = (truth: Draft['truth']): Draft => ({
  truth,
  blocks: layOut(truth),
  readable: true,
  headings: 'kept',
  writing: {
    format: 'html',
    skeleton: null,
    cell: [],
    paragraph: [],
    draw: drawHtmlTable,
    table: [],
    document: [],
    styles: [],
    encoding: { name: 'utf8', mark: false, declared: 'utf-8' },
  },
});

/** The draft of a seed, with messes of `pool` by chance, or exactly those of `messes`. */
export function messyDraft(seed: number, pool: readonly string[], messes?: readonly string[]): MessyDraft {
  const rng = seededRng(seed);
  const wished = messes?.map(messOf) ?? chooseMesses(rng.fork('messes'), pool);
  const edition =
    wished.flatMap((mess) => mess.edition ?? [])[0] ?? rng.fork('edition').pick(['2019', '2021'] as const);
  const plain = randomTruth(rng.fork('truth'), edition);
  const ordered = MESSES.filter(
    (mess) => wished.includes(mess) && (messes !== undefined || (mess.fits?.(plain) ?? true)),
  );
  const truth = ordered.reduce((told, mess) => mess.print?.(told, rng.fork(`print ${mess.name}`)) ?? told, plain);
  const draft = ordered.reduce((left, mess) => mess.apply?.(left, rng.fork(mess.name)) ?? left, blankDraft(truth));
  return {
    seed,
    draft: inFinalWords(draft, rng),
    messes: ordered.map(({ name }) => name),
    readable: draft.readable && ordered.every((mess) => mess.readable),
    rng: rng.fork('format'),
  };
}

/** The draft with what its messes do to the whole text (traditional characters) done to every text in it. */
const inFinalWords = (draft: Draft, rng: Rng): Draft =>
  changeTexts(draft, (text) => draft.writing.document.reduce((said, change) => change(said, rng), text));

/** Every text that is printed, said otherwise; the figures' truth stays. */
export function changeTexts(draft: Draft, say: (text: string) => string): Draft {
  const { truth } = draft;
  return {
    ...draft,
    truth: { ...truth, title: say(truth.title), agency: say(truth.agency) },
    blocks: draft.blocks.map((block) =>
      block.kind === 'prose'
        ? { ...block, text: say(block.text) }
        : {
            ...block,
            rows: block.rows.map((row) => ({
              ...row,
              cells: row.cells.map((one) => ({ ...one, text: say(one.text) })),
            })),
          },
    ),
  };
}
