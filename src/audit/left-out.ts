import type { Message } from '../model/report.ts';

/** A code of the catalogue that no rule and no doubt bears, and why. Its code stays reserved. */
interface LeftOut {
  readonly code: string;
  readonly title: Message;
  readonly reason: Message;
}

/** In the order of the catalogue. */
export const LEFT_OUT: readonly LeftOut[] = [
  {
    code: 'EX-NOT-IN-SOURCE',
    title: { zh: '数字的字符不在其所指之处', en: 'A figure’s characters do not occur at its locator' },
    reason: {
      zh: '每个数字的字符与位置取自同一单元格的同一次读取，运行时再核对只会把同一字符串与自身相比；真正独立的核对须按各格式另写一套定位程序再读原文，成本与提取相当。各格式读取程序的测试和样本以另行写成的应有结果核对。',
      en: 'The characters and the place of every figure come from one cell in one step, so that a check at run time would compare a string with itself; one that is independent needs a second reader of each format that goes by locators, at the cost of the extraction. The tests of the readers and the samples hold figures against what was written down apart from them.',
    },
  },
];
