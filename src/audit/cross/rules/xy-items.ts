import { variablesOfTable } from '../../../model/forms/variables.ts';
import { namesOf } from '../../labels.ts';
import { flagged, PASSED } from '../../rule.ts';
import { doubtsOf, judgeCells } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { besideLastYear, lastYearOf, SAME_BODY } from '../last-year.ts';

const ROWS = variablesOfTable('2019', 'proactive')
  .filter(({ column }) => column === 'items_prev')
  .map(({ row }) => row);

export const xyItems: CrossRule<string> = {
  code: 'XY-ITEMS',
  title: { zh: '上一年项目数量与上年年报不符', en: 'Last year’s items are not what last year’s report leaves' },
  severity: 'warning',
  scope: 'row',
  table: 'proactive',
  needs: ['proactive.*.items_prev'],
  compares: ['earlier'],
  explanation: {
    zh: '2019 年版：上一年项目数量应等于上年年报的上一年项目数量加本年增/减。',
    en: 'Edition 2019: the items of last year are those that last year’s report starts from plus its change.',
  },
  basis: { zh: '国办公开办函〔2019〕60号所附表式；逻辑', en: 'The form of 国办公开办函〔2019〕60号; logic' },
  notWhen: {
    zh: `${SAME_BODY.zh}两年不都用 2019 年版；其中一格未填。`,
    en: `${SAME_BODY.en} The two are not both of edition 2019; one of the figures is empty.`,
  },
  subjects: ({ report }, companions) =>
    besideLastYear(companions, (lastYear) =>
      report.editions.proactive === '2019' && lastYear.report.editions.proactive === '2019' ? ROWS : [],
    ),
  check(row, report, companions) {
    const lastYear = lastYearOf(companions);
    const [own, change] = [`proactive.${row}.items_prev`, `proactive.${row}.items_change`];
    const cells = [
      { of: report, key: own },
      { of: lastYear, key: own },
      { of: lastYear, key: change },
    ];
    return judgeCells(cells, ([items = 0, before = 0, changed = 0]) => {
      const expected = before + changed;
      if (items === expected) return PASSED;
      const name = namesOf(own, '2019').row;
      const doubts = doubtsOf(lastYear, [own, change]);
      return flagged({
        cells: [own],
        message: {
          zh: `第二表“${name.zh}”：上一年项目数量为 ${items}，而${lastYear.year}年年报为 ${before} + (${changed}) = ${expected}${doubts.zh}`,
          en: `Table 2, “${name.en}”: ${items} items last year, while the report for ${lastYear.year} has ${before} + (${changed}) = ${expected}${doubts.en}`,
        },
        observed: items,
        expected,
      });
    });
  },
};
