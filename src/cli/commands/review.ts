import { userInfo } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { openCorpus } from '../../../db/connect.ts';
import { findAnomalies } from '../../../db/queries/find-anomalies.ts';
import { findFlag } from '../../../db/queries/find-flag.ts';
import { saveReview } from '../../../db/save-review.ts';
import type { ReviewDecision } from '../../../db/schema.ts';
import { printableLine } from '../../export/printable.ts';
import { type CliCommand, EXIT, UsageError } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { write } from '../io.ts';
import { languageOf, languageOption } from '../language.ts';

const DECISIONS: Readonly<Record<string, ReviewDecision>> = {
  confirm: 'confirmed',
  dismiss: 'dismissed',
  reopen: 'open',
};

function note(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}

export const review: CliCommand = {
  usage: 'review <flag> <decision>',
  summary: 'confirm or dismiss a flag, or take that back',
  details:
    'Writes down a person’s decision on a flag: confirm, dismiss or reopen. FLAG is what `lanting audit` shows in its first ' +
    'column, or more of it. The decision holds for what was found (rule, body, year, cells and values), so it outlives reading the ' +
    'report again and new versions of it as long as they say the same. The last decision counts; all are kept.',
  examples: [
    'lanting review 3f2a91c0 confirm --note "called the office: a slip"',
    'lanting review 3f2a91c0 dismiss --note "two offices report together" --by wang',
    'lanting audit --review open',
  ],
  options: [
    corpusOption(),
    new Option('--note <text>', 'why').argParser(note),
    new Option('--by <name>', 'who decides; by default your name on this system').argParser(note),
    languageOption(),
  ],
  async run([flag, decision], { db, note: why, by, lang }, io) {
    const decided = DECISIONS[String(decision)];
    if (!decided) throw new UsageError(`there is no decision ${String(decision)}; confirm, dismiss and reopen are`);
    const start = String(flag).toLowerCase();
    if (!/^[0-9a-f]{6,64}$/.test(start))
      throw new UsageError('FLAG must be 6 to 64 hexadecimal digits, as `lanting audit` shows them');
    const corpus = await openCorpus(corpusPath(db, io));
    try {
      const fingerprint = await findFlag(corpus, start);
      await saveReview(corpus, {
        ...{ fingerprint, decision: decided, decidedAt: new Date().toISOString() },
        reviewer: typeof by === 'string' ? by : userInfo().username,
        ...(typeof why === 'string' ? { note: why } : {}),
      });
      const [anomaly] = await findAnomalies(corpus, { fingerprint });
      const about = anomaly
        ? `${anomaly.agency ?? '?'} ${anomaly.year ?? '?'} ${anomaly.rule}: ${anomaly[`message_${languageOf(lang, io)}`]}`
        : '';
      await write(io, `${fingerprint.slice(0, 8)} ${decided}  ${printableLine(about)}\n`);
      return EXIT.done;
    } finally {
      await corpus.destroy();
    }
  },
};
