import type { SectionRole } from '../../report.ts';
import { quote } from '../labels.ts';
import { headingOf, topHeadings } from '../outline.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

/** Sections that are prose; those with a table may hold it alone, and 其他需要报告的事项 may be 无. */
const PROSE: readonly SectionRole[] = ['overview', 'problems'];
/** At least ten letters or digits; matching stops at the tenth, however long the text. */
const ENOUGH = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){10}/u;

export const stSectionEmpty: Rule<SectionRole> = {
  code: 'ST-SECTION-EMPTY',
  title: { zh: '章节没有内容', en: 'A section without content' },
  severity: 'warning',
  scope: 'section',
  table: null,
  needs: ['sections'],
  explanation: {
    zh: '“总体情况”和“存在的主要问题及改进情况”应有文字；没有、不足 10 字或只写“无”的为警告。',
    en: 'Overview and problems hold prose; none, under ten characters, or only 无 is flagged.',
  },
  basis: { zh: '《政府信息公开条例》第五十条第一款第四项', en: 'Regulation, Article 50 ¶1 (四)' },
  notWhen: { zh: '“其他需要报告的事项”可以为无。', en: 'Other matters may be 无.' },
  subjects: () => PROSE,
  check(role, facts) {
    const sections = topHeadings(facts).filter((section) => section.role === role);
    if (sections.length === 0) return NOT_APPLICABLE;
    const empty = sections.find(({ text }) => !ENOUGH.test(text));
    if (!empty) return PASSED;
    const name = headingOf(empty);
    const full = sections.find(({ text }) => ENOUGH.test(text));
    const hint = full
      ? { zh: `，其内容似在“${headingOf(full)}”之下`, en: `; its content seems to stand under “${headingOf(full)}”` }
      : { zh: '', en: '' };
    return flagged({
      cells: [],
      message: { zh: `“${name}”没有内容${hint.zh}`, en: `“${name}” has no content${hint.en}` },
      observed: quote(empty.text),
      expected: null,
    });
  },
};
