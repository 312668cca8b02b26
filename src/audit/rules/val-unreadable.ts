import type { Variable } from '../../model/forms/variables.ts';
import { quote } from '../../model/text/quote.ts';
import { isReadersFault } from '../doubted.ts';
import { cellName } from '../labels.ts';
import { blockedBy } from '../numbers.ts';
import { presentVariables } from '../present-variables.ts';
import { couldNotRun, flagged, PASSED, type Rule } from '../rule.ts';

export const valUnreadable: Rule<Variable> = {
  code: 'VAL-UNREADABLE',
  title: { zh: '单元格中不是数字', en: 'A cell holds no number' },
  severity: 'error',
  scope: 'cell',
  table: null,
  needs: ['proactive.*.*', 'requests.*.*', 'disputes.*.*'],
  explanation: {
    zh: '应填数字的单元格中有字，但不是数字（如“约12”“近百”）。',
    en: 'Characters stand in the cell that are no number (约12, 近百).',
  },
  basis: { zh: '表式', en: 'The form' },
  notWhen: {
    zh: '数字旁另有说明的，由 VAL-UNIT 提示；连写的数字无法拆分、识别不清等读取之故，只作存疑。',
    en: 'A note beside a number is left to VAL-UNIT; a cell that the reading could not split, place or recognise is a doubt and no more.',
  },
  subjects: presentVariables,
  check({ key, edition }, facts) {
    const figure = facts.figures[key];
    if (figure === undefined || figure.status === 'missing') return blockedBy([key], facts);
    if (figure.status !== 'unreadable') return PASSED;
    const name = cellName(key, edition);
    const doubt = facts.doubts.find((one) => isReadersFault(one) && one.cells.includes(key));
    if (doubt) {
      return couldNotRun({
        zh: `${name.zh}未能读出（${doubt.rule}），看不出所填是否数字`,
        en: `${name.en} could not be made out (${doubt.rule}); whether it holds a number can’t be told`,
      });
    }
    const found = quote(figure.raw);
    return flagged({
      cells: [key],
      message: { zh: `${name.zh}所填“${found}”不是数字`, en: `${name.en} holds “${found}”, which is no number` },
      observed: found,
      expected: null,
    });
  },
};
