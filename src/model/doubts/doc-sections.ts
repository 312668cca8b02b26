import { doubtKind } from './doubt-kind.ts';

export const docSections = doubtKind(
  {
    code: 'DOC-SECTIONS',
    severity: 'warning',
    title: { zh: '章节标题过多', en: 'More headings than are told apart' },
    explanation: {
      zh: '标题多于限度，其后的标题不再另立章节，作为最后一节的正文保留。',
      en: 'There are more headings than the limit; those behind it begin no section of their own and stay as text of the last.',
    },
  },
  (raise) => ({
    tooMany: (most: number, others: number) =>
      raise('warning', [], {
        zh: `文档有 ${most + others} 个章节标题，多于限度 ${most}；其后 ${others} 个标题不另立章节，作为最后一节的正文保留`,
        en: `The document has ${most + others} headings, more than the limit of ${most}; the ${others} behind it begin no section and stay as text of the last`,
      }),
  }),
);
