/** How Chinese looks that was lost in a conversion before the text came here; nothing brings it back. */
export type LossKind = 'replacement' | 'kunjinkao' | 'question';

export interface Loss {
  readonly kind: LossKind;
  /** Characters that stand for lost ones. */
  readonly lost: number;
  /** Chinese characters that are there. */
  readonly left: number;
}

/** U+FFFD, which a decoder puts where bytes are none of its encoding. */
const REPLACEMENT = /\ufffd/g;
/** UTF-8 of U+FFFD read as GBK: 锟斤拷锟斤拷. */
const KUNJINKAO = /(?:锟斤拷?|斤拷|拷锟)[锟斤拷]*/g;
/** What an encoder puts for characters that its encoding lacks. A reader may write two or three in surprise. */
const QUESTIONS = /[?？]{3,}/g;
/** Question marks are taken for lost text from so many, and from so many for each Chinese character that is left. */
const FEWEST_QUESTIONS = 20;
const QUESTION_SHARE = 0.1;

const HAN = /\p{Script=Han}/gu;

const lengthOf = (text: string, pattern: RegExp): number =>
  (text.match(pattern) ?? []).reduce((sum, { length }) => sum + length, 0);

/** What a text has lost, by the kind of which there is most; null where nothing is. */
export function findLoss(text: string): Loss | null {
  const kunjinkao = lengthOf(text, KUNJINKAO);
  const replacement = lengthOf(text, REPLACEMENT);
  const questions = lengthOf(text, QUESTIONS);
  if (kunjinkao + replacement + questions === 0) return null;
  const left = (text.match(HAN)?.length ?? 0) - kunjinkao;
  if (questions >= FEWEST_QUESTIONS && questions > left * QUESTION_SHARE && questions > kunjinkao + replacement)
    return { kind: 'question', lost: questions, left };
  if (kunjinkao + replacement === 0) return null;
  return { kind: kunjinkao > replacement ? 'kunjinkao' : 'replacement', lost: kunjinkao + replacement, left };
}

/** Whether a piece of a text that has lost characters in this way is touched by it. In such a text one question mark is enough. */
export const isTouched = (text: string, kind: LossKind): boolean =>
  kind === 'question' ? /[?？]/.test(text) : text.search(REPLACEMENT) >= 0 || text.search(KUNJINKAO) >= 0;
