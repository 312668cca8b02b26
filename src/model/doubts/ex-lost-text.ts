import type { Message, Severity } from '../report.ts';
import type { Loss } from '../text/lost-text.ts';
import { doubtKind } from './doubt-kind.ts';

/** What the text of a document has lost. */
export interface LostText {
  readonly loss: Loss;
  /** What stands for the lost characters, in words. */
  readonly signs: Message;
  /** Whether bytes of this file could not be decoded; else the characters were lost before. */
  readonly undecoded: boolean;
  /** The file is text in UTF-8 and says U+FFFD itself. */
  readonly utf8: boolean;
}

export const exLostText = doubtKind(
  {
    code: 'EX-LOST-TEXT',
    severity: 'warning',
    title: { zh: '文字此前已丢失', en: 'Text that was lost before' },
    explanation: {
      zh: '文中有替换字符（U+FFFD）、“锟斤拷”或成串问号：汉字在得到文件之前的转码中已丢失，无法恢复，须重新获取。大部丢失的不读取；部分丢失的指明所涉数字：数字本身为错误，行、列名称为警告。',
      en: 'The text holds U+FFFD, 锟斤拷 or runs of question marks: its Chinese was lost in a conversion before it came here, and it must be fetched anew. Where most is lost nothing is read; else the figures touched are named, an error for characters of the figure, a warning for those of its labels.',
    },
  },
  (raise) => ({
    altogether: ({ loss, signs, undecoded, utf8 }: LostText) =>
      raise('error', [], {
        zh: undecoded
          ? `文中有 ${loss.lost} 个字符是${signs.zh}，汉字仅余 ${loss.left} 个：文件已损坏，请从发布处重新获取`
          : `${utf8 ? '文件是有效的 UTF-8，但' : ''}其中的汉字在此前的转码中已丢失：有 ${loss.lost} 个字符成了${signs.zh}，汉字仅余 ${loss.left} 个；换用别的编码也无法恢复，请从发布处重新获取`,
        en: undecoded
          ? `${loss.lost} characters of the text are ${signs.en} and ${loss.left} Chinese ones are left: the file is damaged; fetch it anew from where it was published`
          : `${utf8 ? 'The file is valid UTF-8, but its' : 'Its'} Chinese was lost before, in an earlier conversion: ${loss.lost} characters became ${signs.en} and ${loss.left} Chinese ones are left. No other encoding brings them back; fetch it anew from where it was published`,
      }),

    partly: (severity: Severity, cells: readonly string[], { loss, signs, undecoded }: LostText) => {
      const when = undecoded
        ? { zh: '无法解码', en: 'could not be decoded' }
        : { zh: '在此前的转码中丢失', en: 'were lost in an earlier conversion' };
      return raise(severity, cells, {
        zh:
          cells.length === 0
            ? `文中有 ${loss.lost} 个字符${when.zh}，成了${signs.zh}；请从发布处重新获取`
            : `这 ${cells.length} 个数字本身或其行、列的名称有字符${when.zh}，成了${signs.zh}`,
        en:
          cells.length === 0
            ? `${loss.lost} characters of the text ${when.en} and became ${signs.en}; fetch it anew from where it was published`
            : `Characters of ${cells.length === 1 ? 'this figure' : `these ${cells.length} figures`} or of their labels ${when.en} and became ${signs.en}`,
      });
    },
  }),
);
