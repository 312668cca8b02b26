import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const exValue = doubtKind(
  {
    code: 'EX-VALUE',
    severity: 'info',
    title: { zh: '字符按数字解读', en: 'Characters were read as a number' },
    explanation: {
      zh: '○ 作 0、“持平”作 0、中文数字、分写两行的数字、首位为 0 的数字。',
      en: 'A circle or 持平 as 0, Chinese numerals, digits over two lines of a cell, leading zeros.',
    },
  },
  (raise) => ({
    interpreted: (cell: string, raw: string, value: number | null) =>
      raise('info', [cell], {
        zh: `“${quote(raw)}”按 ${value} 读取`,
        en: `“${quote(raw)}” was read as ${value}`,
      }),
  }),
);
