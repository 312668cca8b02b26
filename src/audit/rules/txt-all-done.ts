import { accountsOf } from '../prose/claims.ts';
import { DISCLOSURE } from '../prose/context.ts';
import { judgeClaim } from '../prose/judge-claim.ts';
import { isForeign, narrowness } from '../prose/scope.ts';
import type { Sentence } from '../prose/sentences.ts';
import type { Rule } from '../rule.ts';

const DONE =
  /(?:全部|均|都|皆)(?:已|已经|按时|按期|依法|予以|及时|在?法定(?:期限|时限)内)*(?:办结|办理完毕|办理完结|处理完毕|答复完毕)|(?:办结|办理)率(?:均)?(?:为|达|达到|是|保持)?(?:了)?(?:100%|百分之百)/u;
/** 全部结转的、上年结转的; 除…外; what is still on the way is told in the same breath. */
const PARTLY = /除[^,]{1,30}外|结转|遗留|上年|去年|顺延|正在办理|未办结|尚未|其余|已到期|到期/u;
const TOPIC = /申请|依申请/u;

interface Boast {
  readonly sentence: Sentence;
  readonly words: string;
}

export const txtAllDone: Rule<Boast> = {
  code: 'TXT-ALL-DONE',
  title: { zh: '称全部办结而有结转下年度', en: 'All done, says the text, and the table carries some over' },
  severity: 'warning',
  scope: 'report',
  table: 'requests',
  needs: ['requests.carried_out.total'],
  explanation: {
    zh: '正文称申请全部办结、均已办结或办结率 100% 的，“结转下年度继续办理”应为 0。',
    en: 'Where the text says that all requests are done, none is carried over to next year.',
  },
  basis: { zh: '前后一致', en: 'Consistency' },
  notWhen: {
    zh: '只说按期答复；同句说明结转；所说为热线、建议提案等。',
    en: 'Only answers in time are claimed; the same sentence tells of what is carried over; hotline calls, proposals and the like are meant.',
  },
  subjects(facts) {
    return accountsOf(facts).flatMap(({ sentence }) => {
      const words = DONE.exec(sentence.text);
      if (!words || PARTLY.test(sentence.text)) return [];
      const upTo = sentence.text.slice(0, words.index);
      const previous = sentence.before.split('。').at(-1) ?? '';
      const told = TOPIC.test(upTo)
        ? upTo
        : /^(?:均|全部|都|办结率|按)/u.test(sentence.text) && TOPIC.test(previous)
          ? previous
          : '';
      const about =
        told !== '' && (DISCLOSURE.test(told) || DISCLOSURE.test(sentence.before)) && !/复议|诉讼/u.test(told);
      const narrow = isForeign(told) || narrowness(upTo, told, '', facts) !== null;
      return about && !narrow ? [{ sentence, words: words[0] }] : [];
    });
  },
  check({ sentence, words }, facts) {
    const plus = ['requests.carried_out.total'];
    const custom = { name: { zh: '结转下年度', en: 'carried over to next year' }, plus, minus: [] };
    return judgeClaim(
      { counted: { family: 'carried', id: 'all-done', customs: [custom] }, value: 0, sentence, words },
      facts,
    );
  },
};
