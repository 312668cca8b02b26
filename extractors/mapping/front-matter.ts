import { isShortFor } from '../../src/model/bodies/short-names.ts';
import { docFrontMatter } from '../../src/model/doubts/doc-front-matter.ts';
import { chineseDate } from '../../src/model/messages/chinese-date.ts';
import type { Doubt } from '../../src/model/report.ts';
import { bodiesInProse, isBodyName } from '../../src/model/text/body-in-prose.ts';
import { findDate, findYear, isoDate } from '../../src/model/text/dates.ts';
import { foldText, tidyText } from '../../src/model/text/fold.ts';
import { looksLikeBody, parseTitle, type ReportTitle } from '../../src/model/text/report-title.ts';
import type { Document } from '../document.ts';
import { type FrontLine, readFrontLines } from './front-lines.ts';
import { isFurniture } from './furniture.ts';
import type { Outline } from './outline.ts';
import { readSignature } from './signature.ts';

export interface FrontMatter {
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly publishedOn: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly doubts: readonly Doubt[];
}

/** A value and where it was found, in order of trust. */
interface Witness<T> {
  readonly value: T;
  readonly from: { readonly zh: string; readonly en: string };
}

const FROM = {
  meta: { zh: '页面元数据', en: 'meta tags' },
  table: { zh: '页面信息栏', en: 'the page’s information lines' },
  title: { zh: '标题', en: 'the title' },
  page: { zh: '网页标题', en: 'the page title' },
  period: { zh: '统计期限', en: 'the period stated' },
  prose: { zh: '首段', en: 'the first paragraph' },
  signature: { zh: '落款', en: 'the signature' },
  date: { zh: '发布日期的上一年', en: 'the year before its publication' },
} as const;

const PERIOD =
  /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日(?:起|开始)?(?:至|到|[-—–~～－]+)(?:(20\d\d)年|当年|同年)?(\d{1,2})月(\d{1,2})日/;

const MAY_STATE_PERIOD = /期限|时间|1\s*2\s*月|１２月/;

function titleRank({ agency, year }: ReportTitle, { heading, aside }: FrontLine): number {
  return (aside ? -10 : 0) + (agency ? 4 : 0) + (year ? 2 : 0) + (heading > 0 && heading <= 2 ? 1 : 0);
}

const LONGEST_TITLE = 90;

/** The best title among the lines; a body's name on the line before completes a title without one. */
function titleInLines(lines: readonly FrontLine[]): ReportTitle | null {
  let best: { title: ReportTitle; rank: number } | null = null;
  lines.forEach((line, index) => {
    const { text } = line;
    if (text.length > LONGEST_TITLE) return;
    let title = parseTitle(text);
    if (!title) {
      const below = lines[index + 1]?.text ?? '';
      const joined = text.length <= 40 && !/[。：:>]/.test(text) ? parseTitle(`${text}${below}`) : null;
      if (joined && !parseTitle(below)) title = joined;
    } else if (!title.agency) {
      const above = lines[index - 1]?.text ?? '';
      const joined = looksLikeBody(above) ? parseTitle(`${above}${text}`) : null;
      if (joined?.agency) title = joined;
    }
    if (!title) return;
    const rank = titleRank(title, line);
    if (!best || rank > best.rank) best = { title, rank };
  });
  return (best as { title: ReportTitle } | null)?.title ?? null;
}

function pageTitle(text: string | undefined): ReportTitle | null {
  if (!text) return null;
  const parts = text.split(/\s*[-_|—–>»]+\s*/).filter((part) => part !== '');
  for (const part of [text, ...parts]) {
    const title = parseTitle(part);
    if (title && (title.agency || title.year)) return title;
  }
  return null;
}

function disagreement<T>(
  witnesses: readonly Witness<T>[],
  what: { zh: string; en: string },
  same: (a: T, b: T) => boolean,
): Doubt[] {
  const [first, ...others] = witnesses;
  const against = first ? others.filter(({ value }) => !same(value, first.value)) : [];
  if (!first || against.length === 0) return [];
  const say = (language: 'zh' | 'en') =>
    [first, ...against]
      .map(({ value, from }) => `${from[language]} ${language === 'zh' ? chineseDate(String(value)) : String(value)}`)
      .join(language === 'zh' ? '，' : ', ');
  return [
    docFrontMatter.disagree(
      {
        zh: `${what.zh}不一致：${say('zh')}；采用${first.from.zh}`,
        en: `Sources of the ${what.en} disagree: ${say('en')}; that of ${first.from.en} was taken`,
      },
      against.map(({ value }) => [String(value)]),
    ),
  ];
}

const present = <T>(witnesses: readonly (Witness<T | null> | null)[]): Witness<T>[] =>
  witnesses.filter((witness): witness is Witness<T> => witness !== null && witness.value !== null);

function readPeriod(text: string, year: number | null): { start: string; end: string; year: number | null } | null {
  const match = text
    .split(/[。；\n]/)
    .filter((sentence) => MAY_STATE_PERIOD.test(sentence))
    .map((sentence) => PERIOD.exec(sentence.normalize('NFKC').replace(/\s/g, '')))
    .find((found) => found !== null);
  if (!match) return null;
  const named = match[1] ?? match[4];
  const from = named ? Number(named) : year;
  const to = match[4] ? Number(match[4]) : from;
  if (!from || !to) return null;
  const start = isoDate(from, Number(match[2]), Number(match[3]));
  const end = isoDate(to, Number(match[5]), Number(match[6]));
  return start && end ? { start, end, year: named ? to : null } : null;
}

/** The first that a line yields. */
function firstOf<T>(lines: readonly FrontLine[], read: (line: FrontLine) => T | null): T | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}

/** The body named in a field: its first word. */
const BODY_NAME = /^[^\s:：]{2,40}(?=[\s:：]|$)/;
/** A date at the beginning of a field, perhaps with a time behind it. */
const DATE = /^[〇○零一二三四五六七八九\d][\s\S]{5,24}/u;

const bodyIn = ({ text, field }: FrontLine): string | null =>
  field === 'body' ? (BODY_NAME.exec(text)?.[0] ?? null) : null;

/** `20230105`, as systems write a date; elsewhere eight digits are a telephone number. */
const COMPACT = /^[[［【(（]?\s*(20\d\d)(\d\d)(\d\d)\s*[\]］】)）]?$/;

function compactDate(text: string): string | null {
  const [, year, month, day] = COMPACT.exec(text.trim()) ?? [];
  return year ? isoDate(Number(year), Number(month), Number(day)) : null;
}

const dateIn = ({ text }: FrontLine): string | null => {
  const date = DATE.exec(text.replace(/^[[［【(（]\s*/, ''))?.[0];
  return compactDate(text) ?? (date ? findDate(date) : null);
};

/** `2021年1月18日12:21` opens the line of date, body and counter under a title, also where their gaps were lost. */
const DATE_AND_TIME = /^\D{0,3}\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?\s*\d{1,2}:\d{2}/;

/** A line that is little else than a date, as printed under a title without any label. */
function bareDate(text: string): string | null {
  const compact = compactDate(text);
  if (compact !== null) return compact;
  const longest = DATE_AND_TIME.test(text) ? 80 : 30;
  return text.length <= longest && /^\D{0,3}\d{4}/.test(text) && !/年度|报告/.test(text) ? findDate(text) : null;
}

/** The lines from the first that is a title; all of them where none is. */
function fromTitle(lines: readonly FrontLine[]): readonly FrontLine[] {
  const first = lines.findIndex(({ text, aside }) => {
    const title = aside || text.length > LONGEST_TITLE ? null : parseTitle(text);
    return title !== null && (title.agency !== null || title.year !== null);
  });
  return lines.slice(Math.max(first, 0));
}

/** The date in a field that names the publication, else in one that names a date, among other fields or below the title. */
function datedField(lines: readonly FrontLine[]): string | null {
  const below = new Set(fromTitle(lines));
  const amongFields = (at: number) => [at - 1, at + 1].some((beside) => (lines[beside]?.field ?? null) !== null);
  const days = lines.filter((line, at) => line.field === 'day' && !line.visit && (below.has(line) || amongFields(at)));
  return firstOf([...lines.filter(({ field }) => field === 'published'), ...days], dateIn);
}

/** 发文日期: on that day the report was sent out, where nothing tells when it was published. */
const issuedField = (lines: readonly FrontLine[]): string | null =>
  firstOf(
    lines.filter(({ field, visit }) => field === 'issued' && !visit),
    dateIn,
  );

/** Sentences before the first chapter, which may say whose report it is; menus and paths hold none. */
function sentencesOf(outline: Outline): string {
  const sentences = outline.front.filter(
    ({ text, heading }) => heading === 0 && SENTENCE.test(text.slice(0, 2_000)) && !isFurniture(text),
  );
  return sentences
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 6_000);
}
const SENTENCE = /[，。；]|[:：]\s*$|如下|《.*(?:报告|年报).*》/u;

/** A date without a label is that of the publication below the title; in the head of a page it is the day of the visit. */
const bareDateIn = (lines: readonly FrontLine[]): string | null =>
  firstOf(fromTitle(lines), ({ text, aside, visit }) => (aside || visit ? null : bareDate(text)));

/**
 * Title, agency, year, publication date and period: from the page's meta tags, its information lines, the title and the
 * first paragraph, in this order of trust, with a doubt where they disagree. Null where the document does not say.
 */
export function readFrontMatter(document: Document, outline: Outline): FrontMatter {
  const { meta, pageTitle: page } = document.marks;
  const lines = readFrontLines(document, outline);
  const inMeta = parseTitle(meta.articletitle ?? '');
  const inText = titleInLines(lines.filter(({ field }) => field === null || field === 'title'));
  const inPage = pageTitle(page);
  const titles = [inMeta, inText, inPage].filter((title): title is ReportTitle => title !== null);
  const best = titles.find(({ agency }) => agency !== null) ?? titles[0] ?? null;

  const preamble = outline.sections.find(({ role }) => role === 'preamble')?.text ?? '';
  const opening = [preamble, ...outline.sections.slice(0, 3).map(({ text }) => text)].join('\n').slice(0, 6_000);
  const stated = readPeriod(opening, null);

  const years = present<number>([
    inMeta && { value: inMeta.year, from: FROM.meta },
    inText && { value: inText.year, from: FROM.title },
    inPage && { value: inPage.year, from: FROM.page },
    { value: stated?.year ?? null, from: FROM.period },
  ]);
  const published = present<string>([
    { value: meta.pubdate ? findDate(meta.pubdate) : null, from: FROM.meta },
    { value: datedField(lines), from: FROM.table },
    { value: bareDateIn(lines), from: FROM.title },
  ]);
  const signature = readSignature(outline.sections.at(-1)?.text.split('\n') ?? []);
  const publishedOn = published[0]?.value ?? issuedField(lines) ?? signature.signedOn;
  const sentences = sentencesOf(outline);
  const source = firstOf(lines, bodyIn);
  const readYear = years[0]?.value ?? yearFromProse(`${sentences}\n${opening}`);
  const year = readYear ?? yearFromDate(publishedOn);
  /** A year that only a sentence names is held against the day of publication, mostly in the year after. */
  const byDate = present<number>([
    { value: readYear, from: FROM.prose },
    { value: readYear === null ? null : yearFromDate(publishedOn), from: FROM.date },
  ]);
  const period = stated ?? readPeriod(opening, year);
  const [said] = bodiesInProse(sentences);
  const named = present<string>([
    inMeta && { value: inMeta.agency, from: FROM.meta },
    inText && { value: inText.agency, from: FROM.title },
    inPage && { value: inPage.agency, from: FROM.page },
  ]);
  const inProse = present<string>([said?.reports ? { value: said.name, from: FROM.prose } : null]);
  const otherwise = present<string>([
    { value: said?.name ?? null, from: FROM.prose },
    { value: signature.agency, from: FROM.signature },
    { value: meta.contentsource ?? null, from: FROM.meta },
    { value: source, from: FROM.table },
  ]);
  const names = otherwise.map(({ value }) => value);
  const whole = best?.agency ? nameWithin(best.agency, names) : wholeName(names);
  const agency = whole ?? best?.agency ?? names[0] ?? null;
  const others = otherwise.filter(({ from }) => from !== FROM.prose);
  const fromSentence = !best?.agency && others.length === 0 ? said : undefined;
  /** A site's name need not be that of the body whose report stands on it. */
  const site = agency === null ? (meta.sitename ?? null) : null;
  const sameDate = published.slice(0, 2);
  return {
    title: best?.title ?? null,
    agency: agency === null && site === null ? null : tidyText(agency ?? site ?? ''),
    year,
    publishedOn,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    doubts: [
      ...(readYear === null && year !== null ? [docFrontMatter.yearFromDate(year)] : []),
      ...disagreement(years.length > 0 ? years : byDate, { zh: '报告年度', en: 'year' }, (a, b) => a === b),
      ...disagreement(sameDate, { zh: '发布日期', en: 'publication date' }, (a, b) => a === b),
      ...disagreement(
        best?.agency ? [...named.filter(({ from }) => from !== FROM.page), ...inProse] : otherwise,
        { zh: '机关名称', en: 'agency' },
        (a, b) => isShortFor(foldText(a), foldText(b)),
      ),
      ...(fromSentence ? [docFrontMatter.agencyFromSentence(fromSentence.name, fromSentence.reports)] : []),
      ...(site !== null ? [docFrontMatter.agencyFromSite(site)] : []),
      ...(agency === null && site === null ? [docFrontMatter.agencyUnknown()] : []),
      ...(year === null ? [docFrontMatter.yearUnknown()] : []),
    ],
  };
}

/** A sentence may have been cut too soon, 青禾市公安局 of 青禾市公安局交通管理支队. An office reports for its government. */
const wholeName = ([name, ...others]: readonly string[]): string | undefined =>
  others.find(
    (other) =>
      name !== undefined &&
      other.length > name.length &&
      other.startsWith(name) &&
      isBodyName(other) &&
      !/^(?:党政综合)?办公[室厅]$/.test(other.slice(name.length)),
  );

/** The name that other places of the page give, where that of the title has words before it that are no region. */
const nameWithin = (name: string, others: readonly string[]): string | undefined =>
  isBodyName(name)
    ? undefined
    : others.find(
        (other) =>
          other !== name &&
          name.endsWith(other) &&
          isBodyName(other) &&
          !/[省市县区州盟旗镇乡]$/.test(name.slice(0, -other.length)),
      );

/** 2020 in `2021年1月，现公布2020年度政府信息公开报告`. */
const YEAR_OF_REPORT = /(20\d\d)年?度?\p{Script=Han}{0,30}?(?:信息公开|政务公开|年度报告)/u;

/** `现公布2020年度报告`: the year of the first sentence that speaks of the report. */
function yearFromProse(text: string): number | null {
  const sentence = text.split(/[。；\n]/).find((part) => /报告|统计期限/.test(part) && findYear(part) !== null);
  if (!sentence) return null;
  const plain = sentence.replace(/〔\d{4}〕|\[\d{4}\]|（\d{4}）|\(\d{4}\)/g, '');
  const year = YEAR_OF_REPORT.exec(plain.normalize('NFKC').replace(/\s/g, ''))?.[1];
  return year ? Number(year) : findYear(plain);
}

/** A report is published in the year after the one it covers. */
const yearFromDate = (date: string | null): number | null => (date ? Number(date.slice(0, 4)) - 1 : null);
