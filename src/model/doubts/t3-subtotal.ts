import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const t3Subtotal = doubtKind(
  {
    code: 'T3-SUBTOTAL',
    severity: 'error',
    title: { zh: '第三表小计不等于其分项之和', en: 'A subtotal of table 3 is not the sum of its members' },
    explanation: {
      zh: '表中自加的小计行（如“不予公开小计”）与其分项之和不等。统一格式没有小计，不保留其数字，故由读取程序指出。',
      en: 'A subtotal row that the table adds (不予公开小计 and the like) differs from the sum of its members. The form has no subtotals and no figure is kept for them, so the reader tells it.',
    },
  },
  (raise) => ({
    differs: (cells: readonly string[], label: string, printed: number, sum: number) =>
      raise('error', cells, {
        zh: `第三表“${quote(label)}”一行填 ${printed}，其分项之和为 ${sum}`,
        en: `Table 3, row “${quote(label)}”: the subtotal says ${printed}, its members add up to ${sum}`,
      }),
  }),
);
