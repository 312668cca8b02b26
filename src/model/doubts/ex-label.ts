import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const exLabel = doubtKind(
  {
    code: 'EX-LABEL',
    severity: 'warning',
    title: { zh: '标签按相似度辨认', en: 'A label was matched by similarity' },
    explanation: {
      zh: '行或列的标签不是已知写法，按编辑距离认作最相近的一项；相似度 0.9 以上为提示。',
      en: 'The label of a row or column is no known wording and was taken for the nearest by edit distance; info from 0.9 up.',
    },
  },
  (raise) => ({
    similar: (cells: readonly string[], found: string, official: string, similarity: number) =>
      raise(similarity >= 0.9 ? 'info' : 'warning', cells, {
        zh: `标签“${quote(found)}”不在已知写法之列，按相似度 ${similarity.toFixed(2)} 认作“${official}”`,
        en: `The label “${quote(found)}” is no known wording; it was taken for “${official}” (similarity ${similarity.toFixed(2)})`,
      }),
  }),
);
