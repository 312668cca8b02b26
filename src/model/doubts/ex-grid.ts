import type { Severity } from '../report.ts';
import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const exGrid = doubtKind(
  {
    code: 'EX-GRID',
    severity: 'info',
    title: { zh: '表头与表身或合并单元格不一致', en: 'Header, body or merged cells disagree' },
    explanation: {
      zh: '表头缺失而按法定顺序读取、合并单元格的一个值跨多个数据格、或略去多余空格。',
      en: 'The header is missing and the order of the form was taken, one merged cell stands for several figures, or empty surplus cells were left out.',
    },
  },
  (raise) => ({
    mergeUnseen: (cells: readonly string[], severity: Severity) =>
      raise(severity, cells, {
        zh: `有数字的行中该有数字处空白，或有数字像是连写，可能有看不出的合并单元格，涉及 ${cells.length} 个数字`,
        en: `Rows with figures have blanks where figures are due, or digits that seem run together: cells may be merged unseen, which concerns ${cells.length} figures`,
      }),

    spread: (cells: readonly string[], text: string) =>
      raise('warning', cells, {
        zh: `一个合并单元格“${quote(text)}”跨 ${cells.length} 个数据格，每格均按此值读取`,
        en: `One merged cell “${quote(text)}” covers ${cells.length} figures; each was given its value`,
      }),

    /** `sure` where drawn borders show what columns there are. */
    headerMissing: (cells: readonly string[], table: string, sure = true) =>
      raise(sure ? 'info' : 'warning', cells, {
        zh: `${table}没有可辨认的表头，各列按法定顺序读取`,
        en: `The ${table} table has no recognisable header; its columns were read in the order of the form`,
      }),

    /** `table` names its columns, but not where the form has them, or captions that cover other columns. */
    headUnsure: (cells: readonly string[], table: string) =>
      raise('warning', cells, {
        zh: `${table}表头各栏的位置与其上级标题对不上，可能有格缺失、重复或移位，各列归属不能确定`,
        en: `The header cells of the ${table} table do not stand under the captions that the form puts over them; one may be lost, doubled or moved, so columns may be exchanged`,
      }),

    spansDisagree: (cells: readonly string[], official: string) =>
      raise('info', cells, {
        zh: `“${official}”一行多出空格，已略去末尾空格`,
        en: `The row “${official}” has more cells than its header; the empty ones at its end were left out`,
      }),

    surplusCells: (cells: readonly string[], official: string, found: number, expected: number) =>
      raise('info', cells, {
        zh: `“${official}”一行有 ${found} 格而表头为 ${expected} 列，两端都有空格，按其他各行的位置取舍`,
        en: `The row “${official}” has ${found} cells under a header of ${expected} columns, empty at both ends; the place of the other rows was taken`,
      }),

    joinedOverPages: (page: number, why: 'columns' | 'row') =>
      raise(
        'info',
        [],
        why === 'row'
          ? {
              zh: `跨页表格：第 ${page} 页首行按上页末行的续行合并，两者之间有边线`,
              en: `A table over pages: the first row of page ${page} was joined to the row above it, though a line stands between them`,
            }
          : {
              zh: `跨页表格：第 ${page} 页的列线与上页不一致，按相近位置合并`,
              en: `A table over pages: the column borders of page ${page} differ from those of the page before and were matched by position`,
            },
      ),

    unevenRows: (rows: number) =>
      raise('warning', [], {
        zh: `DOC 文件中有 ${rows} 行的单元格数与其定义不符，合并单元格按从左到右推断`,
        en: `${rows} table rows of the DOC file have not as many cells as it defines; their merged cells were laid from the left`,
      }),
  }),
);
