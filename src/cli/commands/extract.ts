import { toJsonLine } from '../../export/json.ts';
import { findInputs } from '../../pipeline/find-inputs.ts';
import { extractAll } from '../../pipeline/worker-pool.ts';
import { type ExtractionResult, isFailure } from '../../report.ts';
import { type CliCommand, EXIT, formatOption } from '../command.ts';
import { documentPaths } from '../document-paths.ts';
import { complainOf, write } from '../io.ts';
import { type Language, languageOf, languageOption } from '../language.ts';
import { ocrMode, ocrOption } from '../ocr-option.ts';
import { openProgress, progressOption } from '../progress.ts';
import { summarize } from '../summarize.ts';

interface Writer {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  readonly item: (result: ExtractionResult, language: Language) => string;
}

const WRITERS = {
  json: { head: '[\n', between: ',\n', tail: '\n]\n', item: toJsonLine },
  jsonl: { head: '', between: '', tail: '', item: (result) => `${toJsonLine(result)}\n` },
  table: { head: '', between: '\n', tail: '', item: summarize },
} satisfies Record<string, Writer>;

export const extract: CliCommand = {
  usage: 'extract <path...>',
  summary: 'read documents and print what they say',
  details:
    'Reads reports from files and folders (HTML, MHT, plain text, PDF, DOCX, DOC, WPS, XLSX, pictures, and ZIP archives of all ' +
    'these; a folder with all its subfolders; - is standard input) and prints one object per document, in the order given: the ' +
    'figures of the three tables, the sections, what the program doubts of its own reading, and what is wrong with the report. ' +
    'It writes to no database. What a file is follows from its content, never from its name; files whose name begins with a dot ' +
    'are left out of folders. Each member of an archive is a document of its own, called archive.zip!/member.',
  examples: [
    'lanting extract report.html --format table',
    'lanting extract downloads/ --format jsonl > reports.jsonl',
    'lanting extract reports-2023.zip scan.pdf --format jsonl',
    'curl -s https://www.example.gov.cn/report.html | lanting extract -',
  ],
  options: [
    formatOption('one JSON array, one JSON object a line as soon as it is ready, or a readable summary', [
      'json',
      'jsonl',
      'table',
    ]),
    ocrOption(),
    languageOption(),
    progressOption(),
  ],
  async run([given], { format, ocr, lang, progress: asked }, io) {
    const inputs = findInputs(documentPaths(given), io);
    const writer: Writer = WRITERS[format as keyof typeof WRITERS];
    const language = languageOf(lang, io);
    const progress = openProgress(io, asked);
    let count = 0;
    let failures = 0;
    await write(io, writer.head);
    for await (const result of progress.over(extractAll(inputs, { ocr: ocrMode(ocr) }))) {
      if (isFailure(result)) {
        failures += 1;
        progress.clear();
        complainOf(io, result.source.path, result.error);
      }
      await write(io, (count > 0 ? writer.between : '') + writer.item(result, language));
      count += 1;
    }
    progress.clear();
    await write(io, writer.tail);
    return failures > 0 ? EXIT.someFailed : EXIT.done;
  },
};
