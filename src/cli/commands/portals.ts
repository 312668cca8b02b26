import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { importPortals } from '../../../crawlers/declarations/import-portals.ts';
import type { Portal } from '../../../crawlers/portal.ts';
import { toJsonLine } from '../../export/json.ts';
import { textTable } from '../../export/text-table.ts';
import { type CliCommand, EXIT, formatOption, UsageError } from '../command.ts';
import { portalsOptions } from '../crawl-options.ts';
import { complain, type Io, write } from '../io.ts';
import { readDeclarations } from '../read-declarations.ts';

const HEADINGS = ['id', 'name', 'region', 'level', 'family', 'agencies', 'columns'];

const row = ({ id, name, region, level, family, agencies, columns, home }: Portal) => [
  ...[id, name, region, level, family, agencies],
  columns.length > 0 ? columns.join(' ') : `${home} (from its home page)`,
];

async function list(portals: readonly Portal[], format: unknown, io: Io): Promise<number> {
  if (format === 'json') await write(io, `${toJsonLine(portals)}\n`);
  else await write(io, `${textTable(HEADINGS, portals.map(row), { limit: 120 })}\n\n${portals.length} portals\n`);
  return EXIT.done;
}

function imported(text: string, file: string) {
  try {
    return importPortals(text);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** Declarations on standard output, rows that came to nothing on standard error. */
async function importFrom(file: string, io: Io): Promise<number> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const { text: yaml, count, leftOut } = imported(text, file);
  await write(io, yaml);
  for (const { line, region, reason } of leftOut) complain(io, `${file}:${line}: ${region}: ${reason}`);
  complain(io, `${count} portals imported, ${leftOut.length} rows left out`);
  return leftOut.length > 0 ? EXIT.someFailed : EXIT.done;
}

export const portals: CliCommand = {
  usage: 'portals [action] [file]',
  summary: 'list, check or import the declarations of portals',
  details:
    'list (the default) shows the portals that a crawl would ask: the built-in ones and those of --portals. check FILE reads a ' +
    'file of declarations and names every fault with its line. import FILE turns a table of portals (TSV with the columns ' +
    'region, level, home) into declarations, which it prints.',
  examples: [
    'lanting portals',
    'lanting portals check my-county.yaml',
    'lanting portals import portals.tsv > counties.yaml',
  ],
  options: [...portalsOptions(), formatOption('the list, for reading or for programs', ['table', 'json'])],
  async run([action = 'list', file], options, io) {
    const files = Array.isArray(options.portals) ? options.portals : [];
    if (action === 'list') {
      const declarations = await readDeclarations(files, options.onlyDeclared !== true, [], io);
      return list(declarations.portals, options.format, io);
    }
    if (typeof file !== 'string') throw new UsageError(`\`portals ${String(action)}\` needs a file`);
    if (action === 'import') return importFrom(file, io);
    if (action !== 'check') throw new UsageError(`there is no action ${String(action)}; list, check and import are`);
    const { portals: declared } = await readDeclarations([file], false, [], io);
    await write(io, `${file}: ${declared.length} portals, no fault\n`);
    return EXIT.done;
  },
};
