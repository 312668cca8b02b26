import type { Message } from '../report.ts';
import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const exAppearance = doubtKind(
  {
    code: 'EX-APPEARANCE',
    severity: 'warning',
    title: { zh: '单元格的显示可能与内容不同', en: 'A cell may show something else than it holds' },
    explanation: {
      zh: '单元格内有本程序不完全理解、而能改变读者所见的内容（样式、元素、绘图操作或数字格式），消息写明是什么；该格按其文字读取。',
      en: 'A cell holds something that is not fully understood here and can change what a person sees of it: a style, an element, a painting operator or a number format, which the message names. The cell was read by its text.',
    },
  },
  (raise) => ({
    /** Mirrors put the sound of a character in brackets behind it: 信(xin)息公(gong)开(kai). */
    romanised: (times: number, example: string) =>
      raise('warning', [], {
        zh: `汉字后夹有括注的拼音 ${times} 处（如“${quote(example)}”），应是转载时加入的，读取时略去`,
        en: `The sound of characters stands in brackets behind them ${times} times (“${quote(example)}”), as mirrors add it; it was left out`,
      }),

    /** `what` names what stands in the cell, in the words of its format: `CSS filter`, `m:f`, `number format 0.00E+00`. */
    notUnderstood: (cells: readonly string[], what: Message, text: string) =>
      raise('warning', cells, {
        zh: `单元格“${quote(text)}”含有${what.zh}，所见可能与此不同`,
        en: `The cell “${quote(text)}” holds ${what.en}; what a person sees may differ`,
      }),
    /** Something in the document whose place is unknown: it may lie over any cell. */
    somewhere: (what: Message) =>
      raise('warning', [], {
        zh: `文件含有${what.zh}，位置不明，可能盖住某个单元格`,
        en: `The document holds ${what.en}; where it lies is not known, and it may cover a cell`,
      }),
  }),
);
