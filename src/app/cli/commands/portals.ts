import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importPortals, TableError } from '../../../../crawlers/declarations/import-portals.ts';
import type { Portal } from '../../../../crawlers/portal.ts';
import type { Language, Message } from '../../../model/report.ts';
import { toJsonLine } from '../../export/json.ts';
import { textTable } from '../../export/text-table.ts';
import { type CliCommand, EXIT, formatOption, UsageError } from '../command.ts';
import { portalsOptions } from '../crawl-options.ts';
import { complain, type Io, write } from '../io.ts';
import { readDeclarations, unreadable } from '../read-declarations.ts';

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['代码', '名称', '区划代码', '层级', '建站软件', '机关数', '栏目'],
  en: ['id', 'name', 'region', 'level', 'family', 'agencies', 'columns'],
};

const FROM_HOME: Message = { zh: '（从首页寻找）', en: ' (from its home page)' };

const row = (language: Language, { id, name, region, level, family, agencies, columns, home }: Portal) => [
  ...[id, name, region, level, family, agencies],
  columns.length > 0 ? columns.join(' ') : `${home}${FROM_HOME[language]}`,
];

function listText(portals: readonly Portal[], language: Language): string {
  const rows = portals.map((portal) => row(language, portal));
  const count = language === 'zh' ? `共 ${portals.length} 个网站` : `${portals.length} portals`;
  return `${textTable(HEADINGS[language], rows, { limit: 120 })}\n\n${count}`;
}

async function list(portals: readonly Portal[], format: unknown, io: Io): Promise<number> {
  if (format === 'json') await write(io, `${toJsonLine(portals)}\n`);
  else await write(io, `${listText(portals, io.language)}\n`);
  return EXIT.done;
}

function imported(text: string, file: string) {
  try {
    return importPortals(text);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    throw new UsageError({ zh: `${file}：${error.text.zh}`, en: `${file}: ${error.text.en}` });
  }
}

/** Declarations on standard output, rows that came to nothing on standard error. */
async function importFrom(file: string, io: Io): Promise<number> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const { text: yaml, count, leftOut } = imported(text, file);
  await write(io, yaml);
  for (const { line, region, reason } of leftOut) {
    const place = `${file}:${line}`;
    complain(io, { zh: `${place}：${region}：${reason.zh}`, en: `${place}: ${region}: ${reason.en}` });
  }
  complain(io, {
    zh: `导入 ${count} 个网站，略去 ${leftOut.length} 行`,
    en: `${count} portals imported, ${leftOut.length} rows left out`,
  });
  return leftOut.length > 0 ? EXIT.someFailed : EXIT.done;
}

export const portals: CliCommand = {
  details: {
    zh: 'list（默认）列出抓取时会访问的网站：自带的和 --portals 所给的。check FILE 读取一个声明文件，指出每处错误及其行号。import FILE 把网站清单（TSV，含 region、level、home 三列）转换为声明并输出。',
    en:
      'list (the default) shows the portals that a crawl would ask: the built-in ones and those of --portals. check FILE reads a ' +
      'file of declarations and names every fault with its line. import FILE turns a table of portals (TSV with the columns ' +
      'region, level, home) into declarations, which it prints.',
  },
  examples: [
    'lanting portals',
    'lanting portals check my-county.yaml',
    'lanting portals import portals.tsv > counties.yaml',
  ],
  options: [
    ...portalsOptions(),
    formatOption({ zh: '清单，供阅读或供程序', en: 'the list, for reading or for programs' }, ['table', 'json']),
  ],
  async run([action = 'list', file], options, io) {
    const files = Array.isArray(options.portals) ? options.portals : [];
    if (action === 'list') {
      const declarations = await readDeclarations(files, options.onlyDeclared !== true, [], io);
      return list(declarations.portals, options.format, io);
    }
    if (typeof file !== 'string')
      throw new UsageError({
        zh: `\`portals ${String(action)}\` 需要一个文件`,
        en: `\`portals ${String(action)}\` needs a file`,
      });
    if (action === 'import') return importFrom(file, io);
    if (action !== 'check')
      throw new UsageError({
        zh: `没有操作 ${String(action)}；可用 list、check、import`,
        en: `there is no action ${String(action)}; list, check and import are`,
      });
    const { portals: declared } = await readDeclarations([file], false, [], io);
    const { length } = declared;
    await write(
      io,
      io.language === 'zh' ? `${file}：${length} 个网站，没有错误\n` : `${file}: ${length} portals, no fault\n`,
    );
    return EXIT.done;
  },
};
