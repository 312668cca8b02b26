import { type Cell, changeCells, SEAM } from '../draft.ts';
import { EVERYWHERE, HTML, type Mess } from '../mess.ts';
import type { Rng } from '../rng.ts';

/** Labels broken by what does not belong to them: spaces, line breaks, tags, characters without width. */

const isLabel = (one: Cell): boolean => ['label', 'group', 'header', 'title'].includes(one.kind);

function scatter(text: string, rng: Rng, share: number, marks: readonly string[]): string {
  const characters = Array.from(text);
  return characters
    .map((character, place) =>
      place < characters.length - 1 && rng.chance(share) ? character + rng.pick(marks) : character,
    )
    .join('');
}

function labelMess(name: string, formats: Mess['formats'], change: (text: string, rng: Rng) => string): Mess {
  return {
    name,
    readable: true,
    formats,
    holds: ['marks'],
    apply: (draft, rng) =>
      changeCells(draft, (one) => (isLabel(one) && rng.chance(0.7) ? { ...one, text: change(one.text, rng) } : one)),
  };
}

const SPACES = [' ', '\u00a0', '\u3000', '  '];

export const spacedLabels = labelMess('spaced-labels', EVERYWHERE, (text, rng) => {
  const space = rng.pick(SPACES);
  if (text.length <= 4) return rng.chance(0.7) ? Array.from(text).join(space) : space + text + space;
  return rng.chance(0.5) ? space + text : scatter(text, rng, 0.15, [space]);
});

export const brokenLabels = labelMess('broken-labels', HTML, (text, rng) =>
  scatter(text, rng, 0.25, ['\n', SEAM, SEAM, ' \n']),
);

const INVISIBLE = ['\u200b', '\ufeff', '\u00ad', '\u2060', '\u200e', '\u200d'];

export const invisibleCharacters: Mess = {
  name: 'invisible-characters',
  readable: true,
  formats: EVERYWHERE,
  holds: ['marks'],
  apply: (draft, rng) =>
    changeCells(draft, (one) => {
      if (isLabel(one)) return { ...one, text: scatter(one.text, rng, 0.3, INVISIBLE) };
      return one.kind === 'value' && rng.chance(0.5) ? { ...one, text: rng.pick(INVISIBLE) + one.text } : one;
    }),
};

const PUNCTUATION: readonly (readonly [RegExp, readonly string[]])[] = [
  [/（/g, ['(', '﹙', '（ ']],
  [/）/g, [')', '﹚', ' ）']],
  [/“/g, ['"', '‘', '「', '＂', '']],
  [/”/g, ['"', '’', '」', '＂', '']],
  [/\//g, ['／', '、', '']],
  [/，/g, [',', '、']],
  [/：/g, [':', '']],
  [/\./g, ['．', '、', '.']],
];

/** Brackets, quotes, stops and slashes of another width or make. */
export const otherPunctuation: Mess = {
  name: 'other-punctuation',
  readable: true,
  formats: EVERYWHERE,
  holds: ['marks', 'numbers'],
  apply: (draft, rng) => {
    const chosen = PUNCTUATION.map(([mark, others]) => [mark, rng.pick(others)] as const);
    const change = (text: string) => chosen.reduce((changed, [mark, other]) => changed.replace(mark, other), text);
    return changeCells(draft, (one) =>
      isLabel(one) || one.kind === 'corner' ? { ...one, text: change(one.text) } : one,
    );
  },
};
