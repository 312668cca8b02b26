import { doubtKind } from './doubt-kind.ts';

export const exReaders = doubtKind(
  {
    code: 'EX-READERS',
    severity: 'warning',
    title: { zh: '两种读法不同', en: 'Two readings differ' },
    explanation: {
      zh: '同一表格在文档中出现多次；数字不同者采用第一次出现的，并指明各格和其他各次的数字（另见规则 ST-TABLE-TWICE）。',
      en: 'One table stands in the document more than once; where the copies differ the first was taken, and the cells are named with what the others say (see the rule ST-TABLE-TWICE).',
    },
  },
  (raise) => ({
    /** `others`: what each later copy says in the cells that differ. */
    tableTwice: (cells: readonly string[], title: string, others: readonly (readonly string[])[]) => {
      const copies = others.length + 1;
      const differ = cells.length > 0;
      return raise(
        differ ? 'warning' : 'info',
        cells,
        {
          zh: `“${title}”表出现 ${copies} 次，${differ ? `其中 ${cells.length} 个数字不同，采用第一次出现的` : '各次相同'}`,
          en: `The table “${title}” stands ${copies} times; ${differ ? `${cells.length} figures differ and those of the first were taken` : 'the copies are equal'}`,
        },
        differ ? others : undefined,
      );
    },
  }),
);
