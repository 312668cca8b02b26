import type { Draft } from './draft.ts';
import { drawHtmlTable } from './draw-table.ts';
import { encode } from './encode.ts';
import { layOut } from './layout.ts';
import type { Mess } from './mess.ts';
import { MESSES, messOf } from './messes/catalogue.ts';
import { TEXT_RENDERINGS } from './messes/text-tables.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { type Rng, seededRng } from './rng.ts';
import { SKELETONS } from './skeletons/skeletons.ts';
import { type EditionChoice, randomTruth, type Truth } from './truth.ts';

/** A document, what it says, and how it was made messy. The same seed always gives the same document. */
export interface Generated {
  readonly seed: number;
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly truth: Truth;
  readonly messes: readonly string[];
  readonly readable: boolean;
  readonly headings: Draft['headings'];
}

interface Options {
  /** The messes to use in place of a random choice; those that do not fit the report are still applied. */
  readonly messes?: readonly string[];
}

const overlaps = (a: Mess, b: Mess): boolean => a.holds.some((hold) => b.holds.includes(hold));

/** An edition that a mess asks for, against those already asked for. */
function agreesOnEdition(mess: Mess, chosen: readonly Mess[]): boolean {
  const asked = [...chosen, mess].flatMap(({ edition }) => edition ?? []);
  return new Set(asked).size <= 1;
}

/** Up to four messes that go together; one document in twenty stays as the form prints it. */
function chooseMesses(rng: Rng): readonly Mess[] {
  const draw = rng.next();
  const wanted = draw < 0.05 ? 0 : draw < 0.4 ? 1 : draw < 0.7 ? 2 : draw < 0.9 ? 3 : 4;
  const format = wanted > 0 && rng.chance(0.25) ? 'text' : 'html';
  const chosen: Mess[] = format === 'text' ? [rng.pick(TEXT_RENDERINGS)] : [];
  for (const mess of rng.shuffle(MESSES)) {
    if (chosen.length >= wanted) break;
    const goes =
      mess.formats.includes(format) && agreesOnEdition(mess, chosen) && !chosen.some((one) => overlaps(one, mess));
    if (goes && !TEXT_RENDERINGS.includes(mess)) chosen.push(mess);
  }
  return chosen;
}

function draftOf(truth: Truth, rng: Rng, text: boolean): Draft {
  return {
    truth,
    blocks: layOut(truth),
    readable: true,
    headings: 'kept',
    writing: {
      format: text ? 'text' : 'html',
      skeleton: text ? null : rng.pick(SKELETONS),
      cell: [],
      paragraph: [],
      draw: drawHtmlTable,
      table: [],
      document: [],
      styles: [],
      encoding: { name: 'utf8', mark: false, declared: rng.chance(0.8) ? 'utf-8' : null },
    },
  };
}

const ENDINGS = { html: 'html', text: 'txt', markdown: 'md' };

/** Makes the document of a seed. */
export function generate(seed: number, options: Options = {}): Generated {
  const rng = seededRng(seed);
  const wished = options.messes?.map(messOf) ?? chooseMesses(rng.fork('messes'));
  const edition: EditionChoice =
    wished.flatMap((mess) => mess.edition ?? [])[0] ?? rng.fork('edition').pick(['2019', '2021'] as const);
  const plainTruth = randomTruth(rng.fork('truth'), edition);
  const messes = options.messes ? wished : wished.filter((mess) => mess.fits?.(plainTruth) ?? true);
  const ordered = MESSES.filter((mess) => messes.includes(mess));
  const truth = ordered.reduce((told, mess) => mess.print?.(told, rng.fork(`print ${mess.name}`)) ?? told, plainTruth);
  const start = draftOf(
    truth,
    rng.fork('draft'),
    ordered.some((mess) => TEXT_RENDERINGS.includes(mess)),
  );
  const draft = ordered.reduce((left, mess) => mess.apply?.(left, rng.fork(mess.name)) ?? left, start);
  const render = draft.writing.format === 'html' ? renderHtml : renderText;
  return {
    seed,
    bytes: encode(render(draft, rng.fork('render')), draft),
    path: `generated-${seed}.${ENDINGS[draft.writing.format]}`,
    truth: draft.truth,
    messes: ordered.map(({ name }) => name),
    readable: draft.readable && ordered.every((mess) => mess.readable),
    headings: draft.headings,
  };
}
