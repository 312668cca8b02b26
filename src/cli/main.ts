import { Command, CommanderError } from 'commander';
import { ArchiveError } from '../../crawlers/archive/archive-error.ts';
import { DeclarationError } from '../../crawlers/declarations/declaration-error.ts';
import { CorpusError } from '../../db/errors.ts';
import { type CliCommand, EXIT, UsageError } from './command.ts';
import { audit } from './commands/audit.ts';
import { crawl } from './commands/crawl.ts';
import { demo } from './commands/demo.ts';
import { extract } from './commands/extract.ts';
import { ingest } from './commands/ingest.ts';
import { nightly } from './commands/nightly.ts';
import { nights } from './commands/nights.ts';
import { portals } from './commands/portals.ts';
import { query } from './commands/query.ts';
import { review } from './commands/review.ts';
import { rules } from './commands/rules.ts';
import { schedule } from './commands/schedule.ts';
import { ClosedPipe, complain, type Io } from './io.ts';
import { packageVersion } from './package.ts';

/** In the order in which help lists them: as a newcomer would use them. */
export const COMMANDS: readonly CliCommand[] = [
  ...[demo, extract, ingest, portals, crawl, nightly, schedule, nights, audit, review, query, rules],
];

const EXIT_CODES = `Exit codes: 0 done; 1 a fault of this program; 2 wrong usage; 3 done, but some documents or portals failed (each is named);
4 audit --fail-on found something; 5 another run holds the corpus; 6 stopped by a limit.`;

/**
 * The whole program: runs one command line and returns its exit code. Results go to `io.stdout`, everything else to
 * `io.stderr`. It never throws and never ends the process.
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  // Failed writes are seen by their writer; without a listener the stream would end the process on top of it.
  for (const stream of [io.stdout, io.stderr]) stream.on('error', ignore);
  try {
    return await runCommand(args, io);
  } catch (error) {
    if (error instanceof ClosedPipe) return EXIT.done;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (args.includes('--debug')) io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    const [code, message] = explain(error);
    for (const line of message.split('\n')) complain(io, line);
    return code;
  } finally {
    for (const stream of [io.stdout, io.stderr]) stream.off('error', ignore);
  }
}

const ignore = () => undefined;

/** What an error of the corpus ends the program with, by its code; any other is a matter of the command line. */
const CORPUS_EXITS: Readonly<Record<string, number>> = {
  CORPUS_FAULT: EXIT.internal,
  CORPUS_LOCKED: EXIT.locked,
  CORPUS_CHANGED: EXIT.locked,
  CRAWL_LOCKED: EXIT.locked,
  CRAWL_LOCK_LOST: EXIT.locked,
  QUERY_TIMEOUT: EXIT.stopped,
  QUERY_TOO_LARGE: EXIT.stopped,
};

function explain(error: unknown): [code: number, message: string] {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError || error instanceof DeclarationError) return [EXIT.usage, message];
  if (error instanceof ArchiveError) return [EXIT.internal, message];
  if (error instanceof CorpusError) return [CORPUS_EXITS[error.code] ?? EXIT.usage, message];
  return [EXIT.internal, `internal error: ${message} (--debug shows where)`];
}

async function runCommand(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  const program = new Command('lanting')
    .description('Reads Chinese annual reports on government information disclosure (政府信息公开工作年度报告).')
    .version(packageVersion())
    .option('--debug', 'show where in the program an error arose')
    .addHelpText('after', `\n${EXIT_CODES}\nHelp on a command: lanting help extract`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text) => complain(io, `${text.replace(/^error: /, '').trim()} (lanting help shows how)`),
    });
  for (const spec of COMMANDS) {
    const command = program.command(spec.usage).summary(spec.summary).description(spec.details);
    for (const option of spec.options) command.addOption(option);
    command.addHelpText('after', `\nExamples:\n${spec.examples.map((line) => `  $ ${line}`).join('\n')}`);
    command.action(async (...given: unknown[]) => {
      code = await spec.run(given.slice(0, -2), command.opts(), io);
    });
  }
  await program.parseAsync(args, { from: 'user' });
  return code;
}
