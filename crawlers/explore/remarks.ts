import type { Remark } from '../../src/crawl/visit.ts';

/** What a list promises and what came of it. */
export interface Missing {
  readonly unit: 'items' | 'pages';
  readonly came: number;
  readonly promised: number;
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 200));

/** What discovery has to say about a page; the codes are stable. */
export const REMARKS = {
  titleWithoutYear: (title: string): Remark => ({
    code: 'CR-TITLE-NO-YEAR',
    message: `the title ${quoted(title)} names no year; it is taken from the report itself`,
  }),
  pagingLeak: (url: string, strays: number): Remark => ({
    code: 'CR-PAGING-LEAK',
    message: `${url} lists ${strays} reports of another column; its pager is not followed further`,
  }),
  emptyList: (url: string): Remark => ({
    code: 'CR-EMPTY-LIST',
    message: `${url} is a column of annual reports, but no report was found on it; look at it, and declare the right column`,
  }),
  pagerStopped: (url: string, { unit, came, promised }: Missing): Remark => ({
    code: 'CR-PAGER-STOPPED',
    message: `${url} promises ${promised} ${unit}, ${came} came and nothing leads to more (${came} of ${promised}); declare the other pages as columns if they are there`,
  }),
  turnsSpent: (url: string, turns: number): Remark => ({
    code: 'CR-PAGER-STOPPED',
    message: `the pager of ${url} was clicked ${turns} times, which is the most; what lies behind is missing; declare the pages as columns if they have addresses`,
  }),
  pageCut: (url: string): Remark => ({
    code: 'CR-PAGE-CUT',
    message: `${url} holds more links, or deeper elements, than are looked at; what lies behind them is missing`,
  }),
  noReport: (url: string): Remark => ({
    code: 'CR-NO-REPORT',
    message: `a link called ${url} a report, but the page holds none and leads to none`,
  }),
  partMissing: (url: string, part: number): Remark => ({
    code: 'CR-PART-MISSING',
    message: `page ${part} of the article did not come (${url}); the report is read without it`,
  }),
  captchaFile: (url: string): Remark => ({
    code: 'CR-CAPTCHA-FILE',
    message: `${url} asks for a captcha and is left alone; fetch it by hand if it is needed`,
  }),
} as const;
