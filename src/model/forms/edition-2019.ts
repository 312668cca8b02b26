import type { Form, FormColumn, FormTable } from './form.ts';
import { disputesTable } from './table-disputes.ts';
import { requestsTable } from './table-requests.ts';

/** Edition 2019, 国办公开办函〔2019〕60号 (trial format): reports for 2019 and 2020; 22 + 161 + 15 = 198 figures. */

const ITEMS_PREV: FormColumn = {
  key: 'items_prev',
  label: '上一年项目数量',
  en: 'items in the catalogue last year',
  variants: ['上年项目数量', '上一年度项目数量', '上一年项目数'],
  unit: '项',
  kind: 'count',
};
const ITEMS_CHANGE: FormColumn = {
  key: 'items_change',
  label: '本年增/减',
  en: 'items added or dropped in the year',
  variants: ['本年增减', '本年增、减', '本年度增/减', '本年增减数量'],
  unit: '项',
  kind: 'change',
};
const DECISIONS: FormColumn = {
  key: 'decisions',
  label: '处理决定数量',
  en: 'decisions',
  variants: ['本年处理决定数量', '处理决定数'],
  unit: '件',
  kind: 'count',
};
const HANDLED = [ITEMS_PREV, ITEMS_CHANGE, DECISIONS];

const proactive: FormTable = {
  role: 'proactive',
  edition: '2019',
  title: '主动公开政府信息情况',
  groups: [],
  blocks: [
    {
      title: '第二十条第（一）项',
      columns: [
        {
          key: 'made',
          label: '本年新制作数量',
          en: 'made in the year',
          variants: ['本年制作数量'],
          unit: '件',
          kind: 'count',
        },
        {
          key: 'published',
          label: '本年新公开数量',
          en: 'published in the year',
          variants: ['本年公开数量'],
          unit: '件',
          kind: 'count',
        },
        {
          key: 'public_total',
          label: '对外公开总数量',
          en: 'public in total',
          variants: ['对外公开总数', '对外公开数量'],
          unit: '件',
          kind: 'count',
        },
      ],
      rows: [
        { key: 'regulations', label: '规章', en: 'government rules' },
        { key: 'normative', label: '规范性文件', en: 'normative documents', variants: ['行政规范性文件'] },
      ],
    },
    {
      title: '第二十条第（五）项',
      columns: HANDLED,
      rows: [
        { key: 'licensing', label: '行政许可', en: 'licences' },
        {
          key: 'services',
          label: '其他对外管理服务事项',
          en: 'other external services',
          variants: ['其它对外管理服务事项', '其他对外管理服务'],
        },
      ],
    },
    {
      title: '第二十条第（六）项',
      columns: HANDLED,
      rows: [
        { key: 'penalty', label: '行政处罚', en: 'penalties' },
        { key: 'coercion', label: '行政强制', en: 'coercive measures' },
      ],
    },
    {
      title: '第二十条第（八）项',
      columns: [ITEMS_PREV, ITEMS_CHANGE],
      rows: [{ key: 'fees', label: '行政事业性收费', en: 'administrative fees', variants: ['行政事业收费'] }],
    },
    {
      title: '第二十条第（九）项',
      columns: [
        {
          key: 'projects',
          label: '采购项目数量',
          en: 'projects procured',
          variants: ['采购项目数'],
          unit: '项',
          kind: 'count',
        },
        {
          key: 'amount',
          label: '采购总金额',
          en: 'amount procured',
          variants: ['采购金额', '采购总额'],
          unit: 'unknown',
          kind: 'amount',
        },
      ],
      rows: [
        { key: 'procurement', label: '政府集中采购', en: 'central procurement', variants: ['集中采购', '政府采购'] },
      ],
    },
  ],
  layout: 'rows',
};

export const EDITION_2019: Form = {
  edition: '2019',
  notice: '国办公开办函〔2019〕60号',
  years: { from: 2019, to: 2020 },
  tables: { proactive, requests: requestsTable('2019'), disputes: disputesTable('2019') },
};
