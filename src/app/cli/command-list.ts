import type { Message } from '../../model/report.ts';
import type { CliCommand } from './command.ts';

/** What the help of the program says of a command, and its code, loaded when the command is called. */
interface ListedCommand {
  /** Name and arguments: `extract <path...>`. */
  readonly usage: string;
  readonly summary: Message;
  readonly load: () => Promise<CliCommand>;
}

/** In the order in which help lists them: as a newcomer would use them. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    usage: 'demo',
    summary: {
      zh: '用自带样例网站和样例文件演示全过程',
      en: 'do the whole job on the bundled sample portal and samples, and show it',
    },
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  {
    usage: 'extract <path...>',
    summary: { zh: '读取文件并输出其内容', en: 'read documents and print what they say' },
    load: async () => (await import('./commands/extract.ts')).extract,
  },
  {
    usage: 'ingest <path...>',
    summary: { zh: '读取文件并存入语料库', en: 'read documents and store them in the corpus' },
    load: async () => (await import('./commands/ingest.ts')).ingest,
  },
  {
    usage: 'portals [action] [file]',
    summary: { zh: '列出、检查或导入网站声明', en: 'list, check or import the declarations of portals' },
    load: async () => (await import('./commands/portals.ts')).portals,
  },
  {
    usage: 'crawl',
    summary: {
      zh: '从各网站抓取新内容，读入语料库',
      en: 'fetch what is new from the portals and read it into the corpus',
    },
    load: async () => (await import('./commands/crawl.ts')).crawl,
  },
  {
    usage: 'nightly',
    summary: { zh: '无人值守地运行一整夜，并给出小结', en: 'one whole unattended run, with a summary' },
    load: async () => (await import('./commands/nightly.ts')).nightly,
  },
  {
    usage: 'schedule',
    summary: { zh: '按钟点每天运行 nightly', en: 'run nightly on a clock' },
    load: async () => (await import('./commands/schedule.ts')).schedule,
  },
  {
    usage: 'nights',
    summary: { zh: '列出历次运行及其数字', en: 'the history of runs, with their figures' },
    load: async () => (await import('./commands/nights.ts')).nights,
  },
  {
    usage: 'coverage',
    summary: {
      zh: '各网站已有、未得的报告及原因',
      en: 'which reports of each portal are held, which are not, and why',
    },
    load: async () => (await import('./commands/coverage.ts')).coverage,
  },
  {
    usage: 'audit',
    summary: { zh: '列出语料库中各报告的异常', en: 'list what is wrong with the reports in the corpus' },
    load: async () => (await import('./commands/audit.ts')).audit,
  },
  {
    usage: 'review <flag> <decision>',
    summary: {
      zh: '确认或驳回一条异常，或对某机关停用一条规则',
      en: 'confirm or dismiss a flag, or switch a rule off for a body',
    },
    load: async () => (await import('./commands/review.ts')).review,
  },
  {
    usage: 'query [sql]',
    summary: { zh: '用 SQL 查询语料库', en: 'ask the corpus in SQL' },
    load: async () => (await import('./commands/query.ts')).query,
  },
  {
    usage: 'rules [code]',
    summary: {
      zh: '列出核查规则和读取存疑，或解释其中一条',
      en: 'list the audit rules and the doubts of the reading, or explain one',
    },
    load: async () => (await import('./commands/rules.ts')).rules,
  },
];

export const nameOf = ({ usage }: ListedCommand): string => usage.split(' ', 1)[0] ?? '';
