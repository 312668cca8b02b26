import { variablesOfTable } from '../../../model/forms/variables.ts';
import { areOpen } from '../../doubted.ts';
import { namesOf } from '../../labels.ts';
import { type Finding, flagged, type Judgement, NOT_APPLICABLE, PASSED } from '../../rule.ts';
import type { StoredReport } from '../companions.ts';
import { doubtsOf, isUnderError, judgeCells, seenAt } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { besideLastYear, lastYearOf, SAME_BODY } from '../last-year.ts';

const COLUMNS = variablesOfTable('2021', 'requests')
  .filter(({ row }) => row === 'carried_in')
  .map(({ column }) => column);
const IN = (column: string): string => `requests.carried_in.${column}`;
const OUT = (column: string): string => `requests.carried_out.${column}`;

/** What last year's only smallest repair makes of a figure; undefined where there is no such repair. */
const repaired = ({ repair }: StoredReport, key: string): number | undefined =>
  repair?.unique ? repair.changes.find(({ cell }) => cell === key)?.to : undefined;

function judgeColumn(column: string, report: StoredReport, lastYear: StoredReport): Judgement {
  const [own, theirs] = [IN(column), OUT(column)];
  const isRepaired = lastYear.repair?.unique === true;
  if (isUnderError(lastYear, theirs) && !isRepaired) return NOT_APPLICABLE;
  return judgeCells(
    [
      { of: report, key: own },
      { of: lastYear, key: theirs },
    ],
    ([carriedIn = 0, printed = 0]) => {
      const carriedOut = repaired(lastYear, theirs) ?? printed;
      if (carriedIn === carriedOut) return PASSED;
      const { row, column: name } = namesOf(own, report.report.editions.requests ?? '2021');
      const place = seenAt(lastYear);
      const doubts = doubtsOf(lastYear, [theirs]);
      const repair =
        carriedOut === printed
          ? { zh: '', en: '' }
          : {
              zh: `（该表按唯一的修正，应为 ${carriedOut}）`,
              en: ` (by the only repair of that table it should be ${carriedOut})`,
            };
      return flagged({
        cells: [own],
        severity: column === 'total' && !areOpen([theirs], lastYear.doubts) ? 'error' : 'warning',
        message: {
          zh: `“${row.zh}”一行“${name.zh}”栏为 ${carriedIn}，而${lastYear.year}年年报${place.zh}“结转下年度继续办理”为 ${printed}${repair.zh}，相差 ${Math.abs(carriedIn - carriedOut)}${doubts.zh}`,
          en: `row “${row.en}”, column “${name.en}” is ${carriedIn}, while the report for ${lastYear.year}${place.en} carried ${printed} out${repair.en}: they differ by ${Math.abs(carriedIn - carriedOut)}${doubts.en}`,
        },
        observed: carriedIn,
        expected: carriedOut,
      });
    },
  );
}

/** A wrong total is what its applicants are wrong by: one flag. */
function gather(findings: readonly Finding[]): readonly Finding[] {
  const total = findings.find(({ cells }) => cells.includes(IN('total')));
  return total
    ? [{ ...total, cells: [...total.cells, ...findings.filter((one) => one !== total).flatMap(({ cells }) => cells)] }]
    : findings;
}

export const xyCarry: CrossRule<string> = {
  code: 'XY-CARRY',
  title: { zh: '上年结转与上年年报不符', en: 'What was carried in is not what last year carried out' },
  severity: 'error',
  scope: 'column',
  table: 'requests',
  needs: ['requests.carried_in.*'],
  compares: ['earlier'],
  explanation: {
    zh: '每一栏的上年结转数应等于上一年年报同栏的结转下年度数；总计不符为错误，仅某类申请人不符为警告。',
    en: 'In every column what is carried in equals what last year’s report carried out: an error for the total, a warning for an applicant alone.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号所附表式；逻辑',
    en: 'The forms of 国办公开办函〔2019〕60号 and 〔2021〕30号; logic',
  },
  notWhen: {
    zh: `${SAME_BODY.zh}上年该格处于未能判明的表内错误之中。`,
    en: `${SAME_BODY.en} Last year’s figure stands under an error of its own table that no single repair settles.`,
  },
  subjects: (_, companions) => besideLastYear(companions, () => COLUMNS),
  check: (column, report, companions) => judgeColumn(column, report, lastYearOf(companions)),
  gather,
};
