/** A trade of government, the words of its inner work, and the bodies whose duty it is. */
export interface Trade {
  readonly zh: string;
  readonly en: string;
  readonly words: RegExp;
  readonly bodies: RegExp;
}

/**
 * Only words that a body of another trade has no use for even where it helps along: a street office writes of 不动产登记 or
 * 养老服务, but never of 审计效果.
 */
export const TRADES: readonly Trade[] = [
  {
    zh: '审计',
    en: 'audit',
    words: /审计效果|审计质量|审计监督(?:职能|职责|作用)|审计结果公告|审计项目(?:计划|实施|质量)|被审计单位|审计机关/u,
    bodies: /审计/u,
  },
  {
    zh: '税务',
    en: 'taxation',
    words: /税收征管|征纳(?:双方|关系)|纳税信用|办税服务厅|税务行政处罚|税务机关|税费优惠政策直达/u,
    bodies: /税务|财政/u,
  },
  {
    zh: '公安',
    en: 'police',
    words: /公安机关|警务公开|接处警|刑事侦查|出入境(?:管理|证件)|公安队伍/u,
    bodies: /公安|警|移民|边检|司法|海关/u,
  },
  {
    zh: '教育',
    en: 'education',
    words: /招生(?:录取|简章|计划)|学籍管理|高考(?:录取|招生)|教育教学质量|校务公开|教师资格认定/u,
    bodies: /教育|学校|大学|学院|体育|考试|人力资源/u,
  },
  {
    zh: '卫生',
    en: 'health',
    words: /医疗机构校验|诊疗(?:服务|科目)|院务公开|执业医师注册|卫生健康系统|医德医风/u,
    bodies: /卫生|健康|医|疾病|疾控|红十字/u,
  },
  {
    zh: '海关',
    en: 'customs',
    words: /通关(?:便利|时间|效率)|报关单|海关监管|关务公开/u,
    bodies: /海关|商务|口岸|商务|税务|自贸|保税/u,
  },
  {
    zh: '气象',
    en: 'meteorology',
    words: /气象(?:部门|预报|探测|现代化|服务保障)|人工影响天气|防雷(?:检测|装置)/u,
    bodies: /气象|应急|农业|水利/u,
  },
  {
    zh: '统计',
    en: 'statistics',
    words: /统计(?:执法|调查制度|数据质量|从业人员|造假)|统计机构|统计系统/u,
    bodies: /统计|调查队/u,
  },
  {
    zh: '烟草',
    en: 'tobacco',
    words: /烟草专卖|卷烟(?:零售|市场|经营)/u,
    bodies: /烟草|市场监/u,
  },
  {
    zh: '金融',
    en: 'finance',
    words: /金融监管|外汇管理|反洗钱|支付结算|银行业金融机构/u,
    bodies: /银行|金融|外汇|证券|证监|保险|银保监/u,
  },
];
