import type { Edition, TableRole } from '../../model/forms/form.ts';
import { editionForYear, formOf } from '../../model/forms/forms.ts';
import { tableName } from '../labels.ts';
import { couldNotRun, type Facts, flagged, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

/** Table 4 is the same in all editions, so it can't tell one from another. */
const TELLING: readonly TableRole[] = ['proactive', 'requests'];

function found(facts: Facts): readonly (readonly [TableRole, Edition])[] {
  return TELLING.flatMap((role) => {
    const edition = facts.report.editions[role];
    return edition ? [[role, edition] as const] : [];
  });
}

export const stEditionYear: Rule<null> = {
  code: 'ST-EDITION-YEAR',
  title: {
    zh: '表式版本与年度不符，或各表版本不一',
    en: 'An edition that does not fit the year, or tables of several editions',
  },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: ['report.editions'],
  explanation: {
    zh: '各表应为同一版表式（混用为错误），且为该年度所施行的版本（不符为警告）：2019、2020 年度用 2019 年版，2021 年度起用 2021 年版。版本由表中标签判定，第四表各版相同，不参与判定。',
    en: 'All tables are of one edition (a mixture is an error), the one in force for the year (else a warning): 2019 for the years 2019 and 2020, 2021 from then on. The edition is read from the labels; table 4 is the same in all and tells nothing.',
  },
  basis: { zh: '国办公开办函〔2019〕60号、〔2021〕30号', en: 'The notices 国办公开办函〔2019〕60号 and 〔2021〕30号' },
  notWhen: null,
  subjects: () => WHOLE_REPORT,
  check(_, facts) {
    const tables = found(facts);
    const editions = new Set(tables.map(([, edition]) => edition));
    const { year } = facts.report;
    const due = year === null ? null : editionForYear(year);
    if (editions.size === 0) {
      return couldNotRun({ zh: '文中没有第二表和第三表', en: 'tables 2 and 3 are not in the document' });
    }
    const zh = tables.map(([role, edition]) => `${tableName(role).zh}为 ${edition} 年版`).join('，');
    const en = tables.map(([role, edition]) => `${tableName(role).en} is of edition ${edition}`).join(', ');
    const observed = [...editions].join(', ');
    if (editions.size > 1) {
      const fitting = due
        ? { zh: `，${year} 年度应为 ${due} 年版`, en: `; ${due} is due for ${year}` }
        : { zh: '', en: '' };
      return flagged({
        cells: [],
        severity: 'error',
        message: {
          zh: `各表版本不一：${zh}${fitting.zh}`,
          en: `the tables are of several editions: ${en}${fitting.en}`,
        },
        observed,
        expected: due,
      });
    }
    if (year === null) return couldNotRun({ zh: '不知道报告年度', en: 'the year of the report is not known' });
    if (due !== null && editions.has(due)) return PASSED;
    return flagged({
      cells: [],
      message:
        due === null
          ? { zh: `${zh}，而 ${year} 年度尚无此版表式`, en: `${en}, which was not yet in force for ${year}` }
          : {
              zh: `${zh}，${year} 年度应为 ${due} 年版（${formOf(due).notice}）`,
              en: `${en}; for ${year} edition ${due} is due (${formOf(due).notice})`,
            },
      observed,
      expected: due,
    });
  },
};
