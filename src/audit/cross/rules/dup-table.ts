import { flagged, PASSED } from '../../rule.ts';
import { firstOf, seenAt } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { isDistinctive } from '../table-digest.ts';

export const dupTable: CrossRule<null> = {
  code: 'DUP-TABLE',
  title: { zh: '第三表与其他机关完全相同', en: 'Table 3 is another body’s, cell by cell' },
  severity: 'error',
  scope: 'table',
  table: 'requests',
  needs: ['requests.*.*'],
  compares: ['twins'],
  explanation: {
    zh: '收到 5 件以上、且有 6 个以上非零分项的第三表，不应与同年另一机关逐格相同。',
    en: 'A table 3 with five requests or more, and six details that are not zero, is not that of another body of the same year cell by cell.',
  },
  basis: {
    zh: '两个机关的数字逐格相同，必有一份不是自己的',
    en: 'Two bodies alike in every figure: one of them is not its own',
  },
  notWhen: {
    zh: '申请不足 5 件，或非零分项不足 6 个（巧合常见）；只有一个所属单位的上级。',
    en: 'Fewer than five requests, or than six details that are not zero, where chance will do; a parent with a single child.',
  },
  subjects: (report) => (isDistinctive(report) ? [null] : []),
  check(_, __, { twins }) {
    const others = twins.filter(({ isOnlyChild }) => !isOnlyChild);
    const [first] = others;
    if (!first) return PASSED;
    const names = firstOf(others.map(({ body }) => body.name));
    const place = seenAt(first);
    return flagged({
      cells: ['requests.received.total', 'requests.total.total'],
      message: {
        zh: `第三表与${names.zh}同年年报${place.zh}逐格相同`,
        en: `table 3 is the same in every cell as that of ${names.en} for the same year${place.en}`,
      },
      observed: first.body.name,
      expected: null,
    });
  },
};
