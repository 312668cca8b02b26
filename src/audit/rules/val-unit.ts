import type { Variable } from '../../model/forms/variables.ts';
import { type Figure, type Message, numberIn, type Severity } from '../../model/report.ts';
import { quote } from '../../model/text/quote.ts';
import { cellName } from '../labels.ts';
import { blockedBy } from '../numbers.ts';
import { presentVariables } from '../present-variables.ts';
import { flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';

/** Words that count things one by one: 12件, 12项 and 12条 are all twelve. */
const COUNTING = new Set(['件', '项', '个', '条', '起', '宗', '份', '次', '例', '部', '家', '人']);
const MONEY = /^(?:人民币)?[百千万亿十]{0,3}元(?:整|人民币)?$/u;

interface Remark {
  readonly severity: Severity;
  readonly message: Message;
}

/** What is to be said of a cell's unit, or null: the same as the form's, or one that settles an open one. */
function unitRemark({ unit: due, kind }: Variable, { unit, value }: Figure): Remark | null {
  if (unit === undefined) {
    if (due !== 'unknown' || value === 0) return null;
    return {
      severity: 'info',
      message: { zh: '未注明单位（元或万元）', en: 'has no unit (元 or 万元) in or near it' },
    };
  }
  if (unit === due || (kind !== 'amount' && COUNTING.has(unit))) return null;
  if (due === 'unknown' && MONEY.test(unit)) return null;
  const wanted: Message = due === 'unknown' ? { zh: '货币单位', en: 'money' } : { zh: `“${due}”`, en: `“${due}”` };
  const found = quote(unit, 12);
  return {
    severity: 'warning',
    message: {
      zh: `所填单位为“${found}”，表式为${wanted.zh}`,
      en: `is given in “${found}”, the form asks for ${wanted.en}`,
    },
  };
}

function noteRemark({ note }: Figure): Remark | null {
  if (note === undefined || note === '') return null;
  const text = quote(note);
  return { severity: 'info', message: { zh: `数字旁另有说明：“${text}”`, en: `carries a note: “${text}”` } };
}

export const valUnit: Rule<Variable> = {
  code: 'VAL-UNIT',
  title: {
    zh: '单位不明、不符，或数字旁有说明',
    en: 'A unit that is missing or not the form’s, or a note beside a number',
  },
  severity: 'info',
  scope: 'cell',
  table: null,
  needs: ['proactive.*.*', 'requests.*.*', 'disputes.*.*'],
  explanation: {
    zh: '采购总金额大于 0 而表内外均无单位（提示）；单元格所填单位与表头不同（警告）；数字旁附有说明（提示）。',
    en: 'A procurement amount above 0 without a unit anywhere near it (info); a unit in the cell other than the header’s (warning); a note beside the number (info).',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号表式中采购总金额未注单位；〔2021〕30号表式中收费金额单位为万元',
    en: 'The 2019 form prints no unit for the amount procured; the 2021 form asks for fees in 万元',
  },
  notWhen: { zh: '金额为 0 或未填；件数自带“件”等量词。', en: 'The amount is 0 or empty; a count carries its own 件.' },
  subjects: presentVariables,
  check(variable, facts) {
    const { key, edition } = variable;
    const figure = facts.figures[key];
    const value = numberIn(figure);
    if (value === null) return NOT_APPLICABLE;
    if (figure === undefined || Number.isNaN(value)) return blockedBy([key], facts);
    const unit = unitRemark(variable, figure);
    const note = noteRemark(figure);
    if (unit === null && note === null) return PASSED;
    const remarks = [unit, note].filter((remark) => remark !== null);
    const name = cellName(key, edition);
    return flagged({
      cells: [key],
      severity: unit?.severity ?? 'info',
      message: {
        zh: `${name.zh}（${value}）${remarks.map(({ message }) => message.zh).join('；')}`,
        en: `${name.en} (${value}) ${remarks.map(({ message }) => message.en).join('; ')}`,
      },
      observed: quote(figure.unit ?? figure.raw),
      expected: variable.unit === 'unknown' ? null : variable.unit,
    });
  },
};
