import { numberIn } from '../../../model/report.ts';
import { cellName } from '../../labels.ts';
import { type Finding, flagged, type Judgement, NOT_APPLICABLE, PASSED } from '../../rule.ts';
import type { Companions, StoredReport } from '../companions.ts';
import { doubtsOf, judgeCells } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';
import { besideLastYear, lastYearOf, SAME_BODY } from '../last-year.ts';
import { CHANGING, changeOf, FEWEST_PEERS } from '../peer-statistics.ts';
import { robustZ } from '../robust.ts';

const FAR = 4;
const VERY_FAR = 6;
const LARGE = 100;
/** Small numbers jump by chance. */
const SMALL = 20;
const YEARS_ABOVE = 3;
/** Where like bodies hardly move, a change by a half is still none to speak of. */
const LEAST_DEVIATION = 0.1;

/** 行政复议法 (2023) sent refusals of disclosure to reconsideration first: the courts lost what it gained. */
const MOVED_BY_LAW = /^disputes\.(?:review|direct_suit)\./;

const nameOf = (key: string, { report }: StoredReport) =>
  cellName(key, report.editions[key.split('.')[0] as 'requests'] ?? '2021');

/** 0 now after three years of at least 20. */
function droppedToZero(key: string, report: StoredReport, { earlier }: Companions): Judgement | null {
  const before = earlier.slice(0, YEARS_ABOVE).map(({ figures }) => numberIn(figures[key]));
  if (numberIn(report.figures[key]) !== 0 || before.length < YEARS_ABOVE) return null;
  if (!before.every((number) => number !== null && number >= SMALL)) return null;
  const name = nameOf(key, report);
  return flagged({
    cells: [key],
    severity: 'warning',
    message: {
      zh: `${name.zh}为 0，而前三年依次为 ${before.toReversed().join('、')}`,
      en: `${name.en} is 0, after ${before.toReversed().join(', ')} in the three years before`,
    },
    observed: 0,
    expected: null,
  });
}

function judgeChange(key: string, report: StoredReport, companions: Companions): Judgement {
  const lastYear = lastYearOf(companions);
  const spread = companions.peers?.changes.get(key);
  if (!spread || spread.count < FEWEST_PEERS) return NOT_APPLICABLE;
  return judgeCells(
    [
      { of: report, key },
      { of: lastYear, key },
    ],
    ([now = 0, before = 0]) => {
      if (now === 0 && before === 0) return NOT_APPLICABLE;
      const z = robustZ(changeOf(now, before), { ...spread, deviation: Math.max(spread.deviation, LEAST_DEVIATION) });
      if (z === null || Math.abs(z) <= FAR || Math.abs(now - before) < SMALL) return PASSED;
      const name = nameOf(key, report);
      const doubts = doubtsOf(lastYear, [key]);
      const usual = Math.exp(spread.median).toFixed(2);
      const grave = Math.abs(z) > VERY_FAR && Math.abs(now - before) >= LARGE;
      return flagged({
        cells: [key],
        severity: grave ? 'warning' : 'info',
        message: {
          zh: `${name.zh}由 ${before} 变为 ${now}，远离 ${spread.count} 个同类机关的变化（其中位数为 ${usual} 倍，偏离度 ${Math.abs(z).toFixed(1)}）${doubts.zh}`,
          en: `${name.en} went from ${before} to ${now}, far from how ${spread.count} like bodies changed (median factor ${usual}, robust z ${Math.abs(z).toFixed(1)})${doubts.en}`,
        },
        observed: now,
        expected: null,
      });
    },
  );
}

/** One flag a report, with the gravest named: a body that grew by a half jumps in many figures at once. */
function gather(findings: readonly Finding[]): readonly Finding[] {
  const first = findings.find(({ severity }) => severity === 'warning') ?? findings[0];
  if (!first) return findings;
  const others = findings.filter((finding) => finding !== first);
  const { zh, en } = first.message;
  return [
    {
      ...first,
      cells: [...first.cells, ...others.flatMap(({ cells }) => cells)],
      message: { zh: `${zh}；另有 ${others.length} 个数字骤变`, en: `${en}; ${others.length} more figures jumped` },
    },
  ];
}

export const xyJump: CrossRule<string> = {
  code: 'XY-JUMP',
  title: { zh: '与上年相比骤变', en: 'A figure jumped beyond what like bodies did' },
  severity: 'info',
  scope: 'cell',
  table: null,
  needs: [],
  compares: ['earlier', 'peers'],
  explanation: {
    zh: '数字的变化远离同类同级机关（对数比的稳健偏离度大于 4），大于 6 且相差 100 以上的为警告；连续三年不少于 20 而本年为 0 的为警告。',
    en: 'A figure changed far more than those of bodies of its kind and level (robust z of the log ratio above 4); a warning above 6 and a difference of 100, and for 0 after three years of 20 and more.',
  },
  basis: {
    zh: '统计比较；《行政复议法》（2023）第二十三条',
    en: 'Statistics; Administrative Reconsideration Law (2023), Article 23',
  },
  notWhen: {
    zh: `${SAME_BODY.zh}同类机关少于 20 个；相差不足 20；2023 至 2024 年的行政复议与未经复议直接起诉（法律修改所致）。`,
    en: `${SAME_BODY.en} Fewer than 20 like bodies; a difference below 20; reconsideration and direct suits between 2023 and 2024, which the law moved.`,
  },
  subjects: (report, companions) =>
    besideLastYear(companions, ({ figures }) =>
      CHANGING.filter(
        (key) => key in report.figures && key in figures && !(report.year === 2024 && MOVED_BY_LAW.test(key)),
      ),
    ),
  check: (key, report, companions) => droppedToZero(key, report, companions) ?? judgeChange(key, report, companions),
  gather,
};
