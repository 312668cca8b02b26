import type { Facts } from '../rule.ts';
import { accountsOf } from './claims.ts';
import { DISCLOSURE } from './context.ts';
import { countedBy } from './counted.ts';
import type { Counted } from './custom.ts';
import { isForeign, narrowness } from './scope.ts';
import { PROCEDURES, REQUESTS, type Sense, some } from './senses.ts';
import type { Sentence } from './sentences.ts';
import { readWords } from './vocabulary.ts';

/** Words that say there was none of something: 未收到政府信息公开申请, 行政复议、行政诉讼均为零. */
interface Denial {
  readonly sentence: Sentence;
  readonly phrase: string;
  readonly counted: Counted;
}

const GOT = '(?:收到|接到|接收到?|受理|发生|产生|出现|存在|有|被|引发|办理)';
const NOT = `(?:未曾?(?:新)?${GOT}(?:过)?|没有(?:新)?${GOT}?(?:过)?|尚无|暂无|并无|均无|无(?![法正需须偿障效论人]))`;
const BEFORE = new RegExp(`^(.{0,60}?)(${NOT})(.{2,60})$`, 'u');
const NOBODY = /^(.{0,40}?)无人(.{2,40})$/u;
const AFTER = /^(.{2,60}?)(?:数量?)?(?:均|都|皆|全部|同样)?(?:为(?:零|0(?:件|宗)?)|是零|未发生|没有发生|均无|没有)$/u;
const END = /(?:的)?(?:情况|情形|案件|事项|发生|出现|产生|现象|件|的)*$/u;

const OBJECTS: readonly Sense[] = [...REQUESTS, ...PROCEDURES];
/** A denial of one kind of outcome or person is none of the whole. */
const PLAIN: readonly Sense[] = [...OBJECTS, 'disclosure', 'received', 'new', 'carried_in', 'carried_out', 'handled'];

/** What stands between the denial and the end of the phrase, as what was not there. */
function denied(objects: string, sentence: Sentence, facts: Facts): Counted[] {
  const { senses, head, inside } = readWords(objects.replace(END, ''));
  const lead = head.replace(
    /因|由|涉及|有关|关于|相关|通过|本机关|本单位|我[局委办镇区县市]|公民|引起的?|引发的?|的|新|任何|对|向|人/gu,
    '',
  );
  if (inside !== '' || lead !== '' || isForeign(objects)) return [];
  if ([...senses].some((sense) => !PLAIN.includes(sense)) || !some(senses, OBJECTS)) return [];
  const disputes = PROCEDURES.filter((sense) => senses.has(sense));
  const about =
    DISCLOSURE.test(sentence.text) ||
    DISCLOSURE.test(sentence.before) ||
    sentence.section === 'disputes' ||
    sentence.section === 'requests';
  if (!about) return [];
  const lists: Sense[][] = disputes.length > 0 ? disputes.map((sense) => [sense]) : [flowOf(senses)];
  return lists.flatMap((list) => countedBy(new Set(list), new Set(), null, facts) ?? []);
}

const flowOf = (senses: ReadonlySet<Sense>): Sense[] =>
  senses.has('carried_out') ? ['carried_out'] : senses.has('carried_in') ? ['carried_in'] : ['new'];

function denialsOf(sentence: Sentence, facts: Facts): Denial[] {
  const found: Denial[] = [];
  let upTo = '';
  for (const phrase of sentence.text.split(/[,:;()]/u)) {
    const before = BEFORE.exec(phrase);
    const nobody = NOBODY.exec(phrase);
    const after = AFTER.exec(phrase);
    const lead = before?.[1] ?? nobody?.[1] ?? '';
    // 未收到申请 may stand behind its subject (我局), 均为零 behind its object; numbers make it another sentence.
    const objects = before?.[3] ?? nobody?.[2] ?? after?.[1];
    const plain = objects !== undefined && !/\d/u.test(objects.replace(/20\d\d年/gu, '')) && !isForeign(lead);
    if (plain && narrowness(upTo + phrase, upTo.slice(-60) + phrase, '', facts) === null) {
      for (const counted of denied(objects.replace(/^.*?20\d\d年度?/u, ''), sentence, facts))
        found.push({ sentence, phrase, counted });
    }
    upTo += `${phrase},`;
  }
  return found;
}

/** Everything the narrative says there was none of. */
export const denialsIn = (facts: Facts): readonly Denial[] =>
  accountsOf(facts).flatMap(({ sentence }) => (/[未没无零0]/u.test(sentence.text) ? denialsOf(sentence, facts) : []));
