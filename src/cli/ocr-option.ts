import type { Option } from 'commander';
import type { OcrMode } from '../../extractors/read-document.ts';
import { choice } from './command.ts';

const MODES = ['auto', 'off', 'force'] as const satisfies readonly OcrMode[];

export const ocrOption = (): Option =>
  choice(
    '--ocr <when>',
    'character recognition of scans and pictures: where there is no text to read (auto), never (off), or also of PDF pages that have text (force)',
    MODES,
  ).default(MODES[0]);

/** The mode asked for; the option's choices leave no other. */
export const ocrMode = (asked: unknown): OcrMode => MODES.find((mode) => mode === asked) ?? 'auto';
