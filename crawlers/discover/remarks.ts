import type { Remark } from '../../src/crawl/visit.ts';

const quoted = (text: string): string => JSON.stringify(text.slice(0, 200));

/** What discovery has to say about a page; the codes are stable. */
export const REMARKS = {
  titleWithoutYear: (title: string): Remark => ({
    code: 'CR-TITLE-NO-YEAR',
    message: {
      zh: `标题 ${quoted(title)} 未写年度；以报告本身为准`,
      en: `the title ${quoted(title)} names no year; it is taken from the report itself`,
    },
  }),
  pagingLeak: (url: string, strays: number): Remark => ({
    code: 'CR-PAGING-LEAK',
    message: {
      zh: `${url} 列出了另一栏目的 ${strays} 份报告；不再跟随其翻页`,
      en: `${url} lists ${strays} reports of another column; its pager is not followed further`,
    },
  }),
  emptyList: (url: string): Remark => ({
    code: 'CR-EMPTY-LIST',
    message: {
      zh: `${url} 是年报栏目，但未找到报告；请查看，并声明正确的栏目`,
      en: `${url} is a column of annual reports, but no report was found on it; look at it, and declare the right column`,
    },
  }),
  unknownPager: (url: string, total: number): Remark => ({
    code: 'CR-UNKNOWN-PAGER',
    message: {
      zh: `${url} 称共 ${total} 页，但没有翻页链接；请把其余各页声明为栏目`,
      en: `${url} speaks of ${total} pages, but none leads on; declare the other pages as columns`,
    },
  }),
  pageCut: (url: string): Remark => ({
    code: 'CR-PAGE-CUT',
    message: {
      zh: `${url} 的链接过多或嵌套过深，超出查看范围；其后的内容缺失`,
      en: `${url} holds more links, or deeper elements, than are looked at; what lies behind them is missing`,
    },
  }),
  captchaFile: (url: string): Remark => ({
    code: 'CR-CAPTCHA-FILE',
    message: {
      zh: `${url} 要求验证码，不再访问；如有需要请人工获取`,
      en: `${url} asks for a captcha and is left alone; fetch it by hand if it is needed`,
    },
  }),
} as const;
