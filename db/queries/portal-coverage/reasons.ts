/** Why a report, or a page that may lead to reports, is not held. The codes are stable: they stand in JSON and CSV. */
export type Reason =
  | 'ROBOTS_DISALLOWED'
  | 'ROBOTS_UNREACHABLE'
  | 'CHALLENGED'
  | 'UNREACHABLE'
  | 'NOT_RENDERED'
  | 'PAGER_STOPPED'
  | 'EMPTY_COLUMNS'
  | 'BUDGET_SPENT'
  | 'CAPTCHA'
  | 'FAILED'
  | 'GONE'
  | 'UNREADABLE'
  | 'NOT_A_REPORT'
  | 'PART_MISSING'
  | 'PAGE_CUT'
  | 'NOT_YET'
  | 'NO_WAY_FOUND'
  | 'OUT_OF_SCOPE'
  | 'NOT_EXPLORED'
  | 'NOT_NAMED';

interface ReasonSpec {
  /** How a report that is named stands for it: it came and is of no use, or it never came. */
  readonly standing: 'broken' | 'not_reached';
  /** How many reports a page stands for that it keeps away. */
  readonly pageWeight: number;
  /** Given only where nothing that was met explains anything. */
  readonly isGuess: boolean;
}

/** A list that is cut off keeps a handful of reports away as a rule; only the order of sums hangs on it. */
const A_LIST = 5;

const LISTS = { standing: 'not_reached', pageWeight: A_LIST, isGuess: false } as const;
const PAGES = { standing: 'not_reached', pageWeight: 1, isGuess: false } as const;
const READING = { standing: 'broken', pageWeight: 1, isGuess: false } as const;
const GUESS = { standing: 'not_reached', pageWeight: 1, isGuess: true } as const;

/** In the order in which they are given where two explain as much: what keeps a whole host away first, guesses last. */
export const REASONS: Readonly<Record<Reason, ReasonSpec>> = {
  ROBOTS_DISALLOWED: LISTS,
  ROBOTS_UNREACHABLE: LISTS,
  CHALLENGED: LISTS,
  UNREACHABLE: LISTS,
  NOT_RENDERED: LISTS,
  PAGER_STOPPED: LISTS,
  EMPTY_COLUMNS: LISTS,
  BUDGET_SPENT: PAGES,
  CAPTCHA: PAGES,
  FAILED: READING,
  GONE: READING,
  UNREADABLE: READING,
  NOT_A_REPORT: READING,
  PART_MISSING: READING,
  PAGE_CUT: READING,
  NOT_YET: PAGES,
  NO_WAY_FOUND: GUESS,
  OUT_OF_SCOPE: GUESS,
  NOT_EXPLORED: GUESS,
  NOT_NAMED: GUESS,
};

const ORDER = Object.keys(REASONS) as Reason[];

/** What one reason keeps away from a portal. */
export interface ReasonCount {
  readonly reason: Reason;
  /** Reports that are named, and pages that may lead to others. */
  readonly reports: number;
  readonly pages: number;
  /** One of these places, and what was said of it. */
  readonly url: string | null;
  readonly detail: string | null;
  /** How much of what came, where that is counted: pages of a list or of a budget, bodies. */
  readonly extent: Extent | null;
}

export interface Extent {
  readonly came: number;
  readonly of: number;
  /** Which budget was spent; null where the reason itself says of what. */
  readonly budget: 'pages' | 'renderings' | null;
}

const COUNTED: ReadonlySet<Reason> = new Set(['PAGER_STOPPED', 'BUDGET_SPENT', 'NOT_NAMED']);
const EXTENT = /(?<came>\d{1,9}) of (?<of>\d{1,9})/;
const BUDGET = / of \d+ (?<budget>pages|renderings)/;

/** The extent that the words for a reason speak of. */
export function extentOf(reason: Reason, detail: string | null): ReasonCount['extent'] {
  const { came, of } = (COUNTED.has(reason) && EXTENT.exec(detail ?? '')?.groups) || {};
  if (!came || !of) return null;
  const budget = reason === 'BUDGET_SPENT' ? BUDGET.exec(detail ?? '')?.groups?.budget : null;
  return { came: Number(came), of: Number(of), budget: budget === 'pages' || budget === 'renderings' ? budget : null };
}

const explains = ({ reason, reports, pages }: ReasonCount): number => reports + pages * REASONS[reason].pageWeight;
const rank = (reason: Reason): number => ORDER.indexOf(reason);

/** The reason that explains most first, of equals the one that is declared first; guesses last, as they are declared. */
export function byWeight(a: ReasonCount, b: ReasonCount): number {
  const [guessA, guessB] = [REASONS[a.reason].isGuess, REASONS[b.reason].isGuess];
  if (guessA || guessB) return Number(guessA) - Number(guessB) || rank(a.reason) - rank(b.reason);
  return explains(b) - explains(a) || rank(a.reason) - rank(b.reason);
}

/** What the crawl remarks about a page, by the code of the remark. */
export const REMARKED: Readonly<Record<string, Reason>> = {
  ROBOTS: 'ROBOTS_DISALLOWED',
  OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  TOO_MANY_REDIRECTS: 'FAILED',
  'CR-NOT-RENDERED': 'NOT_RENDERED',
  'CR-RENDERINGS-SPENT': 'BUDGET_SPENT',
  'CR-PAGER-STOPPED': 'PAGER_STOPPED',
  'CR-UNKNOWN-PAGER': 'PAGER_STOPPED',
  // What follows is as a rule another column's.
  'CR-PAGING-LEAK': 'NOT_EXPLORED',
  'CR-EMPTY-LIST': 'EMPTY_COLUMNS',
  'CR-CAPTCHA-FILE': 'CAPTCHA',
  'CR-INTERNAL': 'FAILED',
  'CR-NO-REPORT': 'NOT_A_REPORT',
  'CR-PART-MISSING': 'PART_MISSING',
  'CR-PAGE-CUT': 'PAGE_CUT',
  'CR-OUT-OF-SCOPE': 'OUT_OF_SCOPE',
};

/** What came in place of a page, by the code of the failed visit; codes that are not here are faults of the connection. */
export const FAULTS: Readonly<Record<string, Reason>> = {
  CHALLENGE: 'CHALLENGED',
  GUARDED: 'CAPTCHA',
  BUSY: 'UNREACHABLE',
  GONE: 'GONE',
  SOFT_404: 'GONE',
  HOME_PAGE: 'GONE',
  REFUSED: 'FAILED',
  BROKEN: 'FAILED',
  ERROR_PAGE: 'FAILED',
  BAD_URL: 'FAILED',
  PRIVATE_ADDRESS: 'FAILED',
  OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  TOO_LARGE: 'FAILED',
  BOMB: 'FAILED',
};
