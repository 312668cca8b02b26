import type { Doubt, Message, Severity } from '../../src/model/report.ts';

const make = (
  rule: string,
  severity: Severity,
  cells: readonly string[],
  message: Message,
  alternatives: readonly (readonly string[])[] = [],
): Doubt => ({ rule, severity, cells, message, ...(alternatives.length > 0 ? { alternatives } : {}) });

const percent = (confidence: number): string => `${Math.floor(confidence * 1000) / 10}%`;

/** Doubts about figures that were recognised in a picture. */
export const recognitionDoubts = {
  confidence: (severity: Severity, cells: readonly string[], least: number): Doubt =>
    make('EX-OCR', severity, cells, {
      zh: `${cells.length} 个数字由图片识别，置信度最低 ${percent(least)}`,
      en: `${cells.length === 1 ? 'A figure was' : `${cells.length} figures were`} recognised in a picture, with a confidence of ${percent(least)} or more`,
    }),

  rivals: (severity: Severity, cell: string, text: string, confidence: number, others: readonly string[]): Doubt =>
    make(
      'EX-OCR',
      severity,
      [cell],
      {
        zh: `图片中识别为“${text}”（置信度 ${percent(confidence)}），也可能是 ${others.join('、')}`,
        en: `Recognised in a picture as “${text}” (confidence ${percent(confidence)}); it may also be ${others.join(', ')}`,
      },
      others.map((other) => [other]),
    ),

  chosen: (cell: string, text: string, value: number): Doubt =>
    make(
      'EX-OCR',
      'warning',
      [cell],
      {
        zh: `图片中识别为“${text}”，按合计关系取次选读法 ${value}`,
        en: `Recognised in a picture as “${text}”; the second reading ${value} was taken, the only one that agrees with the sums`,
      },
      [[text]],
    ),

  brokenSum: (cells: readonly string[]): Doubt =>
    make('EX-OCR', 'warning', cells, {
      zh: '由图片识别的这些数字合计不符：识别有误与报告有误同样可能',
      en: 'These figures, recognised in a picture, do not add up: a misreading is as likely as a fault of the report',
    }),

  /** @param cells all figures of the table, for any of them may stand in the place of another */
  unruled: (cells: readonly string[]): Doubt =>
    make('EX-OCR', 'warning', cells, {
      zh: '图片中的这张表没有表格线，行列按文字对齐方式推断，数字可能错行错列',
      en: 'This table has no ruling lines in the picture; its rows and columns were told by how its text is aligned, so figures may be out of place',
    }),

  gap: (cells: readonly string[], all: number, severity: Severity): Doubt =>
    make('EX-OCR-GAP', severity, cells, {
      zh: `由图片识别的 ${all} 个数字中有 ${cells.length} 格为空，识别常漏读 0`,
      en: `${cells.length} of ${all} figures recognised in a picture are empty; recognition often loses a zero`,
    }),
};
