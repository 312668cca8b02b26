import type { Message } from '../report.ts';
import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const docFrontMatter = doubtKind(
  {
    code: 'DOC-FRONT-MATTER',
    severity: 'warning',
    title: {
      zh: '标题、机关、年度或日期来源不一致，或未写明',
      en: 'Sources of title, agency, year or date disagree, or say nothing',
    },
    explanation: {
      zh: '页面元数据、信息栏、标题与首段所述不同，采用其中最可信者，其余列为其他读法；或年度由发布日期推出、机关取自网站名称；或文中没有写明机关、年度。',
      en: 'Meta tags, information lines, title and first paragraph differ; the most trusted was taken and the others are listed. Also where the year was derived from the publication date or the agency from the name of the site, and where the document names no agency or no year.',
    },
  },
  (raise) => ({
    disagree: (what: Message, alternatives: readonly (readonly string[])[]) => raise('warning', [], what, alternatives),

    yearFromDate: (year: number) =>
      raise('warning', [], {
        zh: `文中没有报告年度，按发布日期的上一年认作 ${year} 年`,
        en: `The document names no year; ${year} was taken, the year before its publication`,
      }),

    agencyFromSite: (site: string) =>
      raise('warning', [], {
        zh: `文中没有写明机关，取网站名称“${quote(site)}”`,
        en: `The document names no agency; the name of the site, ${quote(site)}, was taken`,
      }),

    /** `sure` where the sentence says whose report it is; else the body is the subject of a sentence about work. */
    agencyFromSentence: (name: string, sure: boolean) =>
      raise(sure ? 'info' : 'warning', [], {
        zh: `标题和页面信息没有写明机关，取首段句中的“${quote(name)}”`,
        en: `Neither title nor page names the agency; ${quote(name)} was taken from a sentence of the first paragraph`,
      }),

    agencyUnknown: () =>
      raise('warning', [], {
        zh: '文中没有写明是哪个机关的报告，机关未知',
        en: 'The document does not say whose report it is; the agency is not known',
      }),

    yearUnknown: () =>
      raise('warning', [], {
        zh: '文中没有写明是哪一年度的报告，也没有可据以推出年度的日期，年度未知',
        en: 'The document does not say of which year it reports, nor any date to tell it from; the year is not known',
      }),

    /** `value` stood outside the document, in words that speak of it. */
    adopted: (what: Message, value: string | number) =>
      raise('warning', [], {
        zh: `文件本身没有写明${what.zh}，采用指向它的链接或所属页面的标题：${value}`,
        en: `The document does not name its ${what.en}; it was taken from the link to it or the page it belongs to: ${value}`,
      }),
  }),
);
