import type { FigureStatus, Language, Message } from '../../model/report.ts';
import { STATUS_NAMES } from '../export/code-names.ts';
import { printableLine } from '../export/printable.ts';
import { textTable } from '../export/text-table.ts';
import type { NightFault } from '../pipeline/crawl/night-fault.ts';
import type { NightNeed } from '../pipeline/crawl/night-needs.ts';
import type { ChangedReport, NightSummary } from '../pipeline/crawl/night-summary.ts';
import type { PortalShortfall } from '../pipeline/crawl/portal-shortfalls.ts';
import { reasonText } from './coverage-words.ts';

/** Lines a list shows unless told otherwise; the rest is in `--format json`. */
const MOST_LINES = 20;

interface Words {
  readonly head: (summary: NightSummary, minutes: string) => string;
  readonly ended: Readonly<Record<NonNullable<NightSummary['endedBy']>, string>>;
  readonly outage: (hosts: number) => string;
  readonly room: (room: NonNullable<NightSummary['room']>) => string;
  readonly fault: (fault: NightFault) => string;
  readonly queue: (summary: NightSummary) => string;
  readonly lists: Readonly<
    Record<
      | 'new'
      | 'changed'
      | 'vanished'
      | 'unreached'
      | 'blocked'
      | 'failed'
      | 'httpsFailed'
      | 'unreadable'
      | 'late'
      | 'shortArchives',
      (count: number) => string
    >
  >;
  readonly coverage: (count: number) => string;
  readonly coverageHeadings: readonly string[];
  /** Portals beyond the table of which nothing is held. */
  readonly nothing: (portals: readonly string[]) => string;
  readonly more: (count: number) => string;
  readonly textOnly: string;
  readonly unnamed: string;
  readonly colon: string;
  /** In place of the address that a reason begins with: the line shows it already. */
  readonly it: string;
  /** One line: how it went, then what needs a person. */
  readonly line: (summary: NightSummary) => string;
  readonly needs: Readonly<Record<NightNeed, (count: number) => string>>;
  readonly between: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    head: ({ counts }, minutes) =>
      `${counts.requests} requests to ${counts.hosts} hosts in ${minutes}, ${megabytes(counts.bytes)} received, ${counts.unchanged} answered "not modified".\n` +
      `Documents read: ${counts.newReports} new reports, ${counts.changedReports} new states of known reports, ` +
      `${counts.knownReports} that say what was known, ${counts.notReports} no reports, ${counts.unreadable} unreadable.`,
    ended: {
      stopped: 'It was stopped before it was done; the next run goes on from here.',
      time: 'Its time was up before it was done; the next run goes on from here.',
      disk: 'It ended as the archive had grown by what was allowed; the next run goes on from here.',
      room: 'It ended to spare the disk; the next run goes on from here.',
    },
    outage: (hosts) =>
      `Nothing was reached: none of ${hosts} hosts answered. Look at the network of this machine first.`,
    room: ({ folder, free, keepFree }) =>
      `The disk of ${folder} has ${gigabytes(free)} free, and ${gigabytes(keepFree)} are to be kept free. Make room, or say less with --keep-free.`,
    fault: ({ message }) =>
      `It broke off: ${sentence(message.en, '.')} What was written down until then is kept, and the next run goes on from there.`,
    queue: ({ queue }) =>
      `In the queue: ${queue.due} due, ${queue.waiting} for later, ${queue.excluded} excluded; ${queue.hosts} hosts, ${queue.hostsHeldBack} of them held back.`,
    lists: {
      new: (count) => `New reports (${count})`,
      changed: (count) => `Changed reports (${count})`,
      vanished: (count) => `Vanished (${count}); what was read of them is kept`,
      unreached: (count) => `Hosts that gave no answer (${count})`,
      blocked: (count) => `Blocked by the portal, left alone for days (${count})`,
      failed: (count) => `Failed (${count})`,
      httpsFailed: (count) => `Hosts whose https fails, and that are read over http (${count})`,
      unreadable: (count) => `Documents that can't be read (${count})`,
      shortArchives: (count) => `Archive files that lack bytes (${count}); copy them anew from where they are whole`,
      late: (count) => `Agencies whose report is due and that had one for the year before (${count})`,
    },
    coverage: (count) =>
      `Portals of which something is lacking (${count}), the worst first; lanting coverage shows more`,
    coverageHeadings: ['portal', 'bodies', 'held', 'lacking', 'why'],
    nothing: (portals) => `Nothing is held of these either (${portals.length}): ${portals.join(', ')}`,
    more: (count) => `... and ${count} more (--format json has them all)`,
    textOnly: 'its words changed, no figure did',
    unnamed: 'agency unknown',
    colon: ': ',
    it: 'it ',
    line: ({ counts }) =>
      `${counts.newReports} new reports, ${counts.changedReports} new states, ${counts.requests} requests to ${counts.hosts} hosts`,
    needs: {
      fault: () => 'the run broke off',
      room: () => 'too little room on the disk',
      outage: () => 'no host answered',
      unreached: (count) => `${count} hosts gave no answer`,
      blocked: (count) => `${count} places blocked`,
      failed: (count) => `${count} places failed`,
      unreadable: (count) => `${count} documents can't be read`,
      shortArchives: (count) => `${count} archive files lack bytes`,
      changed: (count) => `${count} reports changed`,
      vanished: (count) => `${count} places vanished`,
    },
    between: '; ',
  },
  zh: {
    head: ({ counts }, minutes) =>
      `${minutes}内向 ${counts.hosts} 台主机请求 ${counts.requests} 次，收到 ${megabytes(counts.bytes)}，其中 ${counts.unchanged} 次答复“未修改”。\n` +
      `读取文件：新报告 ${counts.newReports} 份，已有报告的新版本 ${counts.changedReports} 份，内容已知的 ${counts.knownReports} 份，` +
      `不是报告的 ${counts.notReports} 份，无法读取的 ${counts.unreadable} 份。`,
    ended: {
      stopped: '尚未完成即被停止；下次运行从此处继续。',
      time: '时间用完，尚未完成；下次运行从此处继续。',
      disk: '归档增量已达上限而结束；下次运行从此处继续。',
      room: '为保留磁盘空间而结束；下次运行从此处继续。',
    },
    outage: (hosts) => `未能访问任何网站：${hosts} 台主机均无答复。请先检查本机网络。`,
    room: ({ folder, free, keepFree }) =>
      `${folder} 所在磁盘剩余 ${gigabytes(free)}，低于应保留的 ${gigabytes(keepFree)}。请腾出空间，或用 --keep-free 改小。`,
    fault: ({ message }) => `运行中断：${sentence(message.zh, '。')}此前写入的内容均已保留，下次运行从该处继续。`,
    queue: ({ queue }) =>
      `队列：到期 ${queue.due}，以后 ${queue.waiting}，排除 ${queue.excluded}；主机 ${queue.hosts} 台，其中暂缓 ${queue.hostsHeldBack} 台。`,
    lists: {
      new: (count) => `新报告（${count}）`,
      changed: (count) => `有改动的报告（${count}）`,
      vanished: (count) => `已消失（${count}）；读过的内容保留`,
      unreached: (count) => `没有答复的主机（${count}）`,
      blocked: (count) => `被网站拦截，数日内不再访问（${count}）`,
      failed: (count) => `失败（${count}）`,
      httpsFailed: (count) => `https 无法访问、改用 http 的主机（${count}）`,
      unreadable: (count) => `无法读取的文件（${count}）`,
      shortArchives: (count) => `归档文件缺字节（${count}）；请从完整处重新复制`,
      late: (count) => `有上一年度报告、而应发年度的报告未见的机关（${count}）`,
    },
    coverage: (count) => `有缺失的网站（${count}），缺失最多者在前；详见 lanting coverage`,
    coverageHeadings: ['网站', '机关', '已有', '缺失', '原因'],
    nothing: (portals) => `以下网站同样一份报告也没有（${portals.length}）：${portals.join('、')}`,
    more: (count) => `……另有 ${count} 项（--format json 列出全部）`,
    textOnly: '只有文字改动，数字未变',
    unnamed: '机关不明',
    colon: '：',
    it: '该地址',
    line: ({ counts }) =>
      `新报告 ${counts.newReports} 份，新版本 ${counts.changedReports} 份，向 ${counts.hosts} 台主机请求 ${counts.requests} 次`,
    needs: {
      fault: () => '运行中断',
      room: () => '磁盘空间不足',
      outage: () => '没有一台主机答复',
      unreached: (count) => `${count} 台主机没有答复`,
      blocked: (count) => `${count} 处被拦截`,
      failed: (count) => `${count} 处失败`,
      unreadable: (count) => `${count} 个文件无法读取`,
      shortArchives: (count) => `${count} 个归档文件缺字节`,
      changed: (count) => `${count} 份报告有改动`,
      vanished: (count) => `${count} 处已消失`,
    },
    between: '；',
  },
};

const sentence = (text: string, stop: string): string => (text.endsWith(stop) ? text : `${text}${stop}`);
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function duration({ startedAt, finishedAt }: NightSummary, language: Language): string {
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (language === 'zh') return minutes > 0 ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`;
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
}

const shownValue = (value: number | null, status: string | null, language: Language): string =>
  value === null ? (STATUS_NAMES[status as FigureStatus]?.[language] ?? '-') : String(value);

function changeText({ figures }: ChangedReport, language: Language, words: Words): string {
  if (figures.length === 0) return words.textOnly;
  const shown = figures.slice(0, 4).map((one) => {
    const label = language === 'zh' ? one.labelZh : one.labelEn;
    return `${label}${words.colon}${shownValue(one.from, one.fromStatus, language)} → ${shownValue(one.to, one.toStatus, language)}`;
  });
  return `${shown.join('; ')}${figures.length > shown.length ? `; +${figures.length - shown.length}` : ''}`;
}

/** What a night came to, in plain words. Everything that comes from portals is made printable, a line each. */
export function nightText(summary: NightSummary, language: Language, mostLines = MOST_LINES): string {
  const words = WORDS[language];
  const reportName = (agency: string | null, year: number | null) => `${agency ?? words.unnamed} ${year ?? '?'}`;
  const place = ({ url, reason, title }: NightSummary['failed'][number]) =>
    `${title ? `${title} ` : ''}${url}${words.colon}${reason[language].replace(`${url} `, words.it)}`;
  const lists: Readonly<Record<keyof Words['lists'], readonly string[]>> = {
    new: summary.new.map(({ agency, year, url }) => `${reportName(agency, year)}  ${url ?? ''}`),
    changed: summary.changed.map(
      (one) => `${reportName(one.agency, one.year)}  ${one.url ?? ''}  ${changeText(one, language, words)}`,
    ),
    vanished: summary.vanished.map(place),
    unreached: summary.unreached.map(
      ({ origin, portal, reason }) => `${origin}${portal ? ` (${portal})` : ''}${words.colon}${reason[language]}`,
    ),
    blocked: summary.blocked.map(place),
    failed: summary.failed.map(place),
    httpsFailed: summary.httpsFailed.map(({ reason }) => reason[language]),
    unreadable: summary.unreadable.map(({ path, message }) => `${path}${words.colon}${message[language]}`),
    shortArchives: summary.shortArchives.map(({ file, bytes }) => `${file}${words.colon}${bytes}`),
    late: summary.late.map(({ agency, year, url }) => `${agency} ${year}  ${url ?? ''}`),
  };
  const parts = [words.head(summary, duration(summary, language))];
  const { fault, room, outage, unreached, endedBy } = summary;
  if (fault) parts.push(printableLine(words.fault(fault)));
  if (outage) parts.push(words.outage(unreached.length));
  if (endedBy) parts.push(words.ended[endedBy]);
  if (room) parts.push(printableLine(words.room(room)));
  for (const [name, lines] of Object.entries(lists)) {
    if (lines.length === 0) continue;
    const shown = lines.slice(0, mostLines).map((line) => `  ${printableLine(line).trim()}`);
    if (lines.length > mostLines) shown.push(`  ${words.more(lines.length - mostLines)}`);
    parts.push('', `${words.lists[name as keyof Words['lists']](lines.length)}${words.colon.trim()}`, ...shown);
  }
  parts.push(...coverageLines(summary.coverage, language, mostLines));
  return `${[...parts, '', words.queue(summary)].join('\n')}\n`;
}

/** The table of portals; one of which nothing is held is named in any case. */
function coverageLines(portals: readonly PortalShortfall[], language: Language, mostLines: number): string[] {
  if (portals.length === 0) return [];
  const words = WORDS[language];
  const rows = portals
    .slice(0, mostLines)
    .map(({ portal, held, lacking, bodies, reason, extent }) => [
      ...[portal, `${bodies.held}/${Math.max(bodies.declared ?? 0, bodies.named)}`, held, lacking],
      reason && reasonText({ reason, extent }, language),
    ]);
  const rest = portals.slice(mostLines);
  const nothing = rest.filter(({ held }) => held === 0).map(({ portal }) => printableLine(portal));
  const table = textTable(words.coverageHeadings, rows).trimEnd().split('\n');
  return [
    ...['', `${words.coverage(portals.length)}:`, ...table.map((line) => `  ${line}`)],
    ...(rest.length > 0 ? [`  ${words.more(rest.length)}`] : []),
    ...(nothing.length > 0 ? [`  ${words.nothing(nothing)}`] : []),
  ];
}

/** What of a night needs a person, in one line; empty where nothing does. */
export const needsText = ({ needs }: Pick<NightSummary, 'needs'>, language: Language): string =>
  Object.entries(needs)
    .map(([need, count]) => WORDS[language].needs[need as NightNeed](count))
    .join(WORDS[language].between);

/** A night in one line, of counts alone: nothing that was fetched stands in it. */
export function nightLine(summary: NightSummary): Message {
  const line = (language: Language): string => {
    const words = WORDS[language];
    return [words.line(summary), needsText(summary, language)].filter(Boolean).join(words.between);
  };
  return { zh: line('zh'), en: line('en') };
}
