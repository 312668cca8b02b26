import type { Recognised } from '../document.ts';

/** Probabilities of every character at every step along a line, as the recognition model gives them. */
export interface StepProbabilities {
  /** Step by step, in each the blank first, then the characters of the alphabet. */
  readonly data: Float32Array;
  readonly steps: number;
  readonly classes: number;
}

export interface ReadText extends Recognised {
  readonly text: string;
}

/** One printed character: its reading, how sure it is, and what else it may be, likeliest first. */
interface Letter {
  readonly text: string;
  readonly probability: number;
  readonly others: readonly { readonly text: string; readonly probability: number }[];
}

/** A second reading of a character less likely than this is not worth telling. */
const LEAST_LIKELY = 0.01;
const MOST_ALTERNATIVES = 4;

/** Letters that are to be read as one: what they are read as, and their classes. */
export interface LetterGroup {
  readonly text: string;
  readonly classes: readonly number[];
}

/** The same steps over groups of letters: a group is as likely as its letters together, what is in none is left out. */
export function foldSteps(
  { data, steps, classes }: StepProbabilities,
  groups: readonly LetterGroup[],
): StepProbabilities {
  const width = groups.length + 1;
  const folded = new Float32Array(steps * width);
  for (let step = 0; step < steps; step += 1) {
    const from = step * classes;
    folded[step * width] = data[from] as number;
    groups.forEach((group, index) => {
      let sum = 0;
      for (const letter of group.classes) sum += data[from + letter] as number;
      folded[step * width + index + 1] = sum;
    });
  }
  return { data: folded, steps, classes: width };
}

function likeliest(data: Float32Array, from: number, classes: number): number {
  let best = 0;
  for (let index = 1; index < classes; index += 1) {
    if ((data[from + index] as number) > (data[from + best] as number)) best = index;
  }
  return best;
}

/** The readings at one step other than the one taken, the blank as `''`. */
function othersAt(
  { data, classes }: StepProbabilities,
  step: number,
  taken: number,
  alphabet: readonly string[],
): Letter['others'] {
  const from = step * classes;
  const others: { text: string; probability: number }[] = [];
  for (let index = 0; index < classes; index += 1) {
    const probability = data[from + index] as number;
    if (index !== taken && probability >= LEAST_LIKELY) {
      others.push({ text: index === 0 ? '' : (alphabet[index - 1] ?? ''), probability });
    }
  }
  return others.sort((a, b) => b.probability - a.probability);
}

/** Letters, each from the step at which it is surest; a letter that was nearly seen in a blank step is kept as a doubt. */
function lettersOf(steps: StepProbabilities, alphabet: readonly string[]): Letter[] {
  const { data, classes } = steps;
  const letters: Letter[] = [];
  let last = 0;
  let surest = 0;
  for (let step = 0; step < steps.steps; step += 1) {
    const taken = likeliest(data, step * classes, classes);
    const probability = data[step * classes + taken] as number;
    const repeats = taken !== 0 && taken === last;
    last = taken;
    if (taken === 0 ? probability >= 1 - LEAST_LIKELY : repeats && probability <= surest) continue;
    const others = othersAt(steps, step, taken, alphabet);
    if (taken === 0) {
      if (others.length > 0) letters.push({ text: '', probability, others });
      continue;
    }
    const letter = { text: alphabet[taken - 1] ?? '', probability, others };
    if (repeats) letters[letters.length - 1] = letter;
    else letters.push(letter);
    surest = probability;
  }
  return withoutEchoes(letters);
}

/** A blank step in which only its neighbour's letter shines through is no letter. */
function withoutEchoes(letters: readonly Letter[]): Letter[] {
  return letters.filter(({ text, others }, index) => {
    if (text !== '') return true;
    const near = [letters[index - 1]?.text, letters[index + 1]?.text];
    return others.some((other) => !near.includes(other.text));
  });
}

/** Other texts: one letter at a time exchanged for its next best. */
function alternativesOf(letters: readonly Letter[]): Recognised['alternatives'] {
  const whole = letters.map(({ text }) => text);
  const found = new Map<string, number>();
  letters.forEach(({ others }, index) => {
    for (const other of others.slice(0, 2)) {
      const text = whole.with(index, other.text).join('');
      if (text !== whole.join('')) found.set(text, Math.max(found.get(text) ?? 0, other.probability));
    }
  });
  return [...found]
    .map(([text, confidence]) => ({ text, confidence }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_ALTERNATIVES);
}

/**
 * Reads the probabilities of one line: at every step the likeliest character, repeats and blanks left out.
 *
 * @param alphabet the characters by class, without the blank
 */
export function decodeSteps(steps: StepProbabilities, alphabet: readonly string[]): ReadText {
  const letters = lettersOf(steps, alphabet);
  return {
    text: letters.map(({ text }) => text).join(''),
    confidence: letters.reduce((least, { probability }) => Math.min(least, probability), 1),
    alternatives: alternativesOf(letters),
  };
}
