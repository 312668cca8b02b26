import type { Section, SectionRole } from '../../model/report.ts';
import { quote } from '../../model/text/quote.ts';
import { blockedByUnread } from '../doubted.ts';
import { headingOf, topHeadings } from '../outline.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

/** Sections that are prose; those with a table may hold it alone, and 其他需要报告的事项 may be 无. */
const PROSE: readonly SectionRole[] = ['overview', 'problems'];
/** At least four letters or digits, the shortest sentence; matching stops at the fourth, however long the text. */
const ENOUGH = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){4}/u;
/** Denials of four letters and more that are no sentence. */
const DENIAL = /^[^\p{L}\p{N}]*(?:无|没有|暂无|本年度无|无此情况|无相关内容|此项无内容)[^\p{L}\p{N}]*$/u;

const isEmpty = ({ text }: Section): boolean => !ENOUGH.test(text) || (text.length < SHORT && DENIAL.test(text));
const SHORT = 40;

export const stSectionEmpty: Rule<SectionRole> = {
  code: 'ST-SECTION-EMPTY',
  title: { zh: '章节没有内容', en: 'A section without content' },
  severity: 'warning',
  scope: 'section',
  table: null,
  needs: ['sections'],
  explanation: {
    zh: '“总体情况”和“存在的主要问题及改进情况”应有文字；没有文字或只写“无”“略”的为警告，一句话也算有文字。',
    en: 'Overview and problems hold prose; none, or only 无 or 略, is flagged. A single sentence is content.',
  },
  basis: { zh: '《政府信息公开条例》第五十条第一款第四项', en: 'Regulation, Article 50 ¶1 (四)' },
  notWhen: {
    zh: '“其他需要报告的事项”可以为无；文中有内容未能读出。',
    en: 'Other matters may be 无; some of the document could not be read.',
  },
  subjects: () => PROSE,
  check(role, facts) {
    const sections = topHeadings(facts).filter((section) => section.role === role);
    if (sections.length === 0) return NOT_APPLICABLE;
    const empty = sections.find(isEmpty);
    if (!empty) return PASSED;
    const blocked = blockedByUnread(facts.doubts);
    if (blocked) return blocked;
    const name = headingOf(empty);
    const full = sections.find((section) => !isEmpty(section));
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
