import { type INumberingOptions, LevelFormat } from 'docx';

/** Enumerators that Word counts by itself. */

const HEADINGS = 'headings';
const LABELS = 'labels';

export const COUNTING: INumberingOptions = {
  config: [
    {
      reference: HEADINGS,
      levels: [
        { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
        { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
      ],
    },
    { reference: LABELS, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] },
  ],
};

interface Counted {
  readonly text: string;
  readonly numbering?: { readonly reference: string; readonly level: number; readonly instance: number };
}

/** A heading without its enumerator, which is left to Word. */
export function countHeading(text: string): Counted {
  const found = /^(?:([一二三四五六])、|（([一二三四五六])）)(?=.)/.exec(text);
  if (!found) return { text };
  return {
    text: text.slice(found[0].length),
    numbering: { reference: HEADINGS, level: found[1] ? 0 : 1, instance: 0 },
  };
}

/** Counts labels as they come: 1. begins a list, and only what follows the number before it goes on with it. */
export function labelCounter(): (text: string) => Counted {
  let [instance, last] = [0, 0];
  return (text) => {
    const number = Number(/^([1-9])\.(?=\D)/.exec(text)?.[1] ?? Number.NaN);
    if (number !== 1 && number !== last + 1) return { text };
    if (number === 1) instance += 1;
    last = number;
    return { text: text.slice(2), numbering: { reference: LABELS, level: 0, instance } };
  };
}
