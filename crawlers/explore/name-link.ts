import type { LinkWords, Named } from '../../src/model/crawl/entry.ts';
import { tidyText } from '../../src/model/text/fold.ts';
import { judgeTitle, type TitleJudgement } from './judge-title.ts';
import type { PageContext } from './page-context.ts';
import type { PageLink } from './page-facts.ts';
import { turnsPages } from './paging/pager-words.ts';
import { MORE } from './vocabulary.ts';

/** What a link and the words around it come to. */
export interface NamedLink extends Named {
  readonly words: LinkWords;
  /** The words that say most, as printed. */
  readonly title: string;
}

/** Enough for a report's name, a bracket behind it and a date. */
const LONGEST_WORDS = 300;

const judge = (words: string): TitleJudgement | null =>
  words === '' || words.length > LONGEST_WORDS ? null : judgeTitle(words);

/** The fuller of the words and the `title` attribute that says anything; where one names the body and the other the year, both. */
function ownWords({ text, title }: PageLink): { readonly title: string; readonly judged: TitleJudgement } | null {
  const said = (title === null || title === text ? [text] : [title, text]).flatMap((words) => {
    const judged = judge(words);
    return judged ? [{ title: tidyText(words), judged }] : [];
  });
  const body = said.find(({ judged }) => judged.kind === 'body');
  const year = said.find(({ judged }) => judged.kind === 'year');
  if (body && year && body.judged.year === null) return { ...body, judged: { ...body.judged, year: year.judged.year } };
  return said[0] ?? null;
}

const DATE = /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?/g;

const PARTS = /[\s\p{P}\p{S}]+/u;
/** A serial number, where nothing parts it from the year. */
const SERIAL = /^\d{1,3}(?=(?:19|20)\d\d年)/;

/** What else the line of a link says, where no other link stands in it; its date is that of the publication. */
const restOfRow = ({ row, text }: PageLink): readonly string[] =>
  row?.links === 1
    ? row.text
        .replace(DATE, ' ')
        .replace(text, ' ')
        .split(PARTS)
        .map((part) => part.replace(SERIAL, ''))
    : [];

/** The body and year that the head of the column, the other cells, the line and the heading name, the first that names one. */
function named(link: PageLink): Named {
  const cells = link.cells ? [link.cells.column, ...link.cells.row] : restOfRow(link);
  const around = [...cells, link.heading].map(judge);
  const usable = around.filter((one) => one !== null && one.kind !== 'way' && one.kind !== 'group');
  return {
    agency: usable.find((one) => one?.agency)?.agency ?? null,
    year: usable.find((one) => one?.year)?.year ?? null,
  };
}

const SHORT = 8;

/**
 * Few words that open what a table says: its line names the body and its column the year, or the other way about. The pager of a
 * report that stands in a table of the layout is none.
 */
function isOpenedByTable(link: PageLink): boolean {
  if (link.cells === null || link.text.trim().length > SHORT || turnsPages(link.text)) return false;
  const { agency, year } = named({ ...link, heading: '' });
  return agency !== null && year !== null;
}

/** 查看 or a bare name in a line or cell: what the line, the table or the heading says it opens. */
function opened(link: PageLink, context: PageContext): NamedLink | null {
  const line = link.row && link.row.links <= 2 ? judge(link.row.text.replace(link.text, '')) : null;
  if (line?.kind === 'report') return { words: 'report', title: tidyText(link.row?.text ?? ''), ...line };
  const { agency, year } = named(link);
  if (agency !== null && year !== null) return { words: 'report', title: reportTitle(agency, year), agency, year };
  if (line)
    return {
      words: line.kind,
      title: tidyText(link.row?.text ?? ''),
      agency: line.agency ?? agency,
      year: line.year ?? year,
    };
  const heading = judge(link.heading);
  if (heading) return { words: heading.kind, title: link.heading, agency: heading.agency, year: heading.year };
  // A list of reports whose items say no more: the page that shows them says of what they are.
  if (context.annual && context.answer && MORE.test(link.text.trim()) && link.text.trim() !== '')
    return { words: 'annual', title: '', agency: agency ?? context.agency, year: year ?? context.year };
  if (!context.annual || (agency ?? year) === null) return null;
  return { words: agency === null ? 'year' : 'body', title: `${agency ?? ''}${year ?? ''}`, agency, year };
}

/** The title under which bodies publish, for a report that only its place in a table names. */
export const reportTitle = (agency: string, year: number): string => `${agency}${year}年政府信息公开工作年度报告`;

/** Judges the words of a link with those around it; null where nothing is said. */
export function nameLink(link: PageLink, context: PageContext): NamedLink | null {
  const own = ownWords(link);
  const opens = MORE.test(link.text.trim()) || isOpenedByTable(link);
  if (opens && (!own || (own.judged.agency === null && own.judged.year === null))) {
    const behind = opened(link, context);
    if (behind) return behind;
  }
  if (!own) return null;
  const { title, judged } = own;
  if (judged.kind !== 'year' && judged.kind !== 'body') return { words: judged.kind, title, ...judged };
  const beside = context.annual ? named(link) : { agency: null, year: null };
  const agency = judged.agency ?? beside.agency ?? context.agency;
  const year = judged.year ?? beside.year ?? context.year;
  return { words: judged.kind, title, agency, year };
}
