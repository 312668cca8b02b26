import { bodyKind } from '../../model/text/body-kind.ts';
import { quote } from '../../model/text/quote.ts';
import { type Facts, flagged, NO_SUBJECTS, PASSED, type Rule } from '../rule.ts';
import { TRADES, type Trade } from '../trades.ts';

/** An office reports for its government, whose duties are all trades. */
const FOR_ITS_GOVERNMENT = /政府办公[厅室]$/u;

/** The trades that are none of a body's; none where its duties reach over a region of county level or more, or are not known. */
function foreignTrades({ report }: Facts): readonly Trade[] {
  const { agency } = report;
  if (agency === null) return TRADES;
  const { kind } = bodyKind(agency);
  const bounded = kind === 'town' || kind === 'subdistrict' || kind === 'department';
  if (!bounded || FOR_ITS_GOVERNMENT.test(agency)) return NO_SUBJECTS;
  return TRADES.filter(({ bodies }) => !bodies.test(agency));
}

interface Place {
  readonly word: string;
  /** The sentence from shortly before the word. */
  readonly context: string;
}

const AROUND = 30;

/** Sentences with words of a trade; one that names a body of that trade speaks of that body. */
function placesOf({ words, bodies }: Trade, { sections }: Facts): readonly Place[] {
  const ofItsBodies = new RegExp(
    `(?:${bodies.source})[\\p{Script=Han}]{0,4}(?:局|署|厅|部门|委|院|中心|站|所|队|分行)`,
    'u',
  );
  return sections
    .filter(({ text }) => words.test(text))
    .flatMap(({ text }) => text.split(/[。；;！\n]/u))
    .flatMap((sentence) => {
      const found = words.exec(sentence);
      if (found === null || ofItsBodies.test(sentence.replace(found[0], ''))) return [];
      const from = Math.max(0, found.index - AROUND);
      const context = sentence.slice(from, found.index + found[0].length + AROUND);
      return [{ word: found[0], context: from > 0 ? `…${context}` : context }];
    });
}

export const dupForeignTrade: Rule<Trade> = {
  code: 'DUP-FOREIGN-TRADE',
  title: { zh: '出现他行业的用语', en: 'Words of another trade' },
  severity: 'info',
  scope: 'report',
  table: null,
  needs: ['report.agency', 'sections'],
  explanation: {
    zh: '正文出现只有其他行业的机关才用的词语（如街道办事处的年报中出现“审计效果”），可能抄自他机关的年报。',
    en: 'The prose holds words that only bodies of another trade use (审计效果 in a street office’s report); it may have been copied from one.',
  },
  basis: { zh: '已公布年报中所见', en: 'Seen in published reports' },
  notWhen: {
    zh: '县级以上政府及其办公厅（室）、开发区等职责遍及各行业；句中提到该行业的机关。',
    en: 'Governments from the county up, their offices and development zones have all trades among their duties; the sentence names a body of that trade.',
  },
  subjects: foreignTrades,
  check(trade, facts) {
    const places = placesOf(trade, facts);
    const [first] = places;
    if (!first) return PASSED;
    const words = [...new Set(places.map(({ word }) => word))].slice(0, 5);
    return flagged({
      cells: [],
      message: {
        zh: `出现${trade.zh}行业的用语“${words.join('”“')}”，非“${facts.report.agency}”的职责：“${quote(first.context, 80)}”`,
        en: `words of ${trade.en}, “${words.join('”, “')}”, no duty of ${facts.report.agency}: “${quote(first.context, 80)}”`,
      },
      observed: words.join(' '),
      expected: null,
    });
  },
};
