import type { Message } from '../../../src/model/report.ts';

/**
 * What can change how a number looks on a page of a PDF and is not followed here. The sections are those of ISO 32000-1.
 * Anything else is either followed (the painter's operations) or known to change nothing (`harmless-operations.ts`).
 */
export const UNCLEAR = {
  /** 8.6: ink that hardly differs from what is behind it. */
  faint: { zh: '与底色相近的字符', en: 'text in nearly the colour of what is behind it' },
  /** 8.6.6, 8.7: a pattern, a shading, a separation that can't be told. */
  pattern: { zh: '以图案或未知颜色绘出的字符', en: 'text painted with a pattern or an unknown colour' },
  /** 8.7, 8.9: light text on a picture or a shading. */
  background: { zh: '底色不明的浅色字符', en: 'light text on a picture or a shading' },
  covered: { zh: '被遮盖的字符', en: 'text that is painted over' },
  partly: { zh: '被部分遮盖或裁切的字符', en: 'text that is partly covered or clipped' },
  /** 11.3.5 */
  blend: { zh: '以混合模式绘出的内容', en: 'content painted in a blend mode' },
  /** 11.6.5 */
  mask: { zh: '软蒙版下的内容', en: 'content under a soft mask' },
  /** 9.3.6, modes 4 to 7 */
  textClip: { zh: '用作裁切路径的字符', en: 'text used as a clipping path' },
  /** 9.6.5 */
  procedure: { zh: '由绘图过程画出的字符（Type 3 字体）', en: 'characters that a procedure draws (Type 3 font)' },
  /** 9.4.2 */
  turned: { zh: '倒置、侧立或倾斜的数字', en: 'digits that stand upside down, on their side or askew' },
  mirrored: { zh: '镜像的数字', en: 'mirrored digits' },
  narrow: { zh: '极小或极窄的数字', en: 'digits too small or too narrow to be read' },
  uneven: { zh: '大小悬殊的数字', en: 'digits of quite different sizes' },
  overlapping: { zh: '相互重叠的字符', en: 'characters drawn over one another' },
  apart: { zh: '相隔很远的数字', en: 'digits that stand far apart' },
  /** 9.10.2 */
  unmapped: { zh: '字体未说明所示字符的数字', en: 'digits of a font that does not say which characters it shows' },
  otherDigit: { zh: '字形与所标字符不符的数字', en: 'digits whose shapes are not those that the font says' },
  /** Digits whose middle lies in the cell, counted apart from how its text was put together. */
  digits: { zh: '与所读不同的数字字符', en: 'other digits on the page than those that were read' },
  /** 8.5 */
  line: { zh: '一条线', en: 'a drawn line' },
  shape: { zh: '绘出的图形', en: 'a drawn shape' },
  /** 8.9 */
  picture: { zh: '图片', en: 'a picture' },
  /** 8.7.4.2 */
  shading: { zh: '渐变填充', en: 'a shading' },
  /** 12.5, 12.7 */
  annotation: { zh: '批注', en: 'an annotation' },
  field: { zh: '表单域，其值与所绘不同或未绘出', en: 'a form field whose value is not what is drawn' },
  operation: { zh: '不认识的绘图操作', en: 'a painting operation that is not known' },
} as const satisfies Readonly<Record<string, Message>>;

export type Unclear = keyof typeof UNCLEAR;
