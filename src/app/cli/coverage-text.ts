import type { BodyCoverage, PortalCoverage } from '../../../db/queries/portal-coverage/assemble.ts';
import type { Standings, YearStanding } from '../../../db/queries/portal-coverage/body-years.ts';
import type { Language, Message } from '../../model/report.ts';
import { type CellValue, csvLine } from '../export/csv.ts';
import { toJsonLine } from '../export/json.ts';
import { printableLine } from '../export/printable.ts';
import { textTable } from '../export/text-table.ts';
import { reasonText, STANDING_WORDS } from './coverage-words.ts';

/** Years that the table of portals shows, the due one first. */
const YEARS = 4;
/** Characters of a cell. */
const LIMIT = 60;

const WORDS = {
  portal: { en: 'portal', zh: '网站' },
  bodies: { en: 'bodies', zh: '机关' },
  body: { en: 'body', zh: '机关' },
  why: { en: 'why', zh: '原因' },
  unnamed: { en: 'body not named', zh: '机关不明' },
  yearless: { en: 'no year', zh: '年度不明' },
  none: { en: 'No portal was crawled yet.', zh: '尚未抓取任何网站。' },
} as const satisfies Record<string, Message>;

/** What is held of what is known: 3/5. */
const share = ({ held, late, missing, broken, notReached }: Standings): string =>
  `${held}/${held + late + missing + broken + notReached}`;

const bodiesOf = ({ bodies: { declared, named, held } }: PortalCoverage): string =>
  `${held}/${Math.max(declared ?? 0, named)}`;

/** A portal a line: what is held of each year, what lacks, and the reason that explains most of it. */
function portalsTable(portals: readonly PortalCoverage[], language: Language, dueYear: number): string {
  if (portals.length === 0) return `${WORDS.none[language]}\n`;
  const years = Array.from({ length: YEARS }, (_, back) => dueYear - back);
  const standings = Object.values(STANDING_WORDS).map((words) => words[language]);
  const headings = [WORDS.portal[language], WORDS.bodies[language], ...years.map(String), ...standings];
  return textTable(
    [...headings, WORDS.why[language]],
    portals.map((one): CellValue[] => {
      const { held, late, missing, broken, notReached } = one.reports;
      const ofYears = years.map((year) => {
        const known = one.years.find((line) => line.year === year);
        return known ? share(known) : '';
      });
      const [first] = one.reasons;
      const why = first ? reasonText(first, language) : '';
      return [one.portal, bodiesOf(one), ...ofYears, held, late, missing, broken, notReached, why];
    }),
    { limit: LIMIT },
  );
}

/** One portal: a body a line, a year a column, and below them every reason with a place to look at. */
function bodiesTable(portal: PortalCoverage, language: Language): string {
  const years = portal.years.map(({ year }) => year);
  const hasYearless = portal.byBody.some((body) => body.years.some(({ year }) => year === null));
  const cellOf = (standings: readonly YearStanding[]): string =>
    standings
      .map(({ standing, reason }) => {
        const words = STANDING_WORDS[standing][language];
        return reason && reason !== 'NOT_NAMED' ? `${words} ${reason}` : words;
      })
      .join(' ');
  const row = ({ body, years: known, reason }: BodyCoverage): CellValue[] => [
    body ?? WORDS.unnamed[language],
    ...years.map((year) => cellOf(known.filter((one) => one.year === year))),
    ...(hasYearless ? [cellOf(known.filter(({ year }) => year === null))] : []),
    reason ? reasonText({ reason, extent: null }, language) : '',
  ];
  const headings = [
    ...[WORDS.body[language], ...years.map(String)],
    ...(hasYearless ? [WORDS.yearless[language]] : []),
    WORDS.why[language],
  ];
  const reasons = portal.reasons.map((one) => {
    const [reports, pages] = [one.reports, one.pages];
    const counts = { en: `${reports} reports, ${pages} pages`, zh: `报告 ${reports} 份，页面 ${pages} 处` }[language];
    return `  ${printableLine(`${reasonText(one, language)}: ${counts}  ${one.url ?? ''}`).trim()}\n`;
  });
  return [
    `${printableLine(`${portal.portal}  ${portal.name}`)}  ${WORDS.bodies[language]} ${bodiesOf(portal)}\n`,
    textTable(headings, portal.byBody.map(row), { limit: LIMIT }),
    ...reasons,
  ].join('');
}

const CSV = ['portal', 'body', 'year', 'standing', 'reason', 'url', 'title', 'detail'] as const;

function csvLines({ portal, byBody, reasons }: PortalCoverage): CellValue[][] {
  const ofBodies = byBody.flatMap(({ body, years, reason }): CellValue[][] =>
    years.length === 0
      ? [[portal, body, null, 'not_reached', reason, null, null, null]]
      : years.map((one) => [portal, body, one.year, one.standing, one.reason, one.url, one.title, one.detail]),
  );
  // Pages without a report that is named for them: what lies behind is not known.
  const ofPages = reasons.filter(({ pages }) => pages > 0);
  return [
    ...ofBodies,
    ...ofPages.map(({ reason, url, detail }) => [portal, null, null, null, reason, url, null, detail]),
  ];
}

interface ShownCoverage {
  readonly portals: readonly PortalCoverage[];
  readonly dueYear: number;
  /** The portals were asked for one by one. */
  readonly inFull: boolean;
}

export const COVERAGE_WRITERS = {
  table: ({ portals, dueYear, inFull }: ShownCoverage, language: Language): string =>
    inFull
      ? portals.map((portal) => bodiesTable(portal, language)).join('\n')
      : portalsTable(portals, language, dueYear),
  csv: ({ portals }: ShownCoverage): string => [[...CSV], ...portals.flatMap(csvLines)].map(csvLine).join(''),
  json: ({ portals }: ShownCoverage): string =>
    portals.length === 0 ? '[]\n' : `[\n${portals.map(toJsonLine).join(',\n')}\n]\n`,
} as const;
