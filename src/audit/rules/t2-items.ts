import { variablesOfTable } from '../../model/forms/variables.ts';
import { namesOf } from '../labels.ts';
import { judgeNumbers } from '../numbers.ts';
import { proseSays } from '../outline.ts';
import { flagged, NO_SUBJECTS, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

const VARIABLES = variablesOfTable('2019', 'proactive');
const ROWS = VARIABLES.filter(({ column }) => column === 'items_prev').map(({ row }) => row);
const DECIDING = new Set(VARIABLES.filter(({ column }) => column === 'decisions').map(({ row }) => row));
/** Whoever decides by powers delegated from above has decisions without items of its own. */
const DELEGATED = /委托(?:执法|实施|行使|办理)|权力下放|下放[^。；]{0,12}(?:权|事项)|赋权/u;

export const t2Items: Rule<string> = {
  code: 'T2-ITEMS',
  title: { zh: '项目数量与增减、处理决定不相应', en: 'Catalogue items that do not fit their change or the decisions' },
  severity: 'warning',
  scope: 'row',
  table: 'proactive',
  needs: ['proactive.*.items_prev', 'proactive.*.items_change', 'proactive.*.decisions'],
  explanation: {
    zh: '2019 年版：上一年项目数量加本年增/减不应小于 0（错误）；有处理决定的，应大于 0（警告）。',
    en: 'Edition 2019: last year’s items plus the change are not below 0 (error), and above 0 where decisions were made (warning).',
  },
  basis: { zh: '国办公开办函〔2019〕60号所附表式；逻辑', en: 'The form of 国办公开办函〔2019〕60号; logic' },
  notWhen: {
    zh: '其中一格未填；正文说明由上级委托或下放行使。',
    en: 'One of the three is empty; the prose tells of powers delegated from above.',
  },
  subjects: ({ report }) => (report.editions.proactive === '2019' ? ROWS : NO_SUBJECTS),
  check(row, facts) {
    const columns = DECIDING.has(row) ? ['items_prev', 'items_change', 'decisions'] : ['items_prev', 'items_change'];
    const keys = columns.map((column) => `proactive.${row}.${column}`);
    return judgeNumbers(keys, facts, ([previous = 0, change = 0, decisions = 0]) => {
      const items = previous + change;
      if (items > 0 || (items === 0 && decisions <= 0)) return PASSED;
      if (items === 0 && proseSays(DELEGATED, facts)) return NOT_APPLICABLE;
      const { table, row: name } = namesOf(keys[0] ?? '', '2019');
      const working = `${previous} + (${change}) = ${items}`;
      return flagged({
        cells: keys,
        severity: items < 0 ? 'error' : 'warning',
        message:
          items < 0
            ? {
                zh: `${table.zh}“${name.zh}”一行：上一年项目数量加本年增/减为 ${working}，小于 0`,
                en: `${table.en}, row “${name.en}”: last year’s items and the change make ${working}, below 0`,
              }
            : {
                zh: `${table.zh}“${name.zh}”一行：项目数量为 ${working}，却有处理决定 ${decisions} 件`,
                en: `${table.en}, row “${name.en}”: the items are ${working}, yet there are ${decisions} decisions`,
              },
        observed: items,
        expected: null,
      });
    });
  },
};
