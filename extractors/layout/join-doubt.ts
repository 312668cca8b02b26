import type { Doubt } from '../../src/model/report.ts';

/** It was not certain how the parts of a table over pages go together: at the top of `page`, in its columns or its first row. */
export const joinDoubt = (page: number, why: 'columns' | 'row'): Doubt => ({
  rule: 'EX-GRID',
  severity: 'info',
  cells: [],
  message:
    why === 'row'
      ? {
          zh: `跨页表格：第 ${page} 页首行按上页末行的续行合并，两者之间有边线`,
          en: `A table over pages: the first row of page ${page} was joined to the row above it, though a line stands between them`,
        }
      : {
          zh: `跨页表格：第 ${page} 页的列线与上页不一致，按相近位置合并`,
          en: `A table over pages: the column borders of page ${page} differ from those of the page before and were matched by position`,
        },
});
