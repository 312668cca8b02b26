import type { Language } from '../../model/report.ts';
import { BYTE_ORDER_MARK } from '../export/csv.ts';
import { CliOption } from './command.ts';

/** Of every command that writes CSV. */
export const bomOptions = (): CliOption[] => [
  new CliOption('--bom', {
    zh: 'CSV 以字节顺序标记开头，Excel 据此识别 UTF-8；消息为中文时默认如此',
    en: 'begin CSV with a byte order mark, by which Excel knows UTF-8; usual where messages are Chinese',
  }),
  new CliOption('--no-bom', {
    zh: 'CSV 不带此标记；消息不是中文时默认如此',
    en: 'begin CSV without one; usual elsewhere',
  }),
];

/** What CSV begins with: Excel takes a file without the mark for GBK on a Chinese system, and shows it garbled. */
export const csvBeginning = (asked: unknown, language: Language): string =>
  (typeof asked === 'boolean' ? asked : language === 'zh') ? BYTE_ORDER_MARK : '';
