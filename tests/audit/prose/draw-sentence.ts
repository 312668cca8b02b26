import { type Rng, seededRng } from '../../../samples/generator/rng.ts';
import type { ReadingParts } from '../build-reading.ts';
import { consistentTable, officialSections, section } from '../build-reading.ts';
import { BOASTS, CLAIMS, DISTRACTORS, NONE } from './wordings.ts';

/** A report with one sentence of interest in its overview, and whether a rule must object to it. */
export interface DrawnSentence {
  readonly text: string;
  readonly wrong: boolean;
  readonly parts: ReadingParts;
}

const YEAR = 2022;
const APPLICANTS = ['natural', 'business', 'research', 'welfare', 'legal', 'other'];
const RESULTS = {
  granted: ['granted'],
  partial: ['partial'],
  refused: ['state_secret', 'law', 'security', 'third_party', 'internal', 'process', 'enforcement', 'query'].map(
    (row) => `refused_${row}`,
  ),
  unable: ['unable_not_held', 'unable_creation', 'unable_unclear'],
  declined: ['petition', 'repeat', 'publication', 'excessive', 'reissue'].map((row) => `declined_${row}`),
  otherwise: ['other_no_correction', 'other_no_payment', 'other_misc'],
};
const SUITS = ['direct_suit', 'suit_after_review'];

/** Details of all three tables; everything a wording may name is above zero, unless it is to be none. */
function drawDetails(
  rng: Rng,
  none: { requests: boolean; review: boolean; suits: boolean; carried_out: boolean; corrected: boolean },
) {
  const details: Record<string, number> = {};
  const most = rng.pick([4, 30, 400]);
  for (const row of Object.values(RESULTS).flat()) {
    for (const applicant of APPLICANTS) {
      const many = applicant === 'natural' ? most : Math.ceil(most / 5);
      details[`requests.${row}.${applicant}`] = none.requests || rng.chance(0.25) ? 0 : rng.int(1, many);
    }
  }
  for (const applicant of ['natural', 'business']) {
    const part = Math.max(1, Math.ceil(most / 8));
    details[`requests.carried_in.${applicant}`] = none.requests ? 0 : rng.int(1, part);
    details[`requests.carried_out.${applicant}`] = none.requests || none.carried_out ? 0 : rng.int(1, part);
  }
  for (const procedure of ['review', ...SUITS]) {
    const absent = procedure === 'review' ? none.review : none.suits;
    for (const outcome of ['upheld', 'corrected', 'other', 'pending']) {
      details[`disputes.${procedure}.${outcome}`] =
        absent || (outcome === 'corrected' && none.corrected) ? 0 : rng.int(1, 12);
    }
  }
  const issued = rng.int(2, 30);
  const repealed = rng.int(1, 20);
  return {
    ...details,
    'proactive.normative.issued': issued,
    'proactive.normative.repealed': repealed,
    'proactive.normative.in_force': issued + rng.int(31, 300),
  };
}

/** What the wordings may name, computed from the tables apart from the code under test. */
function namedNumbers(details: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const requests = consistentTable('2021', 'requests', details);
  const disputes = consistentTable('2021', 'disputes', details);
  const total = (row: string, column = 'total') => requests[`requests.${row}.${column}`] ?? 0;
  const rows = (names: readonly string[]) => names.reduce((sum, row) => sum + total(row), 0);
  const cases = (procedures: readonly string[], outcome: string) =>
    procedures.reduce((sum, procedure) => sum + (disputes[`disputes.${procedure}.${outcome}`] ?? 0), 0);
  return {
    received: total('received'), carried_in: total('carried_in'), carried_out: total('carried_out'), total: total('total'),
    in: total('received') + total('carried_in'), handled_new: total('received') - total('carried_out'),
    natural_in: total('received', 'natural') + total('carried_in', 'natural'), business_in: total('received', 'business') + total('carried_in', 'business'),
    ...Object.fromEntries(Object.entries(RESULTS).map(([name, names]) => [name, rows(names)])),
    not_held: total('unable_not_held'), creation: total('unable_creation'), secret: total('refused_state_secret'),
    internal: total('refused_internal'), enforcement: total('refused_enforcement'), petition: total('declined_petition'), repeat: total('declined_repeat'),
    natural: total('received', 'natural'), business: total('received', 'business'), legal: total('received', 'legal'),
    organisations: APPLICANTS.slice(1).reduce((sum, applicant) => sum + total('received', applicant), 0),
    review: cases(['review'], 'total'), review_upheld: cases(['review'], 'upheld'), review_corrected: cases(['review'], 'corrected'), review_pending: cases(['review'], 'pending'),
    suits: cases(SUITS, 'total'), suits_upheld: cases(SUITS, 'upheld'), suits_corrected: cases(SUITS, 'corrected'), suits_pending: cases(SUITS, 'pending'),
    direct: cases(['direct_suit'], 'total'), after: cases(['suit_after_review'], 'total'),
    issued: details['proactive.normative.issued'] ?? 0, repealed: details['proactive.normative.repealed'] ?? 0, in_force: details['proactive.normative.in_force'] ?? 0,
  }; // biome-ignore format: in groups
}

const DIGITS = '零一二三四五六七八九';

/** A whole number below 10,000 in Chinese characters. */
function inChinese(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  if (value < 20) return `十${value % 10 ? DIGITS[value % 10] : ''}`;
  const [unit, name] = value < 100 ? [10, '十'] : value < 1000 ? [100, '百'] : [1000, '千'];
  const rest = value % unit;
  const gap = rest > 0 && rest < unit / 10 ? '零' : '';
  const tens = value >= 100 && rest >= 10 && rest < 20 ? '一' : '';
  return `${DIGITS[Math.floor(value / unit)]}${name}${gap}${tens}${rest ? inChinese(rest) : ''}`;
}

function printCount(value: number, rng: Rng): string {
  const way = rng.int(1, 10);
  if (way === 1 && value < 10_000) return inChinese(value);
  if (way === 2) return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (way === 3) return value.toLocaleString('en-US');
  return way === 4 ? ` ${value} ` : String(value);
}

const sumOf = (names: string, numbers: Readonly<Record<string, number>>): number =>
  names.split('+').reduce((sum, name) => sum + (numbers[name] ?? Number.NaN), 0);

/** A number that is not the true one, nor one that another custom would allow. */
function slip(value: number, allowed: readonly number[], rng: Rng): number {
  for (;;) {
    const wrong = rng.chance(0.5)
      ? value + rng.int(1, 9)
      : rng.chance(0.5)
        ? Math.max(0, value - rng.int(1, 5))
        : value * 10 + rng.int(0, 9);
    if (wrong !== value && wrong > 0 && !allowed.includes(wrong)) return wrong;
  }
}

function fill(wording: string, numbers: Readonly<Record<string, number>>, wrong: boolean, rng: Rng): string {
  const places = [...wording.matchAll(/\{([a-z_+%]+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !['any', 'year', 'last', 'digit'].includes(name));
  const wrongAt = wrong ? rng.int(0, places.length - 1) : -1;
  let place = 0;
  return wording.replace(/\{([a-z_+%]+)\}/g, (_, name: string) => {
    if (name === 'any') return String(rng.int(1, 900));
    if (name === 'digit') return inChinese(rng.int(1, 9));
    if (name === 'year' || name === 'last') return String(name === 'year' ? YEAR : YEAR - 1);
    const isWrong = place++ === wrongAt;
    const [count = '', base] = name.split('%');
    const value = sumOf(count, numbers);
    if (base === undefined) return printCount(isWrong ? slip(value, Object.values(numbers), rng) : value, rng);
    const share = (value / sumOf(base, numbers)) * 100 + (isWrong ? rng.pick([-7.7, 3.9, 8.3]) : 0);
    return `${Math.max(0.1, share).toFixed(rng.int(1, 2))}%`;
  });
}

const LEADS = [
  '',
  '',
  '',
  '我局高度重视依申请公开工作，明确专人负责。',
  '进一步规范政府信息公开申请办理流程。',
  '畅通受理渠道，优化办理流程，提升答复质量。',
];
const ENDS = ['。', '。', '；', '。未发生责任追究情形。', '，工作平稳有序。'];

/** The sentence of a seed: a claim true or false, a denial, a boast or a distractor. */
export function drawSentence(seed: number): DrawnSentence {
  const rng = seededRng(seed);
  const sort = rng.next();
  const wrong = rng.chance(0.5);
  const nothing = { requests: false, review: false, suits: false, carried_out: false, corrected: false };
  const draw = (wording: string, none: typeof nothing, isWrong: boolean, swaps: boolean): DrawnSentence => {
    const details = drawDetails(rng.fork('details'), none);
    const sentence = fill(wording, namedNumbers(details), swaps && isWrong, rng);
    const text = `（二）依申请公开\n${rng.pick(LEADS)}${sentence}${rng.pick(ENDS)}`;
    const sections = officialSections().map((one) =>
      one.role === 'overview' ? section('一', '总体情况', 'overview', text) : one,
    );
    return { text: sentence, wrong: isWrong, parts: { details, sections } };
  };
  if (sort < 0.65) return draw(rng.pick(CLAIMS), nothing, wrong, true);
  if (sort < 0.85) return draw(rng.pick(DISTRACTORS), nothing, false, false);
  if (sort < 0.95) {
    const [wording, what] = rng.pick(NONE);
    const none = {
      ...nothing,
      requests: what === 'requests',
      review: what === 'review' || what === 'disputes',
      suits: what === 'suits' || what === 'disputes',
    };
    return draw(wording, wrong ? nothing : none, wrong, false);
  }
  const [wording, what] = rng.pick(BOASTS);
  return draw(wording, wrong ? nothing : { ...nothing, [what]: true }, wrong, false);
}
