import type { Edition, FormColumn, FormTable } from './form.ts';

/** Table 4, 政府信息公开行政复议、行政诉讼情况: the same in both editions, three procedures of five results in one line. */

const result = (key: string, label: string, en: string, variants: string[]): FormColumn => ({
  key,
  label,
  en,
  variants,
  unit: '件',
  kind: 'count',
});

export const disputesTable = (edition: Edition): FormTable => ({
  role: 'disputes',
  edition,
  title: '政府信息公开行政复议、行政诉讼情况',
  groups: [{ key: 'litigation', number: '', label: '行政诉讼', en: 'litigation' }],
  blocks: [
    {
      columns: [
        result('upheld', '结果维持', 'upheld', ['维持', '维持结果']),
        result('corrected', '结果纠正', 'corrected', ['纠正', '纠正结果']),
        result('other', '其他结果', 'other result', ['其它结果', '其他']),
        result('pending', '尚未审结', 'pending', ['未审结', '尚未审理']),
        result('total', '总计', 'total', ['合计', '总数', '共计']),
      ],
      rows: [
        { key: 'review', label: '行政复议', en: 'administrative reconsideration', variants: ['行政复议情况'] },
        {
          key: 'direct_suit',
          label: '未经复议直接起诉',
          en: 'suit without reconsideration',
          variants: ['直接起诉', '未经复议而直接起诉', '未经行政复议直接起诉'],
          groups: ['litigation'],
        },
        {
          key: 'suit_after_review',
          label: '复议后起诉',
          en: 'suit after reconsideration',
          variants: ['行政复议后起诉', '经复议后起诉'],
          groups: ['litigation'],
        },
      ],
    },
  ],
  layout: 'across',
});
