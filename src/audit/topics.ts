/** What the prose of a report is to treat, and the words it is known by. */
export interface Topic {
  readonly zh: string;
  readonly en: string;
  readonly words: RegExp;
}

/** The five matters of 总体情况 in edition 2021. */
export const OVERVIEW_TOPICS: readonly Topic[] = [
  {
    zh: '主动公开',
    en: 'proactive disclosure',
    words: /主动公开|公开(?:各类)?(?:政府)?信息\D{0,6}\d|发布(?:各类)?信息/u,
  },
  { zh: '依申请公开', en: 'disclosure on request', words: /依申请|公开申请|申请公开|申请人/u },
  {
    zh: '政府信息管理',
    en: 'management of information',
    words: /信息(?:资源)?管理|规范性文件|公开属性|保密审查|公开审查|审核|动态调整|清理/u,
  },
  { zh: '平台建设', en: 'platforms', words: /平[台臺]|网站|门户|公众号|新媒体|专栏|政务微博|公开专区/u },
  { zh: '监督保障', en: 'supervision', words: /监督|考核|评议|培训|责任追究|组织领导|保障/u },
];

/** What a government's report states besides. */
export const GOVERNMENT_TOPICS: readonly Topic[] = [
  { zh: '工作考核', en: 'assessment of the work', words: /考核|考评|评估|测评/u },
  { zh: '社会评议', en: 'review by the public', words: /社会评议|评议|满意度|公众评价|群众评价/u },
  { zh: '责任追究', en: 'liability', words: /责任追究|追究责任|追责|问责/u },
];

/** What the section on problems names. */
export const PROBLEM_TOPICS: readonly Topic[] = [
  {
    zh: '存在的问题',
    en: 'a problem',
    words: /问题|不足|不[够夠]|不高|不强|欠缺|短板|薄弱|有待|有差距|差距|仍需|还需|尚需|滞后|单一|不及时|困难/u,
  },
  {
    zh: '改进的办法',
    en: 'a measure',
    words: /改进|整改|下一步|今后|下步|将(?:进一步|继续|着力|加强|不断)|措施|办法|加强|完善|强化|提升|提高|改正|落实/u,
  },
];

/** The topics of which a text holds no word. */
export const untreated = (topics: readonly Topic[], text: string): readonly Topic[] =>
  topics.filter(({ words }) => !words.test(text));
