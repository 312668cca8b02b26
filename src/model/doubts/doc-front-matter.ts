import type { Message } from '../report.ts';
import { doubtKind } from './doubt-kind.ts';

export const docFrontMatter = doubtKind(
  {
    code: 'DOC-FRONT-MATTER',
    severity: 'warning',
    title: { zh: '标题、机关、年度或日期来源不一致', en: 'Sources of title, agency, year or date disagree' },
    explanation: {
      zh: '页面元数据、信息栏、标题与首段所述不同，采用其中最可信者，其余列为其他读法；或年度由发布日期推出。',
      en: 'Meta tags, information lines, title and first paragraph differ; the most trusted was taken and the others are listed. Also where the year was derived from the publication date.',
    },
  },
  (raise) => ({
    disagree: (what: Message, alternatives: readonly (readonly string[])[]) => raise('warning', [], what, alternatives),

    yearFromDate: (year: number) =>
      raise('warning', [], {
        zh: `文中没有报告年度，按发布日期的上一年认作 ${year} 年`,
        en: `The document names no year; ${year} was taken, the year before its publication`,
      }),

    /** `value` stood outside the document, in words that speak of it. */
    adopted: (what: Message, value: string | number) =>
      raise('warning', [], {
        zh: `文件本身没有写明${what.zh}，采用指向它的链接或所属页面的标题：${value}`,
        en: `The document does not name its ${what.en}; it was taken from the link to it or the page it belongs to: ${value}`,
      }),
  }),
);
