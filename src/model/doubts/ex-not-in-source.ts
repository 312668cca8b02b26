import { doubtKind } from './doubt-kind.ts';

export const exNotInSource = doubtKind(
  {
    code: 'EX-NOT-IN-SOURCE',
    severity: 'error',
    title: { zh: '数字的字符与另一读法不符', en: 'Another reading of the page has other digits' },
    explanation: {
      zh: 'PDF 中已有疑问的页另由 pdf-parse 提取文字，与本程序所置的数字字符逐一核对：多出者为错误，缺少者（如被遮盖、看不见的数字）为警告，并指明所涉各格。',
      en: 'On a page of a PDF where a doubt stands, the digits that were placed are held against the text that pdf-parse finds there: an error where some are in excess, a warning where some are lacking (digits that are covered or can’t be seen), with the cells concerned.',
    },
  },
  (raise) => ({
    /** `placed` are the digits in excess, `lacking` those that only the other reading has; empty for none. */
    otherDigits: (page: number, placed: string, lacking: string, cells: readonly string[]) =>
      raise(placed === '' ? 'warning' : 'error', cells, {
        zh: `第 ${page} 页另由 pdf-parse 的文字核对，数字字符不同：本程序多出 ${placed || '无'}，缺少 ${lacking || '无'}`,
        en: `The text of page ${page} as pdf-parse gives it has other digits: those placed in excess are ${placed || 'none'}, those lacking ${lacking || 'none'}`,
      }),
  }),
);
