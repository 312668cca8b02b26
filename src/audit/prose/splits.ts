import type { Facts } from '../rule.ts';
import type { Account, Mention } from './claims.ts';
import { valueBy } from './judge-claim.ts';
import { APPLICANTS, OUTCOMES, RESULTS, type Sense, some } from './senses.ts';

/** 收到申请 30 件，其中自然人 28 件、法人 2 件: a figure and the parts it is divided into. */
export interface Split {
  readonly whole: Mention;
  readonly parts: readonly Mention[];
  /** Whether the parts are all there can be; else their sum may be smaller. */
  readonly complete: boolean;
  /** The percentage told for each part, where each has one. */
  readonly shares: readonly Mention[];
  /** Other sums the parts may have by custom: all that was handled, or received with what was carried over. */
  readonly customary: readonly number[];
}

type PartKind = 'result' | 'reason' | 'applicant' | 'channel' | 'outcome';

const CHANNEL = /当面|现场|网络|网上|在线|信函|邮寄|邮件|传真|平台|门户|窗口|其[他它](?:方式|渠道|形式)/u;
/** A list that says it is not all. */
const OPEN = /等|主要|部分(?!公开)|大多|多为|包括但不限于/u;

function kindOf({ counted, senses, label, tail }: Mention): PartKind | null {
  if (CHANNEL.test(label + tail)) return 'channel';
  if (counted?.family === 'result') return some(senses, RESULTS) ? 'result' : 'reason';
  if (counted?.family === 'applicant') return some(senses, APPLICANTS) ? 'applicant' : null;
  return counted?.family === 'disputes' && some(senses, OUTCOMES) ? 'outcome' : null;
}

const isComplete = (kind: PartKind, parts: readonly Mention[]): boolean => {
  const senses = new Set(parts.flatMap((part) => [...part.senses]));
  const told = (group: readonly Sense[]) => group.filter((sense) => senses.has(sense)).length;
  if (kind === 'result') return told(RESULTS) >= 5;
  if (kind === 'applicant') return senses.has('natural') && senses.has('organisations');
  if (kind === 'channel') return parts.length >= 3;
  return kind === 'outcome' && told(OUTCOMES) === OUTCOMES.length;
};

const RECEIVED = ['requests.received.total'];
const IN = [...RECEIVED, 'requests.carried_in.total'];
/** The totals that parts of a kind are also told of, whatever total the sentence names. */
const CUSTOMARY: Readonly<Record<PartKind, readonly (readonly string[])[]>> = {
  result: [RECEIVED, IN, ['requests.total.total']],
  applicant: [RECEIVED, IN],
  channel: [RECEIVED, IN],
  reason: [],
  outcome: [],
};

/** The one division of a sentence that is told with 其中; none where it holds a second one. */
export function splitOf({ sentence: { text }, mentions }: Account, facts: Facts): Split | null {
  const at = text.indexOf('其中');
  if (at < 0 || text.indexOf('其中', at + 2) >= 0) return null;
  const countable = ({ measure }: Mention) => (measure.kind === 'count' || measure.kind === 'bare') && !measure.rough;
  const whole = mentions.findLast(({ measure }) => measure.end <= at && measure.kind !== 'percent');
  const behind = mentions.filter(({ measure }) => measure.start > at && !isAside(text, measure.start, at));
  const first = behind.find(countable);
  const kind = first ? kindOf(first) : null;
  if (!whole?.counted || !countable(whole) || kind === null || OPEN.test(text.slice(at))) return null;
  const parts: Mention[] = [];
  const shares: Mention[] = [];
  for (const mention of behind) {
    if (mention.measure.kind === 'percent') {
      if (mention.senses.has('share') && shares.length === parts.length - 1) shares.push(mention);
    } else if (countable(mention) && kindOf(mention) === kind) parts.push(mention);
    else break;
  }
  const rest = behind[parts.length + shares.length];
  const left = rest?.counted?.family === 'carried' ? [whole.measure.value - rest.measure.value] : [];
  const customary = CUSTOMARY[kind].map((plus) => valueBy({ name: { zh: '', en: '' }, plus, minus: [] }, facts));
  return {
    whole,
    parts,
    complete: isComplete(kind, parts),
    shares: shares.length === parts.length ? shares : [],
    customary: [...customary, ...left],
  };
}

/** Whether a place stands in brackets that were opened behind another. */
function isAside(text: string, place: number, from: number): boolean {
  const between = text.slice(from, place);
  return between.lastIndexOf('(') > between.lastIndexOf(')');
}
