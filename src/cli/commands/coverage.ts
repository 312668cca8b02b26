import { openReadOnly } from '../../../db/connect.ts';
import { coverageOf } from '../../../db/queries/coverage.ts';
import { yearDue } from '../../pipeline/crawl/night-summary.ts';
import { type CliCommand, EXIT, formatOption, UsageError } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { COVERAGE_WRITERS } from '../coverage-text.ts';
import { portalOption } from '../crawl-options.ts';
import { write } from '../io.ts';
import { languageOf, languageOption } from '../language.ts';

export const coverage: CliCommand = {
  usage: 'coverage',
  summary: 'which reports of each portal are held, which are not, and why',
  details:
    'Lists the portals that were crawled, the worst first: bodies held of those that are named or declared, reports held of ' +
    'those that are known for each year, and the reason that explains most of what is lacking. A report is held; late (there is ' +
    'one for the year before, and none for the year that is due: from April on the last one); missing (a gap between two years); ' +
    'broken (it came and could not be read whole); or not reached. --portal shows one portal, a body a line and a year a column, ' +
    'with all reasons. --format json has everything, csv one line for each report.',
  examples: [
    'lanting coverage --db reports.db',
    'lanting coverage --portal beijing',
    'lanting coverage --format csv > coverage.csv',
  ],
  options: [
    corpusOption(),
    portalOption(),
    formatOption('for reading, for spreadsheets, or for programs', ['table', 'csv', 'json']),
    languageOption(),
  ],
  async run(_, { db, portal, format, lang }, io) {
    const asked = portal as readonly string[] | undefined;
    const dueYear = yearDue(new Date(io.now?.() ?? Date.now()));
    const corpus = await openReadOnly(corpusPath(db, io));
    try {
      const portals = await coverageOf(corpus, { dueYear, ...(asked ? { portals: asked } : {}) });
      const unknown = asked?.find((id) => portals.every((one) => one.portal !== id));
      if (unknown !== undefined) {
        throw new UsageError(`the corpus has no portal ${unknown}; lanting coverage without --portal lists them`);
      }
      const shown = { portals, dueYear, inFull: asked !== undefined };
      await write(io, COVERAGE_WRITERS[format as keyof typeof COVERAGE_WRITERS](shown, languageOf(lang, io)));
    } finally {
      await corpus.destroy();
    }
    return EXIT.done;
  },
};
