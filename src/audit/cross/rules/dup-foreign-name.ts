import { nameParts } from '../../../model/bodies/name-parts.ts';
import type { Section } from '../../../model/report.ts';
import { quote } from '../../../model/text/quote.ts';
import { type Finding, flagged, PASSED } from '../../rule.ts';
import type { Body, Companions, StoredReport } from '../companions.ts';
import { firstOf } from '../compared.ts';
import type { CrossRule } from '../cross-rule.ts';

/** Where a report speaks of the body that wrote it; group 1 holds its name and perhaps a little more. */
const NAME = '(\\p{Script=Han}{3,30}?)';
const IN_PREAMBLE: readonly RegExp[] = [
  new RegExp(`(?:^|[，。；：\\n])(?:现将)?${NAME}(?:\\d{4}年?度?)政府信息公开(?:工作)?(?:情况)?年度?报告`, 'gu'),
  new RegExp(`${NAME}(?:编制|编写|撰写|制作|发布)(?:了|的)?(?:本|这份|本年度)`, 'gu'),
];
const CONTACT: readonly RegExp[] = [
  new RegExp(`(?:请|可|欢迎)(?:直接)?(?:与|向|和)${NAME}(?:联系|咨询|反映|查询|索取)`, 'gu'),
  new RegExp(`(?:由|系)${NAME}(?:编制|编写|负责解释)`, 'gu'),
  /(?:联系单位|联系部门|编制单位|受理机构)[:：]\s*(\p{Script=Han}{3,30})/gu,
];
const SUBJECT: readonly RegExp[] = [
  new RegExp(
    `(?:^|[。；\\n])\\s*(?:\\d{4}年度?[，,]?)?${NAME}(?:认真|严格|积极|高度重视|坚持|全面|按照|深入|切实|持续|不断|进一步|把)`,
    'gu',
  ),
];
/** A title in book marks names whom it will. */
const TITLE = /《[^《》]{0,100}》/gu;

interface Position {
  readonly words: string;
  readonly sentence: string;
  readonly central: boolean;
}

function positions({ role, text }: Section): readonly Position[] {
  const plain = text.replace(TITLE, (title) => '，'.repeat(title.length));
  const find = (patterns: readonly RegExp[], central: boolean) =>
    patterns.flatMap((pattern) =>
      [...plain.matchAll(pattern)].map(({ 0: sentence, 1: words = '' }) => ({ words, sentence, central })),
    );
  const central = role === 'preamble' ? [...IN_PREAMBLE, ...CONTACT] : CONTACT;
  return [...find(central, true), ...find(SUBJECT, false)];
}

/** The longest name in the words that a body bears, from their start on; a word or two may stand before it. */
function namedIn(words: string, bearers: Companions['bearers']): { name: string; bodies: readonly Body[] } | null {
  for (let start = 0; start <= Math.min(4, words.length - 2); start += 1) {
    for (let end = words.length; end - start >= 3; end -= 1) {
      const name = words.slice(start, end);
      const bodies = bearers(name);
      if (bodies.length > 0) return { name, bodies };
    }
  }
  return null;
}

const place = (code: string): string => code.replace(/(?:00)+$/, '');

/** Whether one region lies in the other. An unknown region may lie anywhere. */
function liesTogether(a: Body, b: Body): boolean {
  if (a.regionCode === null || b.regionCode === null) return true;
  const [left, right] = [place(a.regionCode), place(b.regionCode)];
  return left !== right && (left.startsWith(right) || right.startsWith(left));
}

/** The body itself, one above or below it, or one whose name is part of its own. */
function isOwn(name: string, bearer: Body, own: Body, { parent, children }: Companions): boolean {
  const { regions, rest } = nameParts(own.name);
  if (own.name.includes(name) || name.endsWith(own.name) || regions.includes(name)) return true;
  // 兰亭街道政务公开办公室; but a 财政局 of another place is another.
  if (nameParts(name).regions.length === 0 && name.includes(rest)) return true;
  if (parent && (bearer.name === parent.name || bearer.name.startsWith(parent.name))) return true;
  if (children.some(({ body }) => body.name === bearer.name)) return true;
  if (bearer.kind === 'government' && own.kind !== 'government' && bearer.regionCode === own.regionCode) return true;
  return liesTogether(bearer, own) || bearer.kind !== own.kind;
}

function gather(findings: readonly Finding[]): readonly Finding[] {
  const byName = new Map<Finding['observed'], Finding>();
  for (const finding of findings) {
    const known = byName.get(finding.observed);
    if (!known || (known.severity !== 'error' && finding.severity === 'error')) byName.set(finding.observed, finding);
  }
  return [...byName.values()];
}

const positionsOf = ({ sections }: StoredReport): readonly Position[] => sections.flatMap(positions);

export const dupForeignName: CrossRule<Position> = {
  code: 'DUP-FOREIGN-NAME',
  title: { zh: '应写本机关处写了其他机关', en: 'Another body’s name stands where its own should' },
  severity: 'error',
  scope: 'section',
  table: null,
  needs: [],
  compares: ['bearers', 'parent', 'children'],
  explanation: {
    zh: '引言、联系方式中应写本机关名称处，不应是同类的其他机关或其他地方（错误）；其他各处句首自称亦同（警告）。',
    en: 'Where preamble and contact name the body itself, no other body of its kind or other place is named: an error there, a warning where another sentence opens with it.',
  },
  basis: { zh: '照抄他处年报所致', en: 'What copying another’s report leaves' },
  notWhen: {
    zh: '上级、下级机关；书名号内的名称；名称未见于其他机关；任何一方所在地不明。',
    en: 'Bodies above and below; names in titles; names that no other body of the corpus bears; the place of either is not known.',
  },
  subjects: (report, { bearers }) => positionsOf(report).filter(({ words }) => namedIn(words, bearers) !== null),
  check({ words, sentence, central }, { body }, companions) {
    const named = namedIn(words, companions.bearers);
    if (!named || named.bodies.some((bearer) => isOwn(named.name, bearer, body, companions))) return PASSED;
    const bearers = firstOf(
      named.bodies.map(({ name }) => name),
      3,
    );
    return flagged({
      cells: [],
      severity: central ? 'error' : 'warning',
      message: {
        zh: `“${quote(sentence.replace(/^[，。；：\s]+/u, ''), 60)}”写的是“${named.name}”（${bearers.zh}），本机关为${body.name}`,
        en: `“${quote(sentence.replace(/^[，。；：\s]+/u, ''), 60)}” names “${named.name}” (${bearers.en}); the body is ${body.name}`,
      },
      observed: named.name,
      expected: body.name,
    });
  },
  gather,
};
