import type { Form, FormColumn, FormTable } from './form.ts';
import { disputesTable } from './table-disputes.ts';
import { requestsTable } from './table-requests.ts';

/** Edition 2021, 国办公开办函〔2021〕30号: reports for 2021 onward; 10 + 175 + 15 = 200 figures. */

const DECISIONS: FormColumn = {
  key: 'decisions',
  label: '本年处理决定数量',
  en: 'decisions in the year',
  variants: ['处理决定数量', '本年处理决定数'],
  unit: '件',
  kind: 'count',
};

const proactive: FormTable = {
  role: 'proactive',
  edition: '2021',
  title: '主动公开政府信息情况',
  groups: [],
  blocks: [
    {
      title: '第二十条第（一）项',
      columns: [
        {
          key: 'issued',
          label: '本年制发件数',
          en: 'issued in the year',
          variants: ['本年制发数'],
          unit: '件',
          kind: 'count',
        },
        {
          key: 'repealed',
          label: '本年废止件数',
          en: 'repealed in the year',
          variants: ['本年废止数'],
          unit: '件',
          kind: 'count',
        },
        {
          key: 'in_force',
          label: '现行有效件数',
          en: 'in force',
          variants: ['现行有效数', '现行有效'],
          unit: '件',
          kind: 'count',
        },
      ],
      rows: [
        { key: 'regulations', label: '规章', en: 'government rules' },
        { key: 'normative', label: '行政规范性文件', en: 'normative documents', variants: ['规范性文件'] },
      ],
    },
    {
      title: '第二十条第（五）项',
      columns: [DECISIONS],
      rows: [{ key: 'licensing', label: '行政许可', en: 'licences' }],
    },
    {
      title: '第二十条第（六）项',
      columns: [DECISIONS],
      rows: [
        { key: 'penalty', label: '行政处罚', en: 'penalties' },
        { key: 'coercion', label: '行政强制', en: 'coercive measures' },
      ],
    },
    {
      title: '第二十条第（八）项',
      columns: [
        {
          key: 'amount',
          label: '本年收费金额（单位：万元）',
          en: 'fees of the year',
          variants: ['本年收费金额', '本年收费金额（万元）', '收费金额'],
          unit: '万元',
          kind: 'amount',
        },
      ],
      rows: [{ key: 'fees', label: '行政事业性收费', en: 'administrative fees', variants: ['行政事业收费'] }],
    },
  ],
  layout: 'rows',
};

export const EDITION_2021: Form = {
  edition: '2021',
  notice: '国办公开办函〔2021〕30号',
  years: { from: 2021, to: null },
  tables: { proactive, requests: requestsTable('2021'), disputes: disputesTable('2021') },
};
