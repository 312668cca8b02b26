import type { Severity } from '../report.ts';
import { doubtKind } from './doubt-kind.ts';

const percent = (confidence: number): string => `${Math.floor(confidence * 1000) / 10}%`;

export const exOcr = doubtKind(
  {
    code: 'EX-OCR',
    severity: 'warning',
    title: { zh: '数字由图片识别', en: 'A figure was recognised in a picture' },
    explanation: {
      zh: '每个识别的数字注明置信度：0.98 以上为提示，以下为警告，0.8 以下为错误；按合计关系取次选读法、或合计不符者另行指明。',
      en: 'Every recognised figure is named with its confidence: info from 0.98 up, warning below, error below 0.8. Where the sums chose a second reading, or recognised figures do not add up, that is said too.',
    },
  },
  (raise) => ({
    confidence: (severity: Severity, cells: readonly string[], least: number) =>
      raise(severity, cells, {
        zh: `${cells.length} 个数字由图片识别，置信度最低 ${percent(least)}`,
        en: `${cells.length === 1 ? 'A figure was' : `${cells.length} figures were`} recognised in a picture, with a confidence of ${percent(least)} or more`,
      }),

    rivals: (severity: Severity, cell: string, text: string, confidence: number, others: readonly string[]) =>
      raise(
        severity,
        [cell],
        {
          zh: `图片中识别为“${text}”（置信度 ${percent(confidence)}），也可能是 ${others.join('、')}`,
          en: `Recognised in a picture as “${text}” (confidence ${percent(confidence)}); it may also be ${others.join(', ')}`,
        },
        others.map((other) => [other]),
      ),

    chosen: (cell: string, text: string, value: number) =>
      raise(
        'warning',
        [cell],
        {
          zh: `图片中识别为“${text}”，按合计关系取次选读法 ${value}`,
          en: `Recognised in a picture as “${text}”; the second reading ${value} was taken, the only one that agrees with the sums`,
        },
        [[text]],
      ),

    brokenSum: (cells: readonly string[]) =>
      raise('warning', cells, {
        zh: '由图片识别的这些数字合计不符：识别有误与报告有误同样可能',
        en: 'These figures, recognised in a picture, do not add up: a misreading is as likely as a fault of the report',
      }),

    /** @param cells all figures of the table, for any of them may stand in the place of another */
    unruled: (cells: readonly string[]) =>
      raise('warning', cells, {
        zh: '图片中的这张表没有表格线，行列按文字对齐方式推断，数字可能错行错列',
        en: 'This table has no ruling lines in the picture; its rows and columns were told by how its text is aligned, so figures may be out of place',
      }),
  }),
);
