import { userInfo } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { openCorpus } from '../../../db/connect.ts';
import { findAnomalies } from '../../../db/queries/find-anomalies.ts';
import { findFlag } from '../../../db/queries/find-flag.ts';
import { saveReview } from '../../../db/save-review.ts';
import type { ReviewDecision } from '../../../db/schema.ts';
import { switchRule } from '../../../db/switch-rule.ts';
import { anyRuleOf } from '../../audit/all-rules.ts';
import { printableLine } from '../../export/printable.ts';
import { type CliCommand, EXIT, UsageError } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { type Io, write } from '../io.ts';
import { languageOf, languageOption } from '../language.ts';

const SWITCHES: Readonly<Record<string, boolean>> = { off: true, on: false };

const DECISIONS: Readonly<Record<string, ReviewDecision>> = {
  confirm: 'confirmed',
  dismiss: 'dismissed',
  reopen: 'open',
};

function note(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}

interface Switch {
  readonly rule: string;
  readonly isOff: boolean;
  readonly agency: unknown;
  readonly why: unknown;
  readonly by: unknown;
}

async function switchFor({ rule: code, isOff, agency, why, by }: Switch, path: string, io: Io): Promise<number> {
  const rule = anyRuleOf(code);
  if (!rule) throw new UsageError(`there is no audit rule ${code}; \`lanting rules\` lists them all`);
  if (typeof agency !== 'string') throw new UsageError('name the body: --agency');
  if (isOff && typeof why !== 'string') throw new UsageError('say why: --note');
  const corpus = await openCorpus(path);
  try {
    const bodies = await switchRule(corpus, {
      ...{ rule: rule.code, agency, isOff, note: typeof why === 'string' ? why : '' },
      ...{ reviewer: typeof by === 'string' ? by : userInfo().username, decidedAt: new Date().toISOString() },
    });
    await write(
      io,
      `${rule.code} is ${isOff ? 'off' : 'on'} for ${agency}${bodies > 1 ? ` (${bodies} bodies of that name)` : ''}\n`,
    );
    return EXIT.done;
  } finally {
    await corpus.destroy();
  }
}

export const review: CliCommand = {
  usage: 'review <flag> <decision>',
  summary: 'confirm or dismiss a flag, or switch a rule off for a body',
  details:
    'Writes down a person’s decision on a flag: confirm, dismiss or reopen. FLAG is what `lanting audit` shows in its first ' +
    'column, or more of it. The decision holds for what was found (rule, body, year, cells and values), so it outlives reading the ' +
    'report again and new versions of it as long as they say the same. The last decision counts; all are kept. With the code of ' +
    'a rule in place of a flag, off and on switch that rule for the body that --agency names; off needs a --note.',
  examples: [
    'lanting review 3f2a91c0 confirm --note "called the office: a slip"',
    'lanting review 3f2a91c0 dismiss --note "two offices report together" --by wang',
    'lanting review H-SUM off --agency 兰渚市人民政府 --note "its report covers the city office only"',
    'lanting audit --review open',
  ],
  options: [
    corpusOption(),
    new Option('--note <text>', 'why').argParser(note),
    new Option('--agency <name>', 'with off and on: the body, by its whole name').argParser(note),
    new Option('--by <name>', 'who decides; by default your name on this system').argParser(note),
    languageOption(),
  ],
  async run([flag, decision], { db, note: why, by, lang, agency }, io) {
    const isOff = SWITCHES[String(decision)];
    if (isOff !== undefined) return switchFor({ rule: String(flag), isOff, agency, why, by }, corpusPath(db, io), io);
    const decided = DECISIONS[String(decision)];
    if (!decided)
      throw new UsageError(`there is no decision ${String(decision)}; confirm, dismiss, reopen, off and on are`);
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
