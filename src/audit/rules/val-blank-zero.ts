import type { TableRole } from '../../model/forms/form.ts';
import { variablesOfTable } from '../../model/forms/variables.ts';
import { tableName } from '../labels.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';
import { countedCells } from '../sums.ts';

/** Table 2 has no sums, so nothing in it is ever read as zero. */
const SUMMED: readonly TableRole[] = ['requests', 'disputes'];

export const valBlankZero: Rule<TableRole> = {
  code: 'VAL-BLANK-ZERO',
  title: { zh: '空格按 0 计', en: 'Empty cells were read as zero' },
  severity: 'info',
  scope: 'table',
  table: null,
  needs: ['requests.*.*', 'disputes.*.*'],
  explanation: {
    zh: '表中有未填或以横线等代替的单元格，核对合计时按 0 计；存储的数据仍为空，不改为 0。每表一条。',
    en: 'Cells of the table are blank or hold a dash; the sums read them as 0, the stored figures stay empty. One flag per table.',
  },
  basis: { zh: '本项目的读法', en: 'How this project reads the tables' },
  notWhen: { zh: '第二表没有合计，不在此列。', en: 'Table 2 has no sums.' },
  subjects: ({ report }) => SUMMED.filter((role) => report.editions[role] !== null),
  check(role, facts) {
    const { figures, report } = facts;
    const edition = report.editions[role];
    if (edition === null) return NOT_APPLICABLE;
    const count = { blank: 0, dash: 0, not_applicable: 0, zero: 0, unfilled: 0 };
    const counted = countedCells(role, facts);
    for (const { key } of variablesOfTable(edition, role)) {
      const figure = figures[key];
      const status = figure?.status;
      if (status === 'blank' || status === 'dash' || status === 'not_applicable') {
        count[status] += 1;
        if (counted(key) !== null) count.unfilled += 1;
      } else if (figure?.value === 0) count.zero += 1;
    }
    const empty = count.blank + count.dash + count.not_applicable;
    if (empty === count.unfilled) return PASSED;
    const { zh, en } = tableName(role);
    return flagged({
      cells: [],
      message: {
        zh: `${zh}有空白 ${count.blank} 格、横线等 ${count.dash} 格、“不适用” ${count.not_applicable} 格、0 值 ${count.zero} 格；核对合计时空格按 0 计${count.unfilled > 0 ? `，其中 ${count.unfilled} 个未填总计按其各分项之和计` : ''}`,
        en: `${en} has ${count.blank} blank cells, ${count.dash} dashes, ${count.not_applicable} marked not applicable and ${count.zero} zeros; the sums read empty cells as 0${count.unfilled > 0 ? `, ${count.unfilled} empty totals as the sum of their parts` : ''}`,
      },
      observed: empty,
      expected: null,
    });
  },
};
