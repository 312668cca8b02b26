import { TABLE_ROLES, type TableRole } from '../../model/forms/form.ts';
import type { SectionRole } from '../../model/report.ts';
import { blockedByUnread } from '../doubted.ts';
import { OFFICIAL_SECTIONS, type OfficialSection, outlineOf, topHeadings } from '../outline.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

const isTable = (role: SectionRole): role is TableRole => (TABLE_ROLES as readonly string[]).includes(role);

export const stSectionMissing: Rule<OfficialSection> = {
  code: 'ST-SECTION-MISSING',
  title: { zh: '缺少规定的章节', en: 'A prescribed section is missing' },
  severity: 'warning',
  scope: 'section',
  table: null,
  needs: ['sections'],
  explanation: {
    zh: '六个规定章节应各有其一：缺少含表的章节（二、三、四）为错误，缺少其余章节为警告。',
    en: 'Each of the six sections is present: an error where one with a table (二, 三, 四) is missing, else a warning.',
  },
  basis: {
    zh: '《政府信息公开条例》第五十条；国办公开办函〔2021〕30号（“不能遗漏”）',
    en: 'Regulation, Article 50; 国办公开办函〔2021〕30号 (不能遗漏)',
  },
  notWhen: {
    zh: '标题用了别的说法，但该节的表在文中；文中有内容未能读出。',
    en: 'The section is headed in other words, but its table is there; some of the document could not be read.',
  },
  subjects: () => OFFICIAL_SECTIONS,
  check({ role, number, heading, en }, facts) {
    const headings = topHeadings(facts);
    if (headings.some((section) => section.role === role)) return PASSED;
    const table = isTable(role);
    if (table && facts.report.editions[role] !== null) return NOT_APPLICABLE;
    const blocked = blockedByUnread(facts.doubts);
    if (blocked) return blocked;
    const outline = outlineOf(headings);
    return flagged({
      cells: [],
      severity: table ? 'error' : 'warning',
      message: {
        zh: `缺少“${number}、${heading}”一节；${outline.zh}`,
        en: `section ${number}、${heading} (${en}) is missing; ${outline.en}`,
      },
      observed: null,
      expected: `${number}、${heading}`,
    });
  },
};
