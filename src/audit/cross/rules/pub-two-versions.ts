import { flagged, NOT_APPLICABLE, PASSED } from '../../rule.ts';
import { changedFigures, describeChanges, saysCorrected } from '../changed-figures.ts';
import type { Companions, Sight, StoredReport } from '../companions.ts';
import type { CrossRule } from '../cross-rule.ts';

const shownNow = ({ sights }: Companions): readonly Sight[] => sights.filter(({ goneSince }) => goneSince === null);

/** The other places that show this report now, beside one that shows the state in hand. */
function elsewhere(report: StoredReport, companions: Companions): readonly Sight[] {
  const shown = shownNow(companions);
  return shown.some(({ place }) => place === report.place) ? shown.filter(({ place }) => place !== report.place) : [];
}

export const pubTwoVersions: CrossRule<Sight> = {
  code: 'PUB-TWO-VERSIONS',
  title: { zh: '不同地址的同一年报数字不同', en: 'Two addresses give different figures for one report' },
  severity: 'error',
  scope: 'report',
  table: null,
  needs: [],
  compares: ['sights'],
  explanation: {
    zh: '同一机关同一年度的年报，在不同地址（门户与部门网站、网页与附件）上数字应当相同。',
    en: 'One body’s report for one year gives the same figures at every address: portal and own site, page and attachment.',
  },
  basis: { zh: '同一年报只有一份数字', en: 'A report has one set of figures' },
  notWhen: { zh: '其中之一注明更正、作废。', en: 'One of them is marked as corrected or superseded.' },
  subjects: (report, companions) => elsewhere(report, companions),
  check({ place, shows }, report) {
    if (saysCorrected(shows) || saysCorrected(report)) return NOT_APPLICABLE;
    const changes = changedFigures(report, shows);
    if (changes.length === 0) return PASSED;
    const described = describeChanges(changes, report);
    const [first] = changes;
    return flagged({
      cells: changes.map(({ key }) => key),
      message: {
        zh: `${report.place} 与 ${place} 有 ${changes.length} 个数字不同：${described.zh}`,
        en: `${changes.length} figures differ between ${report.place} and ${place}: ${described.en}`,
      },
      observed: first?.from ?? null,
      expected: first?.to ?? null,
    });
  },
};
