import type { Box } from '../../layout/box.ts';
import { BoxFinder } from '../../layout/box-finder.ts';
import { isDigit } from '../../layout/one-number.ts';
import type { Glyph } from '../page-content.ts';
import { type Colour, contrast, FAINT, isDark, paintOver, SAME, WHITE } from './colour.ts';
import { type Cover, covers, isInside } from './cover.ts';
import type { Ink } from './ink.ts';
import type { Mark } from './mark.ts';
import type { Unclear } from './unclear.ts';

/** Where in its box a character is looked at: its middle and towards its edges, where a digit has ink. */
const ACROSS = [0.25, 0.5, 0.75];
const DOWN = [0.28, 0.53, 0.78];
/** Letters of this size (points) that are faint are a watermark. */
const WATERMARK = 20;
/** Digits smaller than this (points), or narrower than this part of their size, are seen by nobody; below the second of each nobody reads them. */
const UNSEEN_SIZE = 1;
const UNREAD_SIZE = 3;
const UNSEEN_WIDTH = 0.04;
const UNREAD_WIDTH = 0.15;

interface Look {
  /** Difference of the character from what is behind it; null where it can't be told. */
  readonly contrast: number | null;
  readonly ink: Colour;
  /** Something opaque was painted over it that has not the colour of what was behind it. */
  readonly painted: boolean;
}

const NOTHING: Look = { contrast: 0, ink: WHITE, painted: false };

function inkOver(under: Colour, { paints }: Ink): Colour {
  return paints.reduce<Colour>((colour, paint) => paintOver(colour, paint), under);
}

/** What a person sees at one point of a character. */
function lookAt(ink: Ink, around: readonly Cover[], x: number, y: number): Look {
  if (ink.clips.some(({ parts, evenOdd }) => !isInside(parts, evenOdd, x, y))) return NOTHING;
  let ground: Colour = WHITE;
  let i = 0;
  for (; i < around.length && (around[i] as Cover).order < ink.order; i += 1) {
    const cover = around[i] as Cover;
    if (covers(cover, x, y)) ground = paintOver(ground, cover.paint);
  }
  const before = ground;
  let seen = inkOver(ground, ink);
  let painted = false;
  for (; i < around.length; i += 1) {
    const cover = around[i] as Cover;
    if (!covers(cover, x, y)) continue;
    const opaque = cover.paint.alpha >= 1 && cover.paint.blend === 'source-over';
    ground = paintOver(ground, cover.paint);
    seen = opaque ? ground : paintOver(seen, cover.paint);
    if (opaque) return { contrast: 0, ink: seen, painted: (contrast(ground, before) ?? 1) >= SAME };
    if (seen === null || ground === null) painted = true;
  }
  return { contrast: contrast(seen, ground), ink: seen, painted };
}

interface Sight {
  readonly seen: boolean;
  readonly unclear: Unclear | null;
}

const SEEN: Sight = { seen: true, unclear: null };
const UNSEEN: Sight = { seen: false, unclear: null };

function judge(looks: readonly Look[], size: number): Sight {
  const hidden = looks.filter((look) => look.contrast !== null && look.contrast < SAME);
  const painted = looks.some((look) => look.painted);
  if (hidden.length === looks.length) return painted ? { seen: false, unclear: 'covered' } : UNSEEN;
  if (hidden.length > 0) return { seen: true, unclear: 'partly' };
  if (painted) return { seen: true, unclear: 'covered' };
  const unknown = looks.filter((look) => look.contrast === null);
  if (unknown.length > 0) {
    if (unknown.some(({ ink }) => ink === null)) return { seen: true, unclear: 'pattern' };
    return unknown.every(({ ink }) => isDark(ink)) ? SEEN : { seen: true, unclear: 'background' };
  }
  if (looks.some((look) => (look.contrast as number) >= FAINT)) return SEEN;
  return size >= WATERMARK ? UNSEEN : { seen: true, unclear: 'faint' };
}

/** What a person sees of a character by its size. */
function sightOfSize({ box, size, turn }: Glyph): Sight {
  const width = turn === 1 || turn === 3 ? box[3] - box[1] : box[2] - box[0];
  if (size < UNSEEN_SIZE || width < UNSEEN_WIDTH * size) return UNSEEN;
  return size < UNREAD_SIZE || width < UNREAD_WIDTH * size ? { seen: true, unclear: 'narrow' } : SEEN;
}

const centred = ([x0, y0, x1, y1]: Box): readonly (readonly [number, number])[] =>
  ACROSS.flatMap((across) => DOWN.map((down) => [x0 + across * (x1 - x0), y0 + down * (y1 - y0)] as const));

/** The characters of a page that a person sees, those that nobody sees, and what is unclear about either. */
export function seeGlyphs(
  glyphs: readonly Glyph[],
  painted: readonly Cover[],
): { seen: readonly Glyph[]; unseen: readonly Glyph[]; marks: readonly Mark[] } {
  const finder = new BoxFinder([...painted].sort((a, b) => a.order - b.order));
  const plain = new Map<Ink, Sight>();
  const unseen: Glyph[] = [];
  const marks: Mark[] = [];
  const look = (glyph: Glyph, ink: Ink): Sight => {
    const around = finder.touching(glyph.box);
    if (around.length > 0 || ink.clips.length > 0) {
      return judge(
        centred(glyph.box).map(([x, y]) => lookAt(ink, around, x, y)),
        glyph.size,
      );
    }
    // Without anything under or over them all characters of an operation look the same.
    const known = plain.get(ink);
    if (known) return known;
    const sight = judge([lookAt(ink, around, 0, 0)], glyph.size);
    plain.set(ink, sight);
    return sight;
  };
  const seen = glyphs.filter((glyph) => {
    const { ink } = glyph;
    const size = isDigit(glyph) ? sightOfSize(glyph) : SEEN;
    const sight = !size.seen || !ink ? size : look(glyph, ink);
    const unclear = ink?.unclear ?? sight.unclear ?? size.unclear;
    if (unclear && (sight.seen || sight.unclear)) marks.push({ what: unclear, box: glyph.box, as: 'text' });
    if (!sight.seen) unseen.push(glyph);
    return sight.seen;
  });
  return { seen: unseen.length === 0 ? glyphs : seen, unseen, marks };
}
