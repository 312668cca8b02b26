import { tidyText } from '../text/fold.ts';
import { toSimplified } from '../text/traditional.ts';

/** What names and what a government is called by without a place: 青岚县 is the same as 青岚县人民政府. */
const GOVERNMENT = '人民政府';

/** Characters as names are compared by: simplified, of usual width, without spaces and marks in brackets behind. */
export const plainName = (name: string): string =>
  toSimplified(tidyText(name).normalize('NFKC'))
    .slice(0, 80)
    .replace(/\s+/gu, '')
    .replace(/[（(〔[](?:本级|机关|本部)[）)〕\]]$/u, '');

/** One body under another spelling, whatever its place; nothing that could be two bodies stands here. */
const SPELLINGS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/^(?:人民政府|政府|行政公署|)$/u, GOVERNMENT],
  [/街道(?:办事处|办)$/u, '街道'],
  [/(镇|乡|苏木)(?:人民)?政府$/u, '$1'],
  [/管委会$/u, '管理委员会'],
  [/^发改(?=[委局])/u, '发展改革'],
  [/^卫健(?=[委局])/u, '卫生健康'],
  [/^国资委/u, '国有资产监督管理委员会'],
  [/^(?:人社|人力社保)局$/u, '人力资源社会保障局'],
  [/^(?:市场监管|市监)局$/u, '市场监督管理局'],
  [/^住建局$/u, '住房城乡建设局'],
  [/^应急局$/u, '应急管理局'],
  [/(?<![党纪工团政常])委$/u, '委员会'],
];

/** The words of departments are joined with 和 here and without there: 发展和改革, 发展改革. */
const DEPARTMENT = /(?:局|委员会|厅)$/u;

/** What is left of a name behind its places, so that two spellings of one body are the same. */
export function canonicalStem(rest: string): string {
  const spelt = SPELLINGS.reduce((stem, [pattern, instead]) => stem.replace(pattern, instead), rest);
  return DEPARTMENT.test(spelt) ? spelt.replace(/(?<=.)[和与、](?=.)/gu, '') : spelt;
}
