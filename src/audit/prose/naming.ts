import { isForeign } from './scope.ts';
import { APPLICANTS, DOCUMENTS, OUTCOMES, PROCEDURES, REQUESTS, RESULTS, type Sense, some } from './senses.ts';
import { readWords, saysNothing, type Words } from './vocabulary.ts';

/** Which words name a number: those of its phrase, of the phrases before, or behind it. */

const BREAK = /[,:;()。]/u;
const TAIL_END = /[,、:;()。]/u;
const LONGEST_TAIL = 40;
/** Words that name the number before them, though there be others further off. */
const NEARER: readonly Sense[] = [...RESULTS, ...APPLICANTS, ...OUTCOMES, 'carried_out', 'carried_in'];
/** Objects of a verb that stands before the number, and words that make it a number of something else. */
const OBJECTS: readonly Sense[] = [...REQUESTS, ...PROCEDURES, ...DOCUMENTS, 'fee', 'untold', 'proactive', 'growth'];

/** The phrase a number stands in, and where it says nothing, those before it back to the number before. */
export function labelOf(between: string, follows: boolean): { label: string; own: string } {
  const phrases = between.split(BREAK);
  // What stands right behind the number before belongs to that one.
  if (follows && phrases.length > 1 && !/^[,、:;()。]/u.test(between)) phrases.shift();
  const own = phrases.pop() ?? '';
  let label = own;
  while (saysNothing(label) && phrases.length > 0) label = `${phrases.pop()}${label}`;
  return { label, own };
}

/** The words behind a number, up to the next mark; those that run on into another number belong to that one. */
export function tailOf(text: string, end: number, next: number | undefined, label: string): string {
  const tail = text.slice(end, end + LONGEST_TAIL).split(TAIL_END)[0] ?? '';
  if (next === undefined || end + tail.length <= next) return tail;
  return saysNothing(label) ? text.slice(end, next) : '';
}

/** The words that name a number: those before it, those behind it where the first say nothing or only 申请. */
export function wordsOf(label: string, own: string, tail: string): Words | null {
  // 在答复的申请中，43 件予以公开: what stands right behind is nearer than what stands before the comma.
  if (saysNothing(own) && label !== own) {
    const behind = readWords(tail);
    if (some(behind.senses, NEARER) && saysNothing(behind.head)) return behind;
  }
  const before = readWords(label);
  if (before.senses.size > 0 || (before.head !== '' && !saysNothing(label))) {
    const behind = readWords(tail);
    if (some(before.senses, REQUESTS) && before.senses.size === 1 && behind.senses.size > 0 && behind.inside === '') {
      return { ...before, senses: new Set([...before.senses, ...behind.senses]) };
    }
    // 收到 3 件政府信息公开申请: the object stands behind.
    if (before.senses.size > 0 && some(behind.senses, OBJECTS)) {
      const senses = new Set([...before.senses, ...behind.senses]);
      return {
        senses,
        head: before.head,
        inside: before.inside + behind.inside + (saysNothing(behind.head) ? '' : behind.head),
      };
    }
    return isForeign(behind.head + behind.inside) ? null : before;
  }
  const behind = readWords(tail);
  return behind.senses.size > 0 && saysNothing(behind.head) ? behind : null;
}
