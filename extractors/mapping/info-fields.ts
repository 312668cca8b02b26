import { toSimplified } from '../../src/model/text/traditional.ts';

/** What a field of a page's information table or lines tells of the report; most tell nothing. A `day` may be that of the visit. */
export type InfoKind = 'title' | 'published' | 'issued' | 'day' | 'body' | 'other';

/** A label with what stands behind it, up to the next label. */
interface InfoField {
  readonly kind: InfoKind;
  readonly value: string;
}

/** The labels that portals print. The dates of writing and printing are not the date of publication. */
const LABELS: Readonly<Record<InfoKind, readonly string[]>> = {
  title: ['名称', '标题', '信息名称', '文件名称', '信息标题'],
  published: [
    ...['发布时间', '发布日期', '信息发布日期', '信息发布时间', '公开时间', '公开日期', '上载日期', '上载时间'],
    ...['发表时间', '发表日期', '信息时间'],
  ],
  issued: ['发文日期', '发文时间'],
  day: ['时间', '日期'],
  body: ['信息来源', '来源', '发布机构', '发布单位', '发文机关', '发文单位', '责任单位', '公开责任部门'],
  other: [
    ...['索引号', '索引', '信息索引', '信息索引号', '信息编号', '文号', '发文字号', '文件编号'],
    ...['分类', '组配分类', '信息分类', '主题分类', '体裁分类', '服务对象分类', '信息类别', '公开类别', '所属栏目'],
    ...['公开方式', '公开形式', '公开范围', '公开程序', '公开时限', '公开属性', '载体类型', '记录形式', '语种'],
    ...['成文日期', '成文时间', '生成日期', '生成时间', '印发日期', '更新时间', '更新日期'],
    ...[
      '生效日期',
      '生效时间',
      '实施日期',
      '失效日期',
      '废止日期',
      '有效性',
      '有效期',
      '是否有效',
      '效力状态',
      '时效性',
    ],
    ...['主题词', '关键词', '关键字', '内容概述', '内容摘要', '作者', '编辑', '责任编辑', '审核', '信息员'],
    ...[
      '访问次数',
      '访问量',
      '浏览次数',
      '浏览量',
      '阅读次数',
      '阅读量',
      '点击',
      '点击数',
      '点击次数',
      '点击率',
      '点击量',
    ],
    ...['字体', '字号', '字体大小', '文字大小'],
  ],
};

const KINDS = new Map(
  (Object.keys(LABELS) as InfoKind[]).flatMap((kind) => LABELS[kind].map((label) => [label, kind] as const)),
);
const LONGEST_FIRST = [...KINDS.keys()].sort((a, b) => b.length - a.length);
/** 索 引 号: the words may be spaced out. */
const spacedOut = (labels: readonly string[]): string => labels.map((label) => [...label].join('\\s*')).join('|');

const ANY = spacedOut(LONGEST_FIRST);
/** Two characters may end a longer word (统计时间) or be plain words: they must stand by themselves. */
const LONG = spacedOut(LONGEST_FIRST.filter(({ length }) => length > 2));
const APART = '(?<![\\p{Script=Han}])';
const ALONE = new RegExp(`^[\\s【\\[]*(?:${ANY})[\\s】\\]]*[:：]?\\s*$`, 'u');
const WITH_COLON = `(?:${LONG}|${APART}(?:${ANY}))\\s*[:：]`;
const BETWEEN_SPACES = `(?<=^|\\s)(?:${ANY})(?=\\s|$)`;
const FIELD = new RegExp(`${WITH_COLON}|${BETWEEN_SPACES}`, 'gu');
/** In a line that begins with a label, labels stand among values also where colons, spaces and borders were lost. */
const RUN_ON = new RegExp(`${WITH_COLON}|${BETWEEN_SPACES}|${LONG}`, 'gu');
const BEGINS = new RegExp(`^[\\s【\\[]*(?:${LONG})`, 'u');

const charactersAt = (at: number): string =>
  [...new Set(LONGEST_FIRST.flatMap((label) => [...label].at(at) ?? []))].join('');
const FIRST_TWO = `[${charactersAt(0)}]\\s*[${charactersAt(1)}]`;
/** What every text has in which one of the others is found. These few classes are tried far faster than all labels at each place. */
const MAY_HOLD = new RegExp(`(?:^[\\s【\\[]*|\\s)${FIRST_TWO}|[${charactersAt(-1)}]\\s*[:：]`, 'u');

/** Labels that say too little to be told of anywhere but in front of their colon. */
const VAGUE = ['发布', '发布人', '发文'];
const LABELLED = new RegExp(`^(?:信息)?(?:${ANY}|${VAGUE.join('|')})\\s*[:：]`, 'u');

/** Whether a line begins with the label of a field and its colon. */
export const beginsWithInfoLabel = (line: string): boolean => LABELLED.test(line);

/** Longer lines are prose. */
const LONGEST_LINE = 400;

/** Whether a text is the label of a field and nothing else. */
export const isInfoLabel = (text: string): boolean => text.length <= 20 && ALONE.test(toSimplified(text));

/**
 * Cuts a line at the labels of portals: `发布机构：某局 成文日期：2021-01-02`, also `索引号0143/2021-7公开范围面向社会`. No
 * value ever reaches into the next field. `head` is what stands before the first label, the whole line where there is none.
 */
export function readInfoFields(text: string): { readonly head: string; readonly fields: readonly InfoField[] } {
  if (text.length > LONGEST_LINE) return { head: text, fields: [] };
  const plain = toSimplified(text);
  if (!MAY_HOLD.test(plain)) return { head: text.trim(), fields: [] };
  const found = [...plain.matchAll(BEGINS.test(plain) ? RUN_ON : FIELD)];
  const fields = found.map((match, i): InfoField => {
    const label = match[0].replace(/[\s:：]/g, '');
    const value = text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length);
    return { kind: KINDS.get(label) ?? 'other', value: value.replace(/^[\s:：】\]]+|\s+$/g, '') };
  });
  return { head: text.slice(0, found[0]?.index ?? text.length).trim(), fields };
}
