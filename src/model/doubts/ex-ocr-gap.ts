import type { Severity } from '../report.ts';
import { doubtKind } from './doubt-kind.ts';

export const exOcrGap = doubtKind(
  {
    code: 'EX-OCR-GAP',
    severity: 'warning',
    title: { zh: '识别的表格中有空格', en: 'Empty cells in a recognised table' },
    explanation: {
      zh: '由图片识别的表格中有空格，识别常漏读 0；半数以上为空时为提示。',
      en: 'Cells of a table recognised in a picture are empty, and recognition often loses a zero; info where more than half are empty.',
    },
  },
  (raise) => ({
    gap: (cells: readonly string[], all: number, severity: Severity) =>
      raise(severity, cells, {
        zh: `由图片识别的 ${all} 个数字中有 ${cells.length} 格为空，识别常漏读 0`,
        en: `${cells.length} of ${all} figures recognised in a picture are empty; recognition often loses a zero`,
      }),
  }),
);
