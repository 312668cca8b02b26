import type { Companions, StoredReport } from './companions.ts';

/** The subjects of a rule that compares with last year's report; none where that is not held. */
export const besideLastYear = <Subject>(
  { earlier }: Companions,
  subjects: (lastYear: StoredReport) => readonly Subject[],
): readonly Subject[] => (earlier[0] ? subjects(earlier[0]) : []);

/** Last year's report, for the checks of subjects that are there only where it is held. */
export function lastYearOf({ earlier }: Companions): StoredReport {
  const [lastYear] = earlier;
  if (!lastYear) throw new Error('the report of the year before is not held');
  return lastYear;
}

/** The rows of years in every message of such a rule's basis. */
export const SAME_BODY = {
  zh: '未存有上一年年报；机构更名、合并后名称不同的，视为不同机关。',
  en: 'Last year’s report is not held; a body that was renamed or merged counts as another body.',
};
