import { tell } from '../../../model/messages/tell.ts';
import { type ExtractionResult, isFailure, type Language } from '../../../model/report.ts';
import { toJsonLine } from '../../export/json.ts';
import { findInputs } from '../../pipeline/find-inputs.ts';
import { extractAll } from '../../pipeline/worker-pool.ts';
import { type CliCommand, EXIT, formatOption } from '../command.ts';
import { documentPaths } from '../document-paths.ts';
import { complainOf, write } from '../io.ts';
import { ocrMode, ocrOption } from '../ocr-option.ts';
import { openProgress, progressOption } from '../progress.ts';
import { summarize } from '../summarize.ts';

interface Writer {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  readonly item: (result: ExtractionResult, language: Language) => string;
}

/** A failure's message is printed in the user's language; what is found in a report carries both. */
const printed = (result: ExtractionResult, language: Language): string =>
  toJsonLine(isFailure(result) ? tell(result, language) : result);

const WRITERS = {
  json: { head: '[\n', between: ',\n', tail: '\n]\n', item: printed },
  jsonl: { head: '', between: '', tail: '', item: (result, language) => `${printed(result, language)}\n` },
  table: { head: '', between: '\n', tail: '', item: summarize },
} satisfies Record<string, Writer>;

export const extract: CliCommand = {
  details: {
    zh: '从文件和文件夹读取报告（HTML、MHT、纯文本、PDF、DOCX、DOC、WPS、XLSX、图片，以及由这些组成的 ZIP；文件夹连同所有子文件夹；- 为标准输入），按所给次序每份文件输出一个对象：三张表的数字、各章节、程序对自身读取的存疑，以及报告的异常。不写任何数据库。文件类型按内容辨认，不看文件名；文件夹中以点开头的文件略去。压缩包的每个成员自成一份文件，名为 archive.zip!/member。',
    en:
      'Reads reports from files and folders (HTML, MHT, plain text, PDF, DOCX, DOC, WPS, XLSX, pictures, and ZIP archives of all ' +
      'these; a folder with all its subfolders; - is standard input) and prints one object per document, in the order given: the ' +
      'figures of the three tables, the sections, what the program doubts of its own reading, and what is wrong with the report. ' +
      'It writes to no database. What a file is follows from its content, never from its name; files whose name begins with a dot ' +
      'are left out of folders. Each member of an archive is a document of its own, called archive.zip!/member.',
  },
  examples: [
    'lanting extract report.html --format table',
    'lanting extract downloads/ --format jsonl > reports.jsonl',
    'lanting extract reports-2023.zip scan.pdf --format jsonl',
    'curl -s https://www.example.gov.cn/report.html | lanting extract -',
  ],
  options: [
    formatOption(
      {
        zh: '一个 JSON 数组，读完即逐行输出的 JSON 对象，或便于阅读的摘要',
        en: 'one JSON array, one JSON object a line as soon as it is ready, or a readable summary',
      },
      ['json', 'jsonl', 'table'],
    ),
    ocrOption(),
    progressOption(),
  ],
  async run([given], { format, ocr, progress: asked }, io) {
    const inputs = findInputs(documentPaths(given), io);
    const writer: Writer = WRITERS[format as keyof typeof WRITERS];
    const { language } = io;
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
