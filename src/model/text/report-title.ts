import { findYear } from './dates.ts';
import { tidyText } from './fold.ts';
import { toSimplified } from './traditional.ts';

/** A title of an annual report taken apart. */
export interface ReportTitle {
  readonly title: string;
  /** What is left when the year and the words of the title are gone; null where nothing is. */
  readonly agency: string | null;
  readonly year: number | null;
}

/** Up to two characters in the place of 工作 may be misprinted or misread. */
const KIND =
  /(?:政府|政务|部门)?(?:信息|政务)公开(?:工作|[^，。；\d]{1,2}?)?(?:的)?(?:(?:20\d\d|二[〇○零]..)年?度?)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:报告|年报)/;
const YEAR = /(?:19|20)\d\d\s*(?:年度|年)?|二[〇○零][〇○零一二三四五六七八九]{2}(?:年度|年)?/g;
const STOP =
  /解读|制度|公布情况|通知|年度报表|法治政府|公示|汇总表|考核|评估|问答|图解|填报|格式|指南|目录|模板|样式|办法|说明$/;

/** In front of the kind of the report: a sentence that speaks of it. */
const SENTENCE =
  /[，,；;。！]|现将|兹将|特编|现?公布(?!情况)|(?:^|[^\p{Script=Han}])(?:根据|按照|依据|依照|遵照)|要求|规定|领导下|结合|以及|认真|高度重视|^(?:以下|本报告|本年报|下面|这[是份]|此[为次]|特[此将向制]|兹|为(?!民)|由|在|受)/u;

/** 我镇, 本局: what a body calls itself names none. */
const SELF =
  /^[我本](?:[镇乡局县市区委办省州旗站所队厅处院校行]|街道|办公室|单位|机关|部门|中心|公司|办事处|街道办事处|[镇乡县市区]?人民政府|政府)$/u;

const BREADCRUMB = /[>»›→]|首页|位置[:：]/;

/** Told apart before anything dearer: menus of portals are full of 公开 and have few reports. */
const MAY_BE_TITLE = /公[\s\S]*[报報年]\s*[告报報]/;

const clean = (text: string): string => tidyText(text.replaceAll('\n', ''));

/** Digits at their usual width and simplified characters, each still one character. */
const comparable = (text: string): string =>
  toSimplified(text)
    .replace(/资讯/g, '信息')
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Words of time where the body stands as a rule: 往年信息公开年报, 上年度政府信息公开工作年度报告. */
const OF_TIME =
  /^[（(]?(?:历|往|前|上|今|去|当|本|各|全|近|早|历史|以前|以往|过往|既往|其[他它]|更多)(?:年度?|期|届)?[）)]?$/;

/**
 * Reads a text as the title of an annual report: 兰亭街道2020年政府信息公开工作年度报告, 2022年上海市…, …（图片版）. Null where
 * it is no such title, or is one of a notice, an interpretation or a list about such reports.
 */
export function parseTitle(text: string): ReportTitle | null {
  if (!MAY_BE_TITLE.test(text)) return null;
  const title = clean(text);
  if (title.length < 6 || title.length > 90) return null;
  const plain = comparable(title);
  if (BREADCRUMB.test(plain)) return null;
  const kind = KIND.exec(plain.replace(/\s/g, ''));
  if (!kind || STOP.test(plain)) return null;
  const compact = [...title].filter((char) => !/\s/.test(char)).join('');
  const behind = plain.replace(/\s/g, '').slice(kind.index + kind[0].length);
  if (behind.replace(/[（(〔【[][^）)〕】\]]*[)）〕】\]]/g, '').replace(YEAR, '').length > 4) return null;
  if (SENTENCE.test(plain.replace(/\s/g, '').slice(0, kind.index)) || /^如下/.test(behind)) return null;
  const agency = compact
    .slice(0, kind.index)
    .replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(YEAR, '')
    .replace(/^[《〈“"'【[（(_\-—·\s]+|[_\-—·\s《“"（(:：]+$/g, '')
    .replace(/^(?:关于|關於|附件\d*[:：]?)/, '')
    .replace(/(?:的|度|年度)$/, '')
    .replace(/(?:发布|公布|编制|编写|制作)了?$/, '')
    .replace(/(?:关于|關於)$/, '');
  const isNone = agency === '' || SELF.test(comparable(agency)) || OF_TIME.test(agency);
  return { title, agency: isNone ? null : agency, year: findYear(plain) };
}

/** The end of a public body's name. */
const BODY_END =
  /(?:政府|政府办公[室厅]|委员会|管委会|街道|街道办事处|办事处|[镇乡局委办厅院所站处部署行]|中心|分局|支队|总队|大队|公司|学校|医院|协会|联合会|法院|检察院|苏木)$/;

/** Whether a short line may be the name of a public body, as in a title broken over two lines. */
export function looksLikeBody(text: string): boolean {
  const line = comparable(clean(text)).replace(/\s/g, '');
  return line.length >= 3 && line.length <= 30 && BODY_END.test(line) && !/[，。：:；、]/.test(line);
}
