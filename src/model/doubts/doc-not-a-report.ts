import type { Message } from '../report.ts';
import { doubtKind } from './doubt-kind.ts';

export const docNotAReport = doubtKind(
  {
    code: 'DOC-NOT-A-REPORT',
    severity: 'error',
    title: { zh: '不是年度报告', en: 'The document is no annual report' },
    explanation: {
      zh: '文档没有年度报告的标题、表格或章节（例如指南、通知、空白模板），不读取任何数字。',
      en: 'The document has not the title, tables or sections of an annual report (a guide, a notice, a blank form); no figure is read.',
    },
  },
  (raise) => ({
    because: (why: Message) => raise('error', [], why),
  }),
);
