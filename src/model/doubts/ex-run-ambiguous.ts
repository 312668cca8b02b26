import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const exRunAmbiguous = doubtKind(
  {
    code: 'EX-RUN-AMBIGUOUS',
    severity: 'error',
    title: { zh: '连写的数字有多种拆法', en: 'Digits run together can be split in several ways' },
    explanation: {
      zh: '多种拆法同样可能，除各种拆法一致之处外均不采用，并列出各种拆法。',
      en: 'Several splits are as good; nothing is chosen but what all of them share, and they are listed.',
    },
  },
  (raise) => ({
    ways: (cells: readonly string[], runs: readonly string[], ways: readonly (readonly string[])[] | null) =>
      raise(
        'error',
        cells,
        {
          zh: `连写的数字“${quote(runs.join(' '))}”有${ways ? ` ${ways.length} 种` : '许多种'}拆法，无法确定，未采用`,
          en: `The digits “${quote(runs.join(' '))}” run together can be split in ${ways ? ways.length : 'very many'} ways; none was chosen`,
        },
        ways ?? undefined,
      ),
  }),
);
