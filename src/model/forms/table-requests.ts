import type { Edition, FormColumn, FormGroup, FormRow, FormTable } from './form.ts';

/**
 * Table 3, 收到和处理政府信息公开申请情况. The editions share all of it but the rows of （六）其他处理.
 * Sources: the annexes of 国办公开办函〔2019〕60号 and 〔2021〕30号; variants as met in published reports.
 */

const applicant = (key: string, label: string, en: string, variants: string[], under?: string): FormColumn => ({
  key,
  label,
  en,
  variants,
  ...(under ? { under } : {}),
  unit: '件',
  kind: 'count',
});

const LEGAL_PERSONS = '法人或其他组织';

export const APPLICANTS: readonly FormColumn[] = [
  applicant('natural', '自然人', 'natural persons', ['自然人申请']),
  applicant('business', '商业企业', 'businesses', ['企业', '商业机构'], LEGAL_PERSONS),
  applicant('research', '科研机构', 'research bodies', ['科研单位'], LEGAL_PERSONS),
  applicant(
    'welfare',
    '社会公益组织',
    'public welfare organisations',
    ['社会公益', '公益组织', '社会公益机构'],
    LEGAL_PERSONS,
  ),
  applicant('legal', '法律服务机构', 'legal service bodies', ['法律服务', '法律服务组织'], LEGAL_PERSONS),
  applicant('other', '其他', 'others', ['其它', '其他组织'], LEGAL_PERSONS),
  applicant('total', '总计', 'total', ['合计', '总数', '共计']),
];

const REQUEST_GROUPS: readonly FormGroup[] = [
  {
    key: 'results',
    number: '三',
    label: '本年度办理结果',
    en: 'results of the year',
    variants: ['本年办理结果', '办理结果'],
  },
  { key: 'refused', number: '（三）', label: '不予公开', en: 'refused' },
  { key: 'unable', number: '（四）', label: '无法提供', en: 'unable to provide' },
  { key: 'declined', number: '（五）', label: '不予处理', en: 'declined' },
];

const OTHER_GROUP: FormGroup = {
  key: 'other',
  number: '（六）',
  label: '其他处理',
  en: 'otherwise handled',
  variants: ['其他', '其它处理'],
};

const result = (
  key: string,
  number: string,
  label: string,
  en: string,
  group: string | null,
  variants: string[] = [],
): FormRow => ({
  key,
  number,
  label,
  en,
  variants,
  groups: group ? ['results', group] : ['results'],
  part: 'result',
});

const SHARED_BEFORE: readonly FormRow[] = [
  {
    key: 'received',
    number: '一',
    label: '本年新收政府信息公开申请数量',
    en: 'received in the year',
    variants: ['本年新收申请数量', '本年新收', '本年新收政府信息公开申请', '本年新收政府信息公开申请数'],
    part: 'inflow',
  },
  {
    key: 'carried_in',
    number: '二',
    label: '上年结转政府信息公开申请数量',
    en: 'carried over from last year',
    variants: [
      '上年结转申请数量',
      '上年结转',
      '上年度结转政府信息公开申请数量',
      '上年结转政府信息公开申请',
      '上年结转政府信息公开申请数',
    ],
    part: 'inflow',
  },
  result('granted', '（一）', '予以公开', 'granted', null),
  result('partial', '（二）', '部分公开（区分处理的，只计这一情形，不计其他情形）', 'granted in part', null, [
    '部分公开',
    '部分公开（区分处理的，只计这一情形，不计其它情形）',
  ]),
  result('refused_state_secret', '1', '属于国家秘密', 'refused: state secret', 'refused', ['国家秘密']),
  result('refused_law', '2', '其他法律行政法规禁止公开', 'refused: forbidden by law', 'refused', [
    '其它法律行政法规禁止公开',
    '法律行政法规禁止公开',
  ]),
  result('refused_security', '3', '危及“三安全一稳定”', 'refused: safety and stability', 'refused', ['三安全一稳定']),
  result('refused_third_party', '4', '保护第三方合法权益', 'refused: third party', 'refused', ['第三方合法权益']),
  result('refused_internal', '5', '属于三类内部事务信息', 'refused: internal matters', 'refused', ['三类内部事务信息']),
  result('refused_process', '6', '属于四类过程性信息', 'refused: deliberative', 'refused', ['四类过程性信息']),
  result('refused_enforcement', '7', '属于行政执法案卷', 'refused: enforcement file', 'refused', [
    '行政执法案卷',
    '属于行政执法案卷信息',
  ]),
  result('refused_query', '8', '属于行政查询事项', 'refused: administrative query', 'refused', ['行政查询事项']),
  result('unable_not_held', '1', '本机关不掌握相关政府信息', 'unable: not held', 'unable', ['不掌握相关政府信息']),
  result('unable_creation', '2', '没有现成信息需要另行制作', 'unable: would have to be made', 'unable', [
    '没有现成信息',
    '需要另行制作',
  ]),
  result('unable_unclear', '3', '补正后申请内容仍不明确', 'unable: still unclear', 'unable', ['申请内容仍不明确']),
  result('declined_petition', '1', '信访举报投诉类申请', 'declined: petition', 'declined', ['信访举报投诉']),
  result('declined_repeat', '2', '重复申请', 'declined: repeat', 'declined'),
  result('declined_publication', '3', '要求提供公开出版物', 'declined: publication', 'declined', ['公开出版物']),
  result('declined_excessive', '4', '无正当理由大量反复申请', 'declined: excessive', 'declined', ['大量反复申请']),
  result('declined_reissue', '5', '要求行政机关确认或重新出具已获取信息', 'declined: reissue', 'declined', [
    '确认或重新出具已获取信息',
  ]),
];

const OTHER_ROWS: Readonly<Record<Edition, readonly FormRow[]>> = {
  '2019': [result('other', '（六）', '其他处理', 'otherwise handled', null, ['其他', '其它处理'])],
  '2021': [
    result(
      'other_no_correction',
      '1',
      '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      'other: not corrected in time',
      'other',
      ['逾期不补正', '申请人无正当理由逾期不补正'],
    ),
    result(
      'other_no_payment',
      '2',
      '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      'other: fee not paid',
      'other',
      ['逾期未按收费通知要求缴纳费用', '申请人逾期未按收费通知要求缴纳费用', '逾期未缴费'],
    ),
    result('other_misc', '3', '其他', 'other: the rest', 'other', ['其它', '其他情形']),
  ],
};

const SHARED_AFTER: readonly FormRow[] = [
  {
    key: 'total',
    number: '（七）',
    label: '总计',
    en: 'results, total',
    variants: ['合计', '共计', '总数'],
    groups: ['results'],
    part: 'result-total',
  },
  {
    key: 'carried_out',
    number: '四',
    label: '结转下年度继续办理',
    en: 'carried over to next year',
    variants: ['结转下年度继续办理数量', '结转下年度', '结转下年继续办理', '结转下年度办理'],
    part: 'outflow',
  },
];

export const requestsTable = (edition: Edition): FormTable => ({
  role: 'requests',
  edition,
  title: '收到和处理政府信息公开申请情况',
  groups: edition === '2021' ? [...REQUEST_GROUPS, OTHER_GROUP] : REQUEST_GROUPS,
  blocks: [{ columns: APPLICANTS, rows: [...SHARED_BEFORE, ...OTHER_ROWS[edition], ...SHARED_AFTER] }],
  layout: 'rows',
});
