import { nameParts } from '../../../model/bodies/name-parts.ts';
import type { Section } from '../../../model/report.ts';
import { foldText } from '../../../model/text/fold.ts';

/** A narrative is compared without what any copyist would change: names of bodies and places, dates and numbers. */

const DATE = /\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?/g;
const NUMBER = /\d+/g;
/** Numbers in Chinese characters count something; 一是 and 第二十条 are words. */
const CHINESE_NUMBER =
  /(?<![〇零一二三四五六七八九十百千万亿两])[〇零一二三四五六七八九十百千万亿两]{1,12}(?=[余多]?[件条次个期篇场名人份项家宗起元])/g;
/** 全市, 本街道, 我局: the body speaks of itself. */
const SELF = /(?<=[本全我])(?:省|市|县|区|镇|乡|街道|局|委|办|厅|中心|单位|机关|部门|地区)/g;
/** 绍兴市委, 柯桥区政府: the bodies above. Which two characters stand there does not matter, if any place may. */
const ABOVE = /\p{Script=Han}{2}(?=[省市县区](?:委|政府|人民政府))/gu;
const KIND_OF_BODY = /(?:人民政府办公[室厅]|人民政府|街道办事处|街道|办事处|管理委员会|管委会|行政公署|苏木|镇|乡)$/u;

/** A name and the shorter forms in which its own report speaks of it: 绍兴市柯桥区柯岩街道办事处, 柯岩街道, 柯岩. */
function formsOf(name: string): string[] {
  const { regions, rest } = nameParts(name);
  const stem = rest.replace(KIND_OF_BODY, '');
  const places = regions.map((region) => region.replace(/(?:自治[区州县旗]|地区|[省市县区旗盟州])$/u, ''));
  return [name, regions.join('') + rest, ...regions, ...places, rest, stem];
}

/** Letters and digits of the narrative alone, names and numbers each as one mark. */
export function maskNarrative(text: string, names: readonly string[]): string {
  const forms = names
    .flatMap(formsOf)
    .map(foldText)
    .filter((form) => form.length >= 2)
    .sort((a, b) => b.length - a.length);
  let folded = foldText(text);
  for (const form of new Set(forms)) folded = folded.replaceAll(form, '_');
  return folded
    .replace(DATE, '0')
    .replace(NUMBER, '0')
    .replace(CHINESE_NUMBER, '0')
    .replace(SELF, '_')
    .replace(ABOVE, '_')
    .replace(/_{2,}(?:街道办事处|人民政府|办事处|街道)?|_(?:街道办事处|人民政府|办事处|街道)/g, '_');
}

/** The prose of a report in one text, without its headings, which the form prescribes. */
export const narrativeOf = (sections: readonly Pick<Section, 'text'>[]): string =>
  sections.map(({ text }) => text).join('\n');
