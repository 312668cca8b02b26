import { accountsOf } from '../prose/claims.ts';
import { DISCLOSURE } from '../prose/context.ts';
import { judgeClaim } from '../prose/judge-claim.ts';
import { narrowness } from '../prose/scope.ts';
import type { Sentence } from '../prose/sentences.ts';
import type { Rule } from '../rule.ts';

const NOT =
  '(?:无一例?|无一件|无|没有|未|零|未发生|未出现|没有发生|未曾|0)(?:一?[件例起宗])?(?:被|案件|行政|因|发生|出现|的)*';
const NO_LOSS = new RegExp(`${NOT}(败诉|纠错|纠正|纠)|(?:均|全部|全)(?:部)?(胜诉)`, 'u');
const BLOCKS = { review: ['review'], suits: ['direct_suit', 'suit_after_review'] };

interface Boast {
  readonly sentence: Sentence;
  readonly words: string;
  readonly blocks: readonly string[];
}

/** The procedures a boast is about: a suit is lost, and either can be corrected. */
function blocksOf(upTo: string, loss: string): readonly string[] {
  if (loss === '败诉' || loss === '胜诉') return BLOCKS.suits;
  const review = /复议/u.test(upTo);
  const suits = /诉讼|应诉|起诉/u.test(upTo);
  if (review === suits) return [...BLOCKS.review, ...BLOCKS.suits];
  return review ? BLOCKS.review : BLOCKS.suits;
}

export const txtNoLoss: Rule<Boast> = {
  code: 'TXT-NO-LOSS',
  title: { zh: '称无纠错、未败诉而表中有纠正', en: 'No case lost, says the text, and the table has some corrected' },
  severity: 'error',
  scope: 'report',
  table: 'disputes',
  needs: ['disputes.*.corrected'],
  explanation: {
    zh: '正文称无纠错、零败诉的，第四表相应的“结果纠正”应为 0；败诉只指诉讼，纠错指复议和诉讼。',
    en: 'Where the text says that no case was lost or corrected, 结果纠正 is 0: of the suits where it says 败诉, of all where it says 纠错.',
  },
  basis: { zh: '前后一致', en: 'Consistency' },
  notWhen: { zh: '句子说的不是信息公开的复议、诉讼。', en: 'The sentence is not about cases on disclosure.' },
  subjects(facts) {
    return accountsOf(facts).flatMap(({ sentence }) => {
      const found = NO_LOSS.exec(sentence.text);
      if (!found) return [];
      const upTo = sentence.text.slice(0, found.index);
      const told = `${sentence.before}。${upTo}`;
      const cases = /复议|诉讼|应诉/u.test(told);
      const about =
        cases &&
        (DISCLOSURE.test(told) || sentence.section === 'disputes') &&
        narrowness(upTo, upTo, '', facts) === null;
      return about ? [{ sentence, words: found[0], blocks: blocksOf(upTo, found[1] ?? found[2] ?? '') }] : [];
    });
  },
  check({ sentence, words, blocks }, facts) {
    const plus = blocks.map((block) => `disputes.${block}.corrected`);
    const custom = { name: { zh: '第四表“结果纠正”', en: 'corrected in table 4' }, plus, minus: [] };
    return judgeClaim(
      { counted: { family: 'disputes', id: 'no-loss', customs: [custom] }, value: 0, sentence, words },
      facts,
    );
  },
};
