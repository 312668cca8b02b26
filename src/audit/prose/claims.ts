import type { Facts } from '../rule.ts';
import { complete, contextOf, topicOf } from './context.ts';
import { countedBy } from './counted.ts';
import type { Counted } from './custom.ts';
import { type Measure, measuresIn } from './measures.ts';
import { labelOf, tailOf, wordsOf } from './naming.ts';
import { isForeign, narrowness } from './scope.ts';
import { DOCUMENTS, PROCEDURES, type Sense, some } from './senses.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { saysNothing } from './vocabulary.ts';

/** A number of the narrative with the words around it. */
export interface Mention {
  readonly sentence: Sentence;
  readonly measure: Measure;
  /** What the words before it (or, where those say nothing, behind it) stand for. */
  readonly senses: ReadonlySet<Sense>;
  readonly label: string;
  /** The words behind it, up to the next mark or number. */
  readonly tail: string;
  /** What it counts; null where that is not known for certain, or where it counts only a part. */
  readonly counted: Counted | null;
  /** It counts one channel, another body, another year. */
  readonly narrow: boolean;
}

/** A sentence with its numbers, in order. */
export interface Account {
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
}

/** Most sentences speak of other things; finding that out must be cheap. */
const TOPICS =
  /申请|信息公开|[以意分予]公开|公开率|复议|诉讼|应诉|规范性文件|规章|结转|办结|答复|维持|纠正|处理费|自然人|法人|无法提供|不予处理|其[他它]处理|败诉|审结|不掌握|另行制作|不明确|国家秘密|第三方|内部事务|过程性信息|执法案卷/u;
/** Without a number, a denial or a word for all, a sentence makes no claim. */
const TELLS =
  /\d|[一二两三四五六七八九十百千万](?:件|份|宗|起|例|条|项|个|元)|百分之|未|没有|无|零|均|全部|都|免|不收/u;
/** 公开属性 sorts documents as 主动公开, 依申请公开, 不予公开: the same words for another matter. */
const OF_DOCUMENTS = /属性|定密/u;
/** Words by which the report comes back to speak of itself as a whole. */
const SELF = /我[局办委镇区市县省厅单街乡校院]|本[机级单局]|全年|合计|总共/u;

function accountOf(sentence: Sentence, facts: Facts): Account {
  const { text } = sentence;
  const context = contextOf(sentence);
  const { topic, earlier } = context;
  const mentions: Mention[] = [];
  let from = 0;
  // 全区各部门共答复 1453 件。其中予以公开 966 件: what holds of the whole holds of its parts.
  const inherited = earlier !== '' && narrowness(earlier, earlier, '', facts) === 'scope';
  let partial = inherited;
  let elsewhere = false;
  let parent: Counted | null = null;
  const measures = measuresIn(text);
  for (const [place, measure] of measures.entries()) {
    const between = text.slice(from, measure.start);
    const { label, own } = labelOf(between, from > 0);
    const tail = tailOf(text, measure.end, measures[place + 1]?.start, label);
    const words = measure.kind === 'other' ? null : wordsOf(label, own, tail);
    // A topic holds until the next one: 复议 7 件，维持 5 件；诉讼 9 件，维持 8 件.
    const named = topicOf(between);
    if (named.size > 0) {
      if (some(named, [...PROCEDURES, ...DOCUMENTS])) topic.clear();
      for (const sense of named) topic.add(sense);
    }
    const reach =
      words && words.senses.size > 0 ? narrowness(text.slice(0, measure.start), between, tail, facts) : null;
    // 区教育局收到申请 12 件，办结 10 件: the second number is of that body too, until the report speaks of itself again.
    if (SELF.test(between)) partial = false;
    else if (between.includes(';')) partial = inherited;
    if (reach === 'scope' && !words?.senses.has('growth')) partial = true;
    const narrow = reach !== null || partial;
    const senses = words && complete(words, context);
    // 办理建议 30 件，结果予以公开 28 件: those are results of the proposals.
    if (named.size > 0) elsewhere = false;
    if (words ? isForeign(words.head + words.inside) : isForeign(label)) elsewhere = true;
    // What was not understood can't be what the next numbers are parts of.
    if (senses === null && named.size > 0) topic.clear();
    const usable =
      senses !== null &&
      !narrow &&
      !elsewhere &&
      !measure.rough &&
      (measure.kind === 'count' || measure.kind === 'bare');
    const counted: Counted | null = usable ? countedBy(senses, topic, parent, facts) : null;
    mentions.push({ sentence, measure, senses: words?.senses ?? new Set(), label, tail, counted, narrow });
    if (counted && (counted.family === 'received' || counted.family === 'handled')) parent = counted;
    // 4 件予以公开、5 件部分公开: words that were taken as this number's are not the next one's.
    from = measure.end + (words !== null && saysNothing(label) ? tail.length : 0);
  }
  return { sentence, mentions: withoutRivals(mentions) };
}

/** Two different numbers for one figure in one sentence are those of two bodies or two ways: neither is held against the table. */
function withoutRivals(mentions: readonly Mention[]): readonly Mention[] {
  const rivals = (one: Mention) =>
    mentions.some(({ counted, measure }) => counted?.id === one.counted?.id && measure.value !== one.measure.value);
  return mentions.map((mention) => (mention.counted && rivals(mention) ? { ...mention, counted: null } : mention));
}

/** 2021 年结转 and 结转至 2023 年 are last year's and next year's in a report for 2022. */
function withOwnYears(sentence: Sentence, year: number | null): Sentence {
  if (year === null || !sentence.text.includes('结转')) return sentence;
  const text = sentence.text
    .replaceAll(`${year - 1}年度结转`, '上年度结转')
    .replaceAll(`${year - 1}年结转`, '上年结转')
    .replace(/(结转[至到入]?)(20\d\d)年/gu, (whole, words: string, named: string) =>
      Number(named) === year + 1 ? `${words}下年` : whole,
    );
  return { ...sentence, text };
}

const KNOWN = new WeakMap<Facts, readonly Account[]>();

/** The numbers of the narrative, sentence by sentence, each with what it counts. Read once for all the rules. */
export function accountsOf(facts: Facts): readonly Account[] {
  let accounts = KNOWN.get(facts);
  if (!accounts) {
    accounts = sentencesOf(facts.sections)
      .filter(({ text }) => TOPICS.test(text) && TELLS.test(text) && !OF_DOCUMENTS.test(text))
      .map((sentence) => accountOf(withOwnYears(sentence, facts.report.year), facts));
    KNOWN.set(facts, accounts);
  }
  return accounts;
}
