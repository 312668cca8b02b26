import { numberIn } from '../../model/report.ts';
import { accountsOf, type Mention } from '../prose/claims.ts';
import { quoteOf } from '../prose/judge-claim.ts';
import type { Sentence } from '../prose/sentences.ts';
import { couldNotRun, type Facts, flagged, type Judgement, NO_SUBJECTS, PASSED, type Rule } from '../rule.ts';

const STEP = 10;
const SINCE = 2021;
const NONE =
  /(?:未|没有|不|无|免)(?:予)?(?:收取|产生|发生|收|存在|涉及)?(?:过)?(?:任何|政府|信息公开|依申请公开|申请人)*(?:的)?信息(?:公开)?处理费|信息(?:公开)?处理费(?:用)?(?:的)?(?:收取)?(?:金额|情况)?(?:均|都)?(?:为零|未收取|未发生|未产生)/u;
const NO_PAYMENT = 'requests.other_no_payment.total';

type Told = { readonly sentence: Sentence; readonly amount: Mention | null };

const amountsIn = (facts: Facts): readonly Mention[] =>
  accountsOf(facts).flatMap(({ mentions }) =>
    mentions.filter(({ measure, senses }) => measure.kind === 'money' && senses.has('fee') && !measure.rough),
  );

function judgeAmount({ measure, sentence }: Mention): Judgement {
  if (measure.value % STEP === 0) return PASSED;
  return flagged({
    cells: [],
    message: {
      zh: `信息处理费 ${measure.text} 不是 ${STEP} 元的整倍数，按收费标准不会有这样的金额。原句：“${quoteOf(sentence)}”`,
      en: `an information processing fee of ${measure.value} yuan is no multiple of ${STEP}, as every lawful amount is. The sentence: “${quoteOf(sentence)}”`,
    },
    observed: measure.value,
    expected: null,
  });
}

function judgeNone(sentence: Sentence, facts: Facts): Judgement {
  const amount = amountsIn(facts).find(({ measure }) => measure.value > 0);
  const unpaid = facts.report.editions.requests === '2021' ? numberIn(facts.figures[NO_PAYMENT]) : 0;
  if (amount) {
    return flagged({
      cells: [],
      message: {
        zh: `正文既称未收取信息处理费，又称 ${amount.measure.text}。原句：“${quoteOf(sentence)}”“${quoteOf(amount.sentence)}”`,
        en: `the text says that no fee was charged, and also ${amount.measure.text}. The sentences: “${quoteOf(sentence)}” “${quoteOf(amount.sentence)}”`,
      },
      observed: 0,
      expected: amount.measure.value,
    });
  }
  if (Number.isNaN(unpaid))
    return couldNotRun({
      zh: '第三表“逾期未缴费”一行缺失或无法辨认',
      en: 'the row of fees not paid is missing or unreadable',
    });
  if (unpaid === null || unpaid === 0) return PASSED;
  return flagged({
    cells: [NO_PAYMENT],
    message: {
      zh: `正文称未收取信息处理费，而第三表有 ${unpaid} 件因逾期未缴费不再处理。原句：“${quoteOf(sentence)}”`,
      en: `the text says that no fee was charged, but table 3 has ${unpaid} requests dropped for fees not paid. The sentence: “${quoteOf(sentence)}”`,
    },
    observed: 0,
    expected: unpaid,
  });
}

export const txtFee: Rule<Told> = {
  code: 'TXT-FEE',
  title: { zh: '信息处理费的说法不一致', en: 'An information processing fee that does not fit' },
  severity: 'info',
  scope: 'report',
  table: null,
  needs: [],
  explanation: {
    zh: '所称信息处理费应为 10 元的整倍数；称未收取的，文中不应另有金额，第三表也不应有因逾期未缴费不再处理的申请。',
    en: 'An information processing fee is a multiple of 10 yuan; “none charged” stands neither beside an amount nor beside requests dropped because a fee was not paid.',
  },
  basis: {
    zh: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
    en: 'The measures on information processing fees (国办函〔2020〕109号)',
  },
  notWhen: {
    zh: '2021 年以前。行政事业性收费不在此列。',
    en: 'Before 2021. Administrative fees (行政事业性收费) are another matter.',
  },
  subjects(facts) {
    const { year } = facts.report;
    if (year !== null && year < SINCE) return NO_SUBJECTS;
    const denials = accountsOf(facts)
      .filter(({ sentence }) => NONE.test(sentence.text))
      .map(({ sentence }) => ({ sentence, amount: null }));
    return [...amountsIn(facts).map((amount) => ({ sentence: amount.sentence, amount })), ...denials];
  },
  check: ({ sentence, amount }, facts) => (amount ? judgeAmount(amount) : judgeNone(sentence, facts)),
};
