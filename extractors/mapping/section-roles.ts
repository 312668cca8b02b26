import type { SectionRole } from '../../src/model/report.ts';
import { detach } from '../../src/model/text/detach.ts';
import { type Enumerator, splitEnumerator } from '../../src/model/text/enumerator.ts';
import { foldText, tidyText } from '../../src/model/text/fold.ts';
import { readLabel } from './label-index.ts';

type NamedRole = Exclude<SectionRole, 'preamble' | 'extra'>;

/** Wordings of the six official headings, and patterns for looser ones that count only behind a number. */
const ROLES: readonly { readonly role: NamedRole; readonly names: readonly string[]; readonly loose: RegExp }[] = [
  {
    role: 'overview',
    names: ['总体情况', '概述', '总体概况', '政府信息公开工作总体情况', '工作总体情况', '总体工作情况'],
    loose: /^(?:\d{4}年)?(?:.{0,14})(?:总体情况|总体概况|基本情况)$|^概述$|^概况$/,
  },
  {
    role: 'proactive',
    names: ['主动公开政府信息情况', '主动公开情况', '行政机关主动公开政府信息情况', '主动公开政府信息的情况'],
    loose: /主动公开.{0,10}情况$|^主动公开(?:政府信息)?$/,
  },
  {
    role: 'requests',
    names: [
      '收到和处理政府信息公开申请情况',
      '行政机关收到和处理政府信息公开申请情况',
      '依申请公开情况',
      '依申请公开政府信息情况',
      '收到和处理政府信息公开申请的情况',
    ],
    loose: /(?:收到|处理|受理|依).{0,14}申请.{0,10}(?:情况|公开)$/,
  },
  {
    role: 'disputes',
    names: [
      '政府信息公开行政复议行政诉讼情况',
      '行政复议和行政诉讼情况',
      '因政府信息公开工作被申请行政复议提起行政诉讼情况',
      '行政复议行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
    ],
    loose: /复议.{0,16}(?:诉讼|情况)|诉讼.{0,8}情况$/,
  },
  {
    role: 'problems',
    names: [
      '存在的主要问题及改进情况',
      '存在问题及改进情况',
      '政府信息公开工作存在的主要问题及改进情况',
      '主要问题和改进情况',
      '存在问题和不足',
      '存在的问题及改进情况',
      '存在的主要问题和改进情况',
      '存在的主要问题及改进措施',
    ],
    loose: /问题|不足|改进(?:情况|措施)|困难/,
  },
  {
    role: 'other_matters',
    names: ['其他需要报告的事项', '其他需要说明的事项', '需要报告的其他事项', '其他需要报告的情况'],
    loose: /其他.{0,4}(?:报告|说明).{0,3}(?:事项|情况)|^其他事项$/,
  },
];

const EXACT = new Map(ROLES.flatMap(({ role, names }) => names.map((name) => [foldText(name), role] as const)));

/** Longer than any heading met; a longer numbered line is a sentence. */
const HEADING_LENGTH = 42;
const SENTENCE = /[。；！？]|[,，].*[,，]/;

export interface Heading {
  readonly number: string | null;
  readonly text: string;
  readonly role: SectionRole;
  /** Text that stood behind the heading in its line. */
  readonly rest: string;
}

/** Every official heading holds one of these, in either script. */
const TELLING = /[况況项項述概足题題]|措施/;

/** A remark of whoever checks reports, behind the heading: 三、…情况（数据准确、要素齐全）. */
const REMARK = /\s*[（(〔【[][^（）()〔〕【】[\]]{0,60}[）)〕】\]]\s*$/u;

const REMARK_LENGTH = 64;

function exactRole(text: string): NamedRole | null {
  if (!TELLING.test(text)) return null;
  return EXACT.get(foldText(text)) ?? EXACT.get(foldText(text.replace(REMARK, ''))) ?? null;
}

function looseRole(text: string): NamedRole | null {
  const folded = foldText(text.replace(REMARK, ''));
  return EXACT.get(folded) ?? ROLES.find(({ loose }) => loose.test(folded))?.role ?? null;
}

/** A heading with its text in the same line: `一、总体情况。2020年，…`. */
function splitHeading(text: string): { heading: string; rest: string } | null {
  const match = /^([^。：:\s]{2,40})[。：:\s]\s*(\S.*)$/su.exec(text);
  return match?.[1] && match[2] && exactRole(match[1]) ? { heading: match[1], rest: match[2] } : null;
}

const isTableRow = (line: string): boolean =>
  readLabel(line).hits.some((hit) => hit.role === 'requests' && (hit.kind === 'row' || hit.kind === 'group'));

function numberedHeading(enumerator: Enumerator, after: string): Heading | null {
  const number = enumerator.printed;
  const split = splitHeading(after);
  if (enumerator.level === 1) {
    if (split) return { number, text: split.heading, role: exactRole(split.heading) ?? 'extra', rest: split.rest };
    if (after.length > HEADING_LENGTH + REMARK_LENGTH) return null;
    const bare = after.replace(REMARK, '');
    if (bare.length < 2 || bare.length > HEADING_LENGTH || SENTENCE.test(bare)) return null;
    return { number, text: after, role: looseRole(after) ?? 'extra', rest: '' };
  }
  // A chapter numbered as a part, （六）其他需要报告的事项: only names that no part of the overview bears.
  const role = exactRole(split?.heading ?? after);
  if (role !== 'other_matters' && role !== 'problems') return null;
  return { number, text: split?.heading ?? after, role, rest: split?.rest ?? '' };
}

/** How a long line must begin to hold a heading and its text; most prose is told apart by its first character. */
const MAY_BE_NUMBERED = /^[\s#*>|│｜丨lI!·•.。,，、`'"_~-]*[（(〔㈠-㈩一二三四五六七八九十]/;
/** A stroke or a letter like one, left over from the border of a table or by recognition: `|五、`, `l六、`. */
const STRAY = /^[|│｜丨lI!·•.。,，、`'"_~-]{1,3}\s*(?=[一二三四五六七八九十]{1,2}\s*[、.．,，:：])/u;

/** A line that begins otherwise must be short to be a heading, and hold what all names do, or what tidying makes it of. */
const MAY_BE_NAMED = /^.{2,60}$/u;
const MAY_TELL =
  /[况況项項述概足题題〇○零\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u2e80-\u2fdf\uf900-\ufaff]/;

/** Headings are the same in report after report; the cache is dropped when hostile input fills it. */
const HEADINGS = new Map<string, Heading>();

/** Reads a line as a top-level heading, or null. Numbered rows of table 3 (一、本年新收…) are none. */
export function readHeading(line: string): Heading | null {
  if (!MAY_BE_NUMBERED.test(line) && !(MAY_TELL.test(line) && MAY_BE_NAMED.test(line))) return null;
  const known = HEADINGS.get(line);
  if (known) return known;
  const heading = readFresh(line);
  if (!heading || line.length > HEADING_LENGTH) return heading;
  if (HEADINGS.size >= 5_000) HEADINGS.clear();
  // Read from a copy, for the heading's parts must not keep the page either.
  const own = detach(line);
  HEADINGS.set(own, readFresh(own) ?? heading);
  return heading;
}

function readFresh(line: string): Heading | null {
  const text = tidyText(line)
    .replace(/^[#*>\s]+|[*\s]+$/g, '')
    .replace(STRAY, '');
  const numbered = splitEnumerator(text);
  if (numbered) {
    if (numbered.enumerator.level === 3 || isTableRow(text)) return null;
    return numberedHeading(numbered.enumerator, numbered.rest.trim().replace(/[:：]$/, ''));
  }
  const role = text.length <= HEADING_LENGTH ? exactRole(text.replace(/[:：]$/, '')) : null;
  return role ? { number: null, text: text.replace(/[:：]$/, ''), role, rest: '' } : null;
}
