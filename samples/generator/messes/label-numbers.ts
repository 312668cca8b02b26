import { changeCells } from '../draft.ts';
import { EVERYWHERE, type Mess } from '../mess.ts';

/** The enumerators before the labels: written in other signs, or left out. */

type Style = (digit: number) => string;

const CHINESE = '一二三四五六七八九十';
const nth = (start: string, offset: number): string => String.fromCodePoint((start.codePointAt(0) ?? 0) + offset - 1);

const TOP: readonly Style[] = [
  (n) => `${CHINESE[n - 1]}.`,
  (n) => `${CHINESE[n - 1]}，`,
  (n) => `${CHINESE[n - 1]}．`,
  (n) => `${CHINESE[n - 1]} `,
];
const MIDDLE: readonly Style[] = [
  (n) => `(${CHINESE[n - 1]})`,
  (n) => `〔${CHINESE[n - 1]}〕`,
  (n) => nth('㈠', n),
  (n) => `（${CHINESE[n - 1]}）、`,
];
const BOTTOM: readonly Style[] = [
  (n) => `${n}、`,
  (n) => `${n}．`,
  (n) => nth('①', n),
  (n) => nth('⒈', n),
  (n) => `（${n}）`,
  (n) => `${n} `,
];

const LEVELS: readonly (readonly [RegExp, (text: string) => number])[] = [
  [/^([一二三四])、/, (text) => CHINESE.indexOf(text) + 1],
  [/^（([一二三四五六七])）/, (text) => CHINESE.indexOf(text) + 1],
  [/^(\d)\./, Number],
];

export const otherEnumerators: Mess = {
  name: 'other-enumerators',
  readable: true,
  formats: EVERYWHERE,
  holds: ['numbers'],
  apply: (draft, rng) => {
    const styles = [rng.pick(TOP), rng.pick(MIDDLE), rng.pick(BOTTOM)];
    const renumber = (text: string): string => {
      const level = LEVELS.findIndex(([pattern]) => pattern.test(text));
      const [pattern, read] = LEVELS[level] ?? [];
      return pattern && read ? text.replace(pattern, (_, digit: string) => styles[level]?.(read(digit)) ?? '') : text;
    };
    return changeCells(draft, (one) =>
      one.kind === 'label' || one.kind === 'group' ? { ...one, text: renumber(one.text) } : one,
    );
  },
};

export const missingEnumerators: Mess = {
  name: 'missing-enumerators',
  readable: true,
  formats: EVERYWHERE,
  holds: ['numbers', 'words'],
  apply: (draft) => {
    const strip = (text: string): string => LEVELS.reduce((left, [pattern]) => left.replace(pattern, ''), text);
    return changeCells(draft, (one) =>
      one.kind === 'label' || one.kind === 'group' ? { ...one, text: strip(one.text) } : one,
    );
  },
};
