import type { Section, SectionRole } from '../../model/report.ts';
import { toSimplified } from '../../model/text/traditional.ts';

/** One sentence of the narrative, up to its 。 or line end; the items of a list parted by ； stay in one sentence. */
export interface Sentence {
  /** Width unified, simplified characters, no white space: what the patterns read. */
  readonly text: string;
  /** As printed (but in simplified characters), for quoting. */
  readonly printed: string;
  readonly section: SectionRole;
  /** Whether it is the first of its section. */
  readonly opening: boolean;
  /** The sub-heading and the sentences of the paragraph before this one, as the patterns read them. */
  readonly before: string;
}

/** Longer than any sentence a person writes; what is longer is a table run together, and tells nothing. */
const LONGEST = 1000;
/** How much of the paragraph before a sentence still tells what it is about. */
const REACH = 400;
const SUBHEADING = /^(?:[（(][一二三四五六七八九十\d]+[)）]|\d+[.、])[^。；，]{2,40}(?=[。：:]?$|[。：:])/u;
/** A full stop, or an ASCII one that stands in no number and no address. */
const STOP = /[。！？!?\n]|\.(?![\dA-Za-z])/u;

const PLAIN = /^[\u4e00-\u9fff0-9A-Za-z、。“”《》;:,()%.]*$/;
const readable = (printed: string): string =>
  PLAIN.test(printed) ? printed : printed.normalize('NFKC').replace(/[\s\u200b\ufeff]+/gu, '');

function sentencesOfSection({ text, role }: Section): Sentence[] {
  const found: Sentence[] = [];
  let heading = '';
  const simplified = toSimplified(text);
  for (const line of simplified.split('\n')) {
    heading = SUBHEADING.exec(line.trim())?.[0] ?? heading;
    const title = readable(heading);
    let before = '';
    for (const printed of line.split(STOP)) {
      if (printed.trim() === '' || printed.length > LONGEST) continue;
      const sentence = readable(printed);
      found.push({
        text: sentence,
        printed: printed.trim(),
        section: role,
        opening: found.length === 0,
        before: `${title}。${before}`,
      });
      before = `${before}。${sentence}`.slice(-REACH);
    }
  }
  return found;
}

const KNOWN = new WeakMap<readonly Section[], readonly Sentence[]>();

/** The sentences of the narrative, in order. */
export function sentencesOf(sections: readonly Section[]): readonly Sentence[] {
  const sentences = KNOWN.get(sections) ?? sections.flatMap(sentencesOfSection);
  KNOWN.set(sections, sentences);
  return sentences;
}
