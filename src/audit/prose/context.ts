import { isForeign } from './scope.ts';
import { APPLICANTS, DOCUMENTS, FLOWS, PROCEDURES, REQUESTS, RESULTS, type Sense, some } from './senses.ts';
import type { Sentence } from './sentences.ts';
import { readWords, type Words } from './vocabulary.ts';

/** What a sentence is about when a number of it is read. */
interface Context {
  readonly sentence: Sentence;
  /** The sentence, its paragraph or its section speaks of disclosure. */
  readonly about: boolean;
  /** What was named before and holds until something else is. */
  readonly topic: Set<Sense>;
  /** The sentence it goes on from, or ''. */
  readonly earlier: string;
}

export const DISCLOSURE = /信息公开|政务公开|依申请|公开申请|申请公开|公开类/u;
/** The sentence goes on from the one before. */
const GOES_ON = /^(?:其中|均|全部|都|上述|以上)/u;
const CONTEXT: readonly Sense[] = [...REQUESTS, ...PROCEDURES, ...DOCUMENTS];
const CONTEXT_WORDS = /申请|复议|诉讼|应诉|起诉|规范性文件|规章/u;
/** What may stand before 予以公开 where no request is named. */
const BY_ITSELF =
  /^(?:因|其中|共|全年|本年度?|我[局办委镇区市县]|本(?:机关|单位|局)|对|属于?|涉及|经[^,]{0,6}|按照[^,]{0,10}|、|和|已|有|依法|由于|[(（]?[一二三四五六][)）]?|\d[.、])*$/u;

/** What a phrase names that later phrases of its sentence may leave out. */
export const topicOf = (text: string): Set<Sense> => {
  const senses = CONTEXT_WORDS.test(text) ? readWords(text).senses : new Set<Sense>();
  return new Set(CONTEXT.filter((sense) => senses.has(sense)));
};

/** What the sentence, or the one it goes on from, is about. */
export function contextOf(sentence: Sentence): Context {
  const { text, before, section } = sentence;
  const earlier = GOES_ON.test(text) ? (before.split('。').at(-1) ?? '') : '';
  const about = DISCLOSURE.test(text) || DISCLOSURE.test(before) || section === 'requests' || section === 'disputes';
  const topic = topicOf(earlier);
  return { sentence, about, topic, earlier };
}

/** The senses completed by what the sentence is about; null where the words can't be trusted to be about disclosure. */
export function complete(words: Words, { topic, about, sentence }: Context): ReadonlySet<Sense> | null {
  const { senses, head, inside } = words;
  if (inside !== '' || isForeign(head)) return null;
  const asks = some(senses, REQUESTS);
  if (some(senses, PROCEDURES)) {
    // Most bodies have cases on other matters too: the sentence must say that these are on disclosure, or that the body itself
    // is complained of where disclosure is spoken of.
    const told = DISCLOSURE.test(sentence.text) || sentence.section === 'disputes' || GOES_ON.test(sentence.text);
    return told || (about && /被(?:申请|提起|诉)/u.test(sentence.text)) ? senses : null;
  }
  if (senses.has('application') && !senses.has('request') && !about && !some(senses, RESULTS)) return null;
  // 对预算予以公开 25 条 is no answer to a request.
  if (some(senses, RESULTS) && !asks && !some(topic, REQUESTS) && !BY_ITSELF.test(head)) return null;
  const bare = asks && !some(senses, [...FLOWS, ...APPLICANTS]) && senses.size === 1;
  if (bare) return new Set([...senses, 'received']);
  if (some(senses, FLOWS) && !asks && !some(senses, ['normative', 'regulations', 'disclosure', ...RESULTS])) {
    return some(topic, REQUESTS) || (about && some(senses, ['carried_in', 'carried_out', 'new'])) ? senses : null;
  }
  if (some(senses, APPLICANTS) && !asks && !about) return null;
  return senses;
}
