import { Option } from 'commander';
import { BYTE_ORDER_MARK } from '../export/csv.ts';
import type { Language } from './language.ts';

/** Of every command that writes CSV. */
export const bomOptions = (): Option[] => [
  new Option('--bom', 'begin CSV with a byte order mark, by which Excel knows UTF-8; usual where messages are Chinese'),
  new Option('--no-bom', 'begin CSV without one; usual elsewhere'),
];

/** What CSV begins with: Excel takes a file without the mark for GBK on a Chinese system, and shows it garbled. */
export const csvBeginning = (asked: unknown, language: Language): string =>
  (typeof asked === 'boolean' ? asked : language === 'zh') ? BYTE_ORDER_MARK : '';
