import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const exShell = doubtKind(
  {
    code: 'EX-SHELL',
    severity: 'error',
    title: { zh: '网页是空壳或验证页', en: 'The page is a shell or asks for verification' },
    explanation: {
      zh: '网页不含年度报告，只有加载、验证的提示或没有任何文字：正文由脚本生成，或须先通过验证。',
      en: 'The page holds no report, only a plea to wait or to prove oneself, or no text at all: a script draws it, or a guard stands before it.',
    },
  },
  (raise) => ({
    /** `plea`: what the page asks for; null where it shows nothing at all. */
    page: (plea: string | null) =>
      raise('error', [], {
        zh: `${plea === null ? '网页有标题而没有任何文字' : `网页只有一句提示（“${quote(plea)}”）`}，正文由脚本生成或须通过验证才显示；请用浏览器打开后另存，或改取其附件`,
        en: `The page ${plea === null ? 'has a title and no text at all' : `holds a plea only (“${quote(plea)}”)`}: a script draws its text or a guard withholds it; save it from a browser, or fetch its attachment`,
      }),
  }),
);
