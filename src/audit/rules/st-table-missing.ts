import { TABLE_ROLES, type TableRole } from '../../forms/form.ts';
import { tableOf } from '../../forms/forms.ts';
import { tableName } from '../labels.ts';
import { flagged, PASSED, type Rule } from '../rule.ts';

export const stTableMissing: Rule<TableRole> = {
  code: 'ST-TABLE-MISSING',
  title: { zh: '缺少规定的表', en: 'A prescribed table is missing' },
  severity: 'error',
  scope: 'table',
  table: null,
  needs: ['report.editions'],
  explanation: {
    zh: '第二、三、四表应在文中，能以表格读出或能据文字还原。',
    en: 'Each of the tables 2, 3 and 4 is there as a table or can be rebuilt from the text.',
  },
  basis: { zh: '国办公开办函〔2019〕60号、〔2021〕30号', en: 'The notices 国办公开办函〔2019〕60号 and 〔2021〕30号' },
  notWhen: null,
  subjects: () => TABLE_ROLES,
  check(role, { report }) {
    if (report.editions[role] !== null) return PASSED;
    const { zh, en } = tableName(role);
    const { title } = tableOf('2021', role);
    return flagged({
      cells: [],
      message: { zh: `文中没有${zh}（${title}）`, en: `${en} (${title}) is not in the document` },
      observed: null,
      expected: title,
    });
  },
};
