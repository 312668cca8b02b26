import type { Doubt } from '../../model/report.ts';
import { flagged, NO_SUBJECTS, PASSED, type Rule } from '../rule.ts';

/** The reading tells of copies by this doubt: its cells are those that differ, its alternatives what the other copies say. */
const COPIES = 'EX-READERS';

export const stTableTwice: Rule<Doubt | null> = {
  code: 'ST-TABLE-TWICE',
  title: { zh: '同一表格出现多次', en: 'A table stands in the report more than once' },
  severity: 'error',
  scope: 'table',
  table: null,
  needs: ['report.editions'],
  explanation: {
    zh: '每张法定表格应只出现一次：各次数字不同的为错误，相同的为提示。',
    en: 'Each table of the form stands once: copies with different figures are an error, equal copies are noted.',
  },
  basis: { zh: '《政府信息公开条例》第五十条第二款（统一格式）', en: 'Regulation, Article 50 ¶2 (uniform format)' },
  notWhen: { zh: '文中没有任何法定表格。', en: 'The document has no table of the form.' },
  subjects({ report, doubts }) {
    if (Object.values(report.editions).every((edition) => edition === null)) return NO_SUBJECTS;
    const copies = doubts.filter(({ rule }) => rule === COPIES);
    return copies.length > 0 ? copies : [null];
  },
  check(copies) {
    if (copies === null) return PASSED;
    const { cells, message, alternatives = [] } = copies;
    const [other] = alternatives;
    return flagged({
      cells,
      severity: cells.length > 0 ? 'error' : 'info',
      message,
      observed: other ? other.join(' ').slice(0, 200) : null,
      expected: null,
    });
  },
};
