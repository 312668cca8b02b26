import { doubtKind } from './doubt-kind.ts';

export const exCharset = doubtKind(
  {
    code: 'EX-CHARSET',
    severity: 'warning',
    title: { zh: '编码声明与实际不符', en: 'Declared and actual encoding differ' },
    explanation: {
      zh: '按字节判断编码，不信声明；仍有无法解码之处时一并注明。',
      en: 'The encoding is judged by the bytes, never by the declaration; places that could not be decoded are counted.',
    },
  },
  (raise) => ({
    declaredOtherwise: (declared: string, charset: string) =>
      raise('warning', [], {
        zh: `页面声明的编码为 ${declared}，按字节判断实为 ${charset}，已按后者读取`,
        en: `The page declares the encoding ${declared}; its bytes are ${charset} and were read as such`,
      }),

    undecodable: (places: number, charset: string) =>
      raise('warning', [], {
        zh: `有 ${places} 处字节无法按 ${charset} 解码`,
        en: `${places} places could not be decoded as ${charset}`,
      }),
  }),
);
