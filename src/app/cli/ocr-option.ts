import type { OcrMode } from '../../../extractors/read-document.ts';
import { type CliOption, choice } from './command.ts';

const MODES = ['auto', 'off', 'force'] as const satisfies readonly OcrMode[];

export const ocrOption = (): CliOption =>
  choice(
    '--ocr <when>',
    {
      zh: '识别扫描件和图片中的文字：没有文字可读时识别（auto），从不识别（off），有文字的 PDF 页也识别（force）',
      en: 'character recognition of scans and pictures: where there is no text to read (auto), never (off), or also of PDF pages that have text (force)',
    },
    MODES,
  ).default(MODES[0]);

/** The mode asked for; the option's choices leave no other. */
export const ocrMode = (asked: unknown): OcrMode => MODES.find((mode) => mode === asked) ?? 'auto';
