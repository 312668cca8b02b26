import { openReadOnly } from '../../../../db/connect.ts';
import { coverageOf } from '../../../../db/queries/coverage.ts';
import { yearsDue } from '../../../model/bodies/year-due.ts';
import { type CliCommand, EXIT, formatOption, UsageError } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { COVERAGE_WRITERS } from '../coverage-text.ts';
import { portalOption } from '../crawl-options.ts';
import { write } from '../io.ts';

export const coverage: CliCommand = {
  details: {
    zh:
      '列出抓取过的网站，差的在前：已有报告的机关数与已点名或声明的机关数，各年已知报告中已有的份数，以及缺少部分的主要原因。' +
      '报告的状态有：已有；迟发（上一年有，应发的年度没有：部门自二月起、政府自四月起为上一年度）；缺失（两年之间空缺）；损坏（得到了但未能完整读取）；未得到。' +
      '--portal 只显示一个网站，每个机关一行、每年一列，并列出全部原因。--format json 给出全部内容，csv 每份报告一行。',
    en:
      'Lists the portals that were crawled, the worst first: bodies held of those that are named or declared, reports held of ' +
      'those that are known for each year, and the reason that explains most of what is lacking. A report is held; late (there is ' +
      'one for the year before, and none for the year that is due: the last one, of departments from February on, of governments from April on); missing (a gap between two years); ' +
      'broken (it came and could not be read whole); or not reached. --portal shows one portal, a body a line and a year a column, ' +
      'with all reasons. --format json has everything, csv one line for each report.',
  },
  examples: [
    'lanting coverage --db reports.db',
    'lanting coverage --portal beijing',
    'lanting coverage --format csv > coverage.csv',
  ],
  options: [
    corpusOption(),
    portalOption(),
    formatOption({ zh: '供阅读、供电子表格或供程序使用', en: 'for reading, for spreadsheets, or for programs' }, [
      'table',
      'csv',
      'json',
    ]),
  ],
  async run(_, { db, portal, format }, io) {
    const asked = portal as readonly string[] | undefined;
    const due = yearsDue(new Date(io.now?.() ?? Date.now()));
    const corpus = await openReadOnly(corpusPath(db, io));
    try {
      const portals = await coverageOf(corpus, { due, ...(asked ? { portals: asked } : {}) });
      const unknown = asked?.find((id) => portals.every((one) => one.portal !== id));
      if (unknown !== undefined) {
        throw new UsageError({
          zh: `语料库中没有网站 ${unknown}；不带 --portal 的 lanting coverage 列出全部`,
          en: `the corpus has no portal ${unknown}; lanting coverage without --portal lists them`,
        });
      }
      const shown = { portals, dueYear: due.departments, inFull: asked !== undefined };
      await write(io, COVERAGE_WRITERS[format as keyof typeof COVERAGE_WRITERS](shown, io.language));
    } finally {
      await corpus.destroy();
    }
    return EXIT.done;
  },
};
