import { variablesOfTable } from '../../model/forms/variables.ts';
import { numberIn } from '../../model/report.ts';
import { bodyKind } from '../../model/text/body-kind.ts';
import { namesOf } from '../labels.ts';
import { blockedBy } from '../numbers.ts';
import { proseSays } from '../outline.ts';
import { type Facts, flagged, NO_SUBJECTS, NOT_APPLICABLE, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

/** An office reports for its government, and a department of justice keeps the count of its government's rules. */
const FOR_ITS_GOVERNMENT = /(?:政府办公[厅室]|司法[厅局])$/u;
const ADMINISTERED =
  /(?:起草|代拟|实施|执行|适用|清理)[^。；]{0,16}规章|规章[^。；]{0,16}(?:起草|代拟|实施|执行|适用|清理)/u;

/** Bodies whose name tells that they make no 规章; one that does not tell its level is let pass. */
function lacksPower(agency: string): boolean {
  const { kind, level } = bodyKind(agency);
  if (kind === 'town' || kind === 'subdistrict') return true;
  if (level === 'county') return kind === 'government' || kind === 'department';
  const local = level === 'prefecture' || level === 'province';
  return kind === 'department' && local && !FOR_ITS_GOVERNMENT.test(agency);
}

const keysOf = ({ report }: Facts): readonly string[] =>
  variablesOfTable(report.editions.proactive ?? '2021', 'proactive')
    .filter(({ row }) => row === 'regulations')
    .map(({ key }) => key);

export const t2RulePower: Rule<null> = {
  code: 'T2-RULE-POWER',
  title: { zh: '无规章制定权而填有规章', en: 'Rules counted by a body that has no power to make them' },
  severity: 'warning',
  scope: 'row',
  table: 'proactive',
  needs: ['report.agency', 'proactive.regulations.*'],
  explanation: {
    zh: '县级政府、乡镇、街道和地方政府部门无权制定规章，“规章”一行应为 0；常见的是把规范性文件填入此行。',
    en: 'Governments of counties, towns, subdistricts and local departments make no rules (规章), so the row is 0; what stands there is often the count of normative documents.',
  },
  basis: {
    zh: '《立法法》（2023 年修正）第九十一条、第九十三条',
    en: 'Legislation Law (2023), Articles 91 and 93',
  },
  notWhen: {
    zh: '名称看不出层级；政府办公厅（室）和司法行政部门代本级政府填报；正文说明所填为本机关起草或实施的规章。',
    en: 'The name does not tell the level; an office or department of justice reports for its government; the prose says that rules drafted or applied are counted.',
  },
  subjects: ({ report }) =>
    report.editions.proactive !== null && (report.agency === null || lacksPower(report.agency))
      ? WHOLE_REPORT
      : NO_SUBJECTS,
  check(_, facts) {
    const keys = keysOf(facts);
    const numbers = keys.map((key) => numberIn(facts.figures[key]));
    const filled = keys.filter((_key, place) => (numbers[place] ?? 0) > 0);
    if (filled.length === 0) return numbers.some(Number.isNaN) ? blockedBy(keys, facts) : PASSED;
    if (proseSays(ADMINISTERED, facts)) return NOT_APPLICABLE;
    const edition = facts.report.editions.proactive ?? '2021';
    const counts = filled.map((key) => ({ name: namesOf(key, edition).column, value: numberIn(facts.figures[key]) }));
    const { agency } = facts.report;
    return flagged({
      cells: filled,
      message: {
        zh: `“${agency}”没有规章制定权，“规章”一行却填有${counts.map(({ name, value }) => `${name.zh} ${value}`).join('、')}`,
        en: `${agency} has no power to make rules, yet the row “规章” says ${counts.map(({ name, value }) => `${name.en} ${value}`).join(', ')}`,
      },
      observed: numberIn(facts.figures[filled[0] ?? '']),
      expected: 0,
    });
  },
};
