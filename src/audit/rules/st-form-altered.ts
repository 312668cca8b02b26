import { TABLE_ROLES, type TableRole } from '../../model/forms/form.ts';
import { type Variable, variablesOfTable } from '../../model/forms/variables.ts';
import type { Doubt, Figures, Severity } from '../../model/report.ts';
import { isReadersFault } from '../doubted.ts';
import { namesOf, tableName } from '../labels.ts';
import {
  couldNotRun,
  type Facts,
  flagged,
  type Judgement,
  NO_SUBJECTS,
  NOT_APPLICABLE,
  PASSED,
  type Rule,
} from '../rule.ts';

/** A table of the form, or what stands in the report and belongs to none of them. */
type Subject = TableRole | 'beyond';

/** Whole rows or columns whose figures are not there, by name. */
function removed(variables: readonly Variable[], part: 'row' | 'column', figures: Figures) {
  // A report has two hundred figures, and nearly always all of them.
  if (!variables.some(({ key }) => figures[key]?.status === 'missing')) return [];
  const names = [...new Set(variables.map((variable) => variable[part]))];
  const groups = names.map((name) => variables.filter((variable) => variable[part] === name));
  const gone = groups.filter((group) => group.every(({ key }) => figures[key]?.status === 'missing'));
  return gone.map((group) => ({
    cells: group.map(({ key }) => key),
    names: namesOf(group[0]?.key ?? '', group[0]?.edition ?? '2021'),
  }));
}

const naming = (cells: ReadonlySet<string>, doubts: readonly Doubt[]) =>
  doubts.filter((doubt) => doubt.cells.some((cell) => cells.has(cell)));

const WORST: readonly Severity[] = ['info', 'warning', 'error'];
const worst = (doubts: readonly Doubt[]): Severity =>
  WORST[Math.max(...doubts.map(({ severity }) => WORST.indexOf(severity)))] ?? 'warning';

function judgeTable(role: TableRole, { report, figures, doubts }: Facts): Judgement {
  const edition = report.editions[role];
  if (edition === null) return NOT_APPLICABLE;
  const variables = variablesOfTable(edition, role);
  const rows = removed(variables, 'row', figures);
  const columns = rows.length > 0 ? [] : removed(variables, 'column', figures);
  const gone = [...rows, ...columns];
  const own = naming(new Set(variables.map(({ key }) => key)), doubts);
  const reworded = own.filter(({ rule }) => rule === 'EX-LABEL');
  if (gone.length === 0 && reworded.length === 0) return PASSED;
  const concerned = new Set([...gone, ...reworded].flatMap(({ cells }) => cells));
  if (doubts.some(({ rule }) => rule === 'DOC-PAGES') || naming(concerned, own).some(isReadersFault)) {
    return couldNotRun({
      zh: '表格由图片识别、未读全或无法确定各数归属，看不出表式是否改动',
      en: 'the table was read from a picture, in part or not for certain; whether its form was altered can’t be told',
    });
  }
  const list = (of: 'zh' | 'en') => [
    ...rows.map(({ names }) => (of === 'zh' ? `缺少“${names.row.zh}”一行` : `the row “${names.row.en}” is missing`)),
    ...columns.map(({ names }) =>
      of === 'zh' ? `缺少“${names.column.zh}”一栏` : `the column “${names.column.en}” is missing`,
    ),
    ...reworded.map(({ message }) => message[of]),
  ];
  const { zh, en } = tableName(role);
  return flagged({
    cells: [...concerned],
    severity: gone.length > 0 ? 'warning' : worst(reworded),
    message: { zh: `${zh}：${list('zh').join('；')}`, en: `${en}: ${list('en').join('; ')}` },
    observed: null,
    expected: null,
  });
}

/** Rows with figures that belong to no row of the form; a doubt that names no cell. */
function judgeBeyond({ doubts }: Facts): Judgement {
  const beyond = doubts.filter(({ rule, cells }) => rule === 'EX-ROW' && cells.length === 0);
  if (beyond.length === 0) return PASSED;
  return flagged({
    cells: [],
    message: {
      zh: beyond.map(({ message }) => message.zh).join('；'),
      en: beyond.map(({ message }) => message.en).join('; '),
    },
    observed: beyond.length,
    expected: null,
  });
}

export const stFormAltered: Rule<Subject> = {
  code: 'ST-FORM-ALTERED',
  title: { zh: '表式被改动', en: 'The form was altered' },
  severity: 'warning',
  scope: 'table',
  table: null,
  needs: ['proactive.*.*', 'requests.*.*', 'disputes.*.*'],
  explanation: {
    zh: '各表的行、栏和名称应与统一格式一致：缺行、缺栏、多出有数字的行为警告；名称与已知写法不同的，按相似度为警告或提示。',
    en: 'Rows, columns and labels are those of the uniform format: a row or column missing, or a row with figures too many, is a warning; a label in other words than the known ones a warning or info by its likeness.',
  },
  basis: { zh: '《政府信息公开条例》第五十条第二款（统一格式）', en: 'Regulation, Article 50 ¶2 (uniform format)' },
  notWhen: {
    zh: '小计行和小计栏；整表缺失由 ST-TABLE-MISSING 提示。',
    en: 'Rows and columns of subtotals; a whole table that is missing is left to ST-TABLE-MISSING.',
  },
  subjects({ report }) {
    const present = TABLE_ROLES.filter((role) => report.editions[role] !== null);
    return present.length > 0 ? [...present, 'beyond'] : NO_SUBJECTS;
  },
  check: (subject, facts) => (subject === 'beyond' ? judgeBeyond(facts) : judgeTable(subject, facts)),
};
