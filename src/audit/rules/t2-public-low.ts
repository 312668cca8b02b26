import { cellName } from '../labels.ts';
import { judgeNumbers } from '../numbers.ts';
import { proseSays } from '../outline.ts';
import { flagged, NO_SUBJECTS, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

const ROWS = ['regulations', 'normative'] as const;
const WITHDRAWN = /撤回|撤下|撤销公开|取消公开|不再公开|下架/u;

export const t2PublicLow: Rule<(typeof ROWS)[number]> = {
  code: 'T2-PUBLIC-LOW',
  title: { zh: '对外公开总数量小于本年新公开数量', en: 'Fewer documents public in total than were newly published' },
  severity: 'warning',
  scope: 'row',
  table: 'proactive',
  needs: ['proactive.*.published', 'proactive.*.public_total'],
  explanation: {
    zh: '2019 年版：对外公开总数量不应小于本年新公开数量。',
    en: 'Edition 2019: the documents public in total are at least those published in the year.',
  },
  basis: { zh: '国办公开办函〔2019〕60号所附表式；逻辑', en: 'The form of 国办公开办函〔2019〕60号; logic' },
  notWhen: {
    zh: '其中一格未填；正文说明有撤回、撤下。',
    en: 'One of the two is empty; the prose tells of withdrawals.',
  },
  subjects: ({ report }) => (report.editions.proactive === '2019' ? ROWS : NO_SUBJECTS),
  check(row, facts) {
    const keys = [`proactive.${row}.public_total`, `proactive.${row}.published`];
    return judgeNumbers(keys, facts, ([total = 0, published = 0]) => {
      if (total >= published) return PASSED;
      if (proseSays(WITHDRAWN, facts)) return NOT_APPLICABLE;
      const name = cellName(keys[0] ?? '', '2019');
      return flagged({
        cells: keys,
        message: {
          zh: `${name.zh}为 ${total}，小于本年新公开数量 ${published}`,
          en: `${name.en} says ${total}, below the ${published} published in the year`,
        },
        observed: total,
        expected: published,
      });
    });
  },
};
