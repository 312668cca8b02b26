import { nameless, naming, type Phrasing } from './phrasings.ts';

const ACT = '《中华人民共和国政府信息公开条例》';

/** Phrasings for final counts only: whoever mends the reading does not look at them. */
export const KEPT_ASIDE: readonly Phrasing[] = [
  naming(
    ({ agency, year }) =>
      `为保障公民、法人和其他组织依法获取政府信息，依照${ACT}第五十条，${agency}编写了这份${year}年的年度报告。`,
  ),
  naming(({ agency, year }) => `遵照${ACT}的规定，${agency}对${year}年度政府信息公开工作进行总结，形成本年度报告。`),
  naming(({ agency, year }) => `本年报系${agency}依照${ACT}编制，数据的统计期限为${year}年1月1日至12月31日。`),
  naming(({ agency, self, year }) => `依据${ACT}之规定，${agency}（下称${self}）发布${year}年度政府信息公开工作年报。`),
  naming(
    ({ agency, year }) => `${year}年度，在上级的正确领导下，${agency}扎实做好政府信息公开工作，现将有关情况公布如下。`,
  ),
  naming(({ agency, year }) => `以下为${agency}${year}年政府信息公开工作的年度报告，请社会各界监督。`),
  naming(
    ({ agency, year }) =>
      `根据${ACT}，特向社会公布${agency}${year}年度政府信息公开年度报告，本报告电子版可以在门户网站下载。`,
  ),
  naming(
    ({ agency, year }) =>
      `现将《${agency}${year}年度政府信息公开工作年度报告》予以公布，报告中统计数据截至${year}年12月31日。`,
  ),
  naming(({ agency, year }) => `本报告是${agency}按照${ACT}要求编制的${year}年政府信息公开年度报告。`),
  naming(
    ({ agency, year }) => `${agency}高度重视政务公开，按照${ACT}有关规定，特制作${year}年政府信息公开工作年度报告。`,
  ),
  nameless(
    ({ self, year }) => `遵照上级人民政府关于做好年报编制工作的通知精神，${self}认真总结${year}年的工作，形成本报告。`,
  ),
  nameless(({ self, year }) => `依照${ACT}第五十条，结合${self}实际，制作${year}年度报告如下：`),
  nameless(({ year }) => `本报告按照省人民政府办公厅的统一格式撰写，统计期限自${year}年1月1日至12月31日。`),
  nameless(({ self, year }) => `现将${self}${year}年政府信息公开情况向社会公布，欢迎监督。`),
];
