import type { Remark } from '../../src/model/crawl/entry.ts';
import type { Allowance } from '../../src/model/crawl/frontier.ts';
import type { Message } from '../../src/model/report.ts';

/** What a list promises and what came of it. */
export interface Missing {
  readonly unit: 'items' | 'pages';
  readonly came: number;
  readonly promised: number;
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 200));

const UNITS = { items: '条', pages: '页' } as const;

/** What discovery has to say about a page; the codes are stable. */
export const REMARKS = {
  otherScheme: (to: string, { zh, en }: Message): Remark => ({
    code: to.startsWith('https:') ? 'CR-HTTP-FAILED' : 'CR-HTTPS-FAILED',
    message: { zh: `${zh}；改为访问 ${to}`, en: `${en}; ${to} is asked instead` },
  }),
  notRendered: (): Remark => ({
    code: 'CR-NOT-RENDERED',
    message: {
      zh: '其列表由脚本绘出，而没有浏览器可用',
      en: 'its list is drawn by script, and there is no browser to draw it',
    },
  }),
  renderingsSpent: ({ used, of }: Allowance): Remark => ({
    code: 'CR-RENDERINGS-SPENT',
    message: {
      zh: `其内容由脚本绘出，而该网站一夜的渲染次数已用完（${used}/${of}）；下一夜继续，或用 --render 放宽`,
      en: `its contents are drawn by script, and ${used} of ${of} renderings of its portal are used; the next night goes on, or allow more by --render`,
    },
  }),
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
  pagerStopped: (url: string, { unit, came, promised }: Missing): Remark => ({
    code: 'CR-PAGER-STOPPED',
    message: {
      zh: `${url} 称共 ${promised} ${UNITS[unit]}，只得到 ${came}，此后没有翻页链接（${came}/${promised}）；若其余各页存在，请声明为栏目`,
      en: `${url} promises ${promised} ${unit}, ${came} came and nothing leads to more (${came} of ${promised}); declare the other pages as columns if they are there`,
    },
  }),
  turnsSpent: (url: string, turns: number): Remark => ({
    code: 'CR-PAGER-STOPPED',
    message: {
      zh: `${url} 的翻页已点击 ${turns} 次，达到上限；其后的内容缺失；若各页有网址，请声明为栏目`,
      en: `the pager of ${url} was clicked ${turns} times, which is the most; what lies behind is missing; declare the pages as columns if they have addresses`,
    },
  }),
  pageCut: (url: string): Remark => ({
    code: 'CR-PAGE-CUT',
    message: {
      zh: `${url} 的链接过多或嵌套过深，超出查看范围；其后的内容缺失`,
      en: `${url} holds more links, or deeper elements, than are looked at; what lies behind them is missing`,
    },
  }),
  /** `hasBrowser`: the renderings of the portal were spent. */
  noReport: (url: string): Remark => ({
    code: 'CR-NO-REPORT',
    message: {
      zh: `链接称 ${url} 为报告，但该页没有报告，也不通向报告`,
      en: `a link called ${url} a report, but the page holds none and leads to none`,
    },
  }),
  partMissing: (url: string, part: number): Remark => ({
    code: 'CR-PART-MISSING',
    message: {
      zh: `文章第 ${part} 页未能取得（${url}）；报告按其余各页读取`,
      en: `page ${part} of the article did not come (${url}); the report is read without it`,
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
