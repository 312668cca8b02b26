import { sumOf } from '../../model/forms/arithmetic.ts';
import type { TableRole } from '../../model/forms/form.ts';
import type { Message } from '../../model/report.ts';
import { quote } from '../../model/text/quote.ts';
import { cellName } from '../labels.ts';
import { blockedBy, tidyNumber } from '../numbers.ts';
import { type Facts, flagged, type Judgement, PASSED } from '../rule.ts';
import { countedCells } from '../sums.ts';
import type { Counted, Custom } from './custom.ts';
import type { Sentence } from './sentences.ts';

const roleOf = (key: string): TableRole => key.split('.')[0] as TableRole;

/** What the tables say by one way of counting; empty cells count as zero, NaN where a cell can't be used. */
export function valueBy({ plus, minus }: Custom, facts: Facts): number {
  const sum = (keys: readonly string[]) => {
    return sumOf(keys, countedCells(roleOf(keys[0] ?? ''), facts)) ?? 0;
  };
  return sum(plus) - sum(minus);
}

/** What the tables say by every way of counting. */
export const valuesOf = ({ customs }: Counted, facts: Facts): readonly number[] =>
  customs.map((custom) => valueBy(custom, facts));

export const cellsOf = ({ customs }: Counted): readonly string[] => [
  ...new Set(customs.flatMap(({ plus, minus }) => [...plus, ...minus])),
];

const LONGEST_QUOTE = 160;
export const quoteOf = ({ printed }: Sentence): string => quote(printed, LONGEST_QUOTE);

/** The cells that were read as zero because nothing stands in them. */
function emptyAmong(cells: readonly string[], facts: Facts): Message {
  const empty = cells.filter((key) => countedCells(roleOf(key), facts)(key) === null).length;
  if (empty === 0) return { zh: '', en: '' };
  return { zh: `（${empty} 格未填，按 0 计）`, en: ` (${empty} empty ${empty === 1 ? 'cell' : 'cells'} read as 0)` };
}

/** One way of counting with its number: 办理结果总计 805, or the cell itself where it is a single one. */
function nameOf(custom: Custom, facts: Facts): Message {
  const value = tidyNumber(valueBy(custom, facts));
  const [key = ''] = custom.plus;
  const edition = facts.report.editions[roleOf(key)];
  const single = custom.plus.length === 1 && custom.minus.length === 0 && edition;
  const name = single ? cellName(key, edition) : custom.name;
  const working =
    !single && custom.plus.length > 1 && custom.plus.length <= 3 && custom.minus.length === 0
      ? `${custom.plus.map((one) => tidyNumber(valueBy({ ...custom, plus: [one] }, facts))).join(' + ')} = ${value}`
      : `${value}`;
  return { zh: `${name.zh}为 ${working}`, en: `${name.en} is ${working}` };
}

export interface Claimed {
  readonly counted: Counted;
  readonly value: number;
  readonly sentence: Sentence;
  /** How the sentence puts the number (258件), or the words that deny it. */
  readonly words: string;
}

/** Holds what a sentence says against the tables, by every custom; it is flagged only where it fits none. */
export function judgeClaim({ counted, value, sentence, words }: Claimed, facts: Facts): Judgement {
  const values = valuesOf(counted, facts);
  if (values.some((number) => Math.abs(number - value) < 1e-6)) return PASSED;
  const cells = cellsOf(counted);
  if (values.some(Number.isNaN)) return blockedBy(cells, facts);
  const names = counted.customs.map((custom) => nameOf(custom, facts));
  const empty = emptyAmong(cells, facts);
  const [first] = counted.customs;
  const expected = tidyNumber(values[0] ?? 0);
  return flagged({
    cells: first ? [...first.plus, ...first.minus] : cells,
    message: {
      zh: `正文称“${words}”，而${names.map(({ zh }) => zh).join('，')}${empty.zh}。原句：“${quoteOf(sentence)}”`,
      en: `the text says “${words}”, but ${names.map(({ en }) => en).join('; ')}${empty.en}. The sentence: “${quoteOf(sentence)}”`,
    },
    observed: value,
    expected,
  });
}
