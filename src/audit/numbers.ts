import type { TableRole } from '../model/forms/form.ts';
import { type Figure, numberIn } from '../model/report.ts';
import { cellName } from './labels.ts';
import { couldNotRun, type Facts, type Judgement, NOT_APPLICABLE } from './rule.ts';

/** Whether a cell gives nothing to compute with: it is missing, unreadable, or has no value. */
export const isUnusable = (figure: Figure | undefined): boolean => Number.isNaN(numberIn(figure));

/** Could not run, naming the first of the cells that has no usable number. */
export function blockedBy(keys: readonly string[], { figures, report }: Facts): Judgement {
  const key = keys.find((candidate) => isUnusable(figures[candidate]));
  if (key === undefined) return couldNotRun({ zh: '所需数字无法计算', en: 'a figure it needs can’t be computed' });
  const edition = report.editions[key.split('.')[0] as TableRole];
  const name = edition ? cellName(key, edition) : { zh: key, en: key };
  return figures[key]?.status === 'unreadable'
    ? couldNotRun({ zh: `${name.zh}无法辨认`, en: `${name.en} is unreadable` })
    : couldNotRun({ zh: `${name.zh}缺失`, en: `${name.en} is missing` });
}

/**
 * Judges cells that must all hold numbers: not applicable when one of them is empty, could not run when one is missing
 * or unreadable.
 */
export function judgeNumbers(
  keys: readonly string[],
  facts: Facts,
  judge: (numbers: readonly number[]) => Judgement,
): Judgement {
  const numbers = keys.map((key) => numberIn(facts.figures[key]));
  if (numbers.some((number) => Number.isNaN(number))) return blockedBy(keys, facts);
  return numbers.every((number) => number !== null) ? judge(numbers) : NOT_APPLICABLE;
}

/** A difference as it is to be shown, free of the binary noise of decimals. */
export const tidyNumber = (value: number): number => Number(value.toFixed(6));
