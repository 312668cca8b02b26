import { TABLE_ROLES, type TableRole } from '../../model/forms/form.ts';
import { tableOf } from '../../model/forms/forms.ts';
import type { Section } from '../../model/report.ts';
import { blockedByUnread } from '../doubted.ts';
import { tableName } from '../labels.ts';
import { couldNotRun, flagged, PASSED, type Rule } from '../rule.ts';

/** Fewer lines of figures and nothing else may be numbers of pages; a table that lost its form leaves one for each row. */
const FEWEST_LINES = 5;

/** Digits of a whole row run together. */
const RUN = /^\d{7,}$/;

const holdsFigures = ({ text }: Section): boolean =>
  text.split('\n').some((line) => RUN.test(line.trim())) ||
  text.split('\n').filter((line) => /\d/.test(line) && !/\p{L}/u.test(line)).length >= FEWEST_LINES;

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
  notWhen: {
    zh: '文中有内容未能读出；该节留有成行的数字，像是未能认出的表。',
    en: 'Some of the document could not be read; lines of figures stand in the section, as of a table that was not recognised.',
  },
  subjects: () => TABLE_ROLES,
  check(role, { report, sections, doubts }) {
    if (report.editions[role] !== null) return PASSED;
    const blocked = blockedByUnread(doubts);
    if (blocked) return blocked;
    if (sections.some((section) => section.role === role && holdsFigures(section))) {
      return couldNotRun({
        zh: '该节留有成行的数字，像是未能认出的表',
        en: 'lines of figures stand in its section, as of a table that was not recognised',
      });
    }
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
