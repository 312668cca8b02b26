import type { Change } from '../../model/report.ts';
import { cellName } from '../labels.ts';
import { digitEdit } from '../repair/digit-edit.ts';
import { digitEditName } from '../repair/explain-change.ts';
import { judgeDiagnosis, onlyRepair, slipCells } from '../repair/judge-repair.ts';
import { changesOf } from '../repair/repair-report.ts';
import { flagged, NO_SUBJECTS, NOT_APPLICABLE, type Rule } from '../rule.ts';

export const t3Typo: Rule<Change | null> = {
  code: 'T3-TYPO',
  title: {
    zh: '第三表的错数只差一处笔误',
    en: 'A wrong number of table 3 is one slip of the pen away from the right one',
  },
  severity: 'info',
  scope: 'cell',
  table: 'requests',
  needs: ['requests.*.*'],
  explanation: {
    zh: '改法唯一时，原数与应有之数只差一处：一位写错、漏写、重写、相邻两位颠倒，末尾多写或漏写 0，或多一负号。',
    en: 'Where there is one repair: the printed digits become the right ones by one edit, a digit wrong, missing or doubled, two neighbours exchanged, zeros at the end too many or too few, or a sign.',
  },
  basis: {
    zh: 'Scholtus 的笔误模型（编辑距离不大于 1）',
    en: 'Scholtus’ model of typing errors (a distance of at most 1)',
  },
  notWhen: { zh: '前后都只有一位数，无从比较。', en: 'Both numbers have one digit, which tells nothing.' },
  subjects(facts) {
    if (facts.report.editions.requests === null) return NO_SUBJECTS;
    const repair = onlyRepair(facts);
    if (!repair) return [null];
    const ofSlips = repair.only.solution.slips.flatMap((slip) => slipCells(slip, repair.diagnosis));
    const changes = changesOf(repair.only, repair.diagnosis).filter(({ cell }) => !ofSlips.includes(cell));
    return changes.length > 0 ? changes : [null];
  },
  check: (change, facts) =>
    judgeDiagnosis(facts, () => {
      const edit = change && change.from !== null ? digitEdit(change.from, change.to) : null;
      if (!change || edit === null) return NOT_APPLICABLE;
      const [name, slip] = [cellName(change.cell, facts.report.editions.requests ?? '2021'), digitEditName(edit)];
      return flagged({
        cells: [change.cell],
        message: {
          zh: `${name.zh}印作 ${change.from}，应为 ${change.to}：${slip.zh}`,
          en: `${name.en} says ${change.from} where ${change.to} belongs: ${slip.en}`,
        },
        observed: change.from,
        expected: change.to,
      });
    }),
};
