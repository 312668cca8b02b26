import { tidyText } from './fold.ts';
import { toSimplified } from './traditional.ts';

/**
 * The public body that a preamble says to be the report's: 特编制X2021年政府信息公开工作年度报告, 本报告由X编制, X（以下简称…）,
 * 《X2021年…年度报告》. A body that is merely spoken of (按照国务院办公厅的要求, 在市政府领导下) is none.
 */

/** Laws and notices that a sentence names; what it calls a report stays. */
const TITLES_OF_OTHERS = /《(?![^》]*(?:报告|年报))[^》]{0,80}》/gu;

/** What stands between the parts of a sentence; a name holds none of it. */
const PARTS = /[，。；：、！？“”"‘’《》〈〉「」（）()[\]〔〕【】,;:!?\n]+/u;

const YEAR = '(?:20\\d\\d|二[〇○零][〇○零一二三四五六七八九]{2})(?:年度|年)?';

/** Words before the name. Whatever stands before the last of them says nothing of it. */
const LEAD =
  /^.*?(?:现将|兹将|[现特]?(?:此|向社会)?(?:编[制写]|撰写|制作|发布|公布)了?(?:这份)?|结合|由|系|以下[为是]|(?:报告|年报)[为是])(?=.{2})/u;

/** Words behind the name that make it the one that reports. */
const REPORTS =
  '政府信息公开|信息公开|政务公开|[现特]?(?:此|就|对|将|向社会|予以)*(?:编[制写]|撰写|制作|发布|公布|公开)|关于';
/** Words behind the name that make it the subject of a sentence on its work. */
const WORKS =
  '根据|按照|依据|依照|遵照|认真|严格|高度|坚持|坚决|积极|深入|全面|持续|扎实|切实|始终|紧紧|充分|进一步|不断|在|以|对|就|把|紧扣|围绕|深化|强化|加强|全力|着力|大力|贯彻|落实|共|主动|结合';

const BEGINS_WITH_YEAR = new RegExp(`^${YEAR}`, 'u');

/** No name begins so: words that point at a body, or lead to one that is only spoken of. */
const NO_NAME =
  /^(?:[我本该各全此其]|根据|按照?|依[据照法]|遵照|为|在|经|受|对|向|与|和|及|请|由|将|现|特|以|从|自|至|关于|有关|相关|上级|同级|所属|通过|围绕|贯彻|落实|国务院|省(?:委|政府|人民政府)|市(?:委|政府|人民政府)|[县区](?:委|政府|人民政府)|公民|社会|党中央|人民政府|统计|数据)/u;
/** The end of a full name; 部门 and 单位 are words for many. */
const END =
  /(?:政府|办公[室厅]|委员会|管委会|街道|办事处|[镇乡局委办厅院所站处署社馆行]|(?<!干)部|中心|[分支总大]队|公司|集团|学校|大学|学院|中学|小学|医院|协会|联合会|工会|法院|检察院|苏木|公署|海关|开发区)$/u;
const WITHIN =
  /(?:根据|按照|依据|依照|遵照|要求|规定|公开|报告|年报|情况|领导下|以及|通知|有关|现将|收到|处理|主动|申请|复议|诉讼|问题|[主承协]办|网站|政府网|门户|版权|技术支持|运行维护)/u;
/** 政府 alone is part of 政府信息; a government is that of a place. */
const NO_PLACE = /(?<!人民|[省市县区镇乡州盟旗])政府$/u;

/** Whether a text can be a body's full name and no part of a sentence. */
export function isBodyName(text: string): boolean {
  const plain = toSimplified(text);
  return (
    plain.length >= 3 &&
    plain.length <= 40 &&
    END.test(plain) &&
    !NO_NAME.test(plain) &&
    !WITHIN.test(plain) &&
    !NO_PLACE.test(plain)
  );
}

/** How sure the words around a name make it the one whose report it is. */
interface NamedBody {
  readonly name: string;
  /** It publishes or names the report; else it is the subject of a sentence about work. */
  readonly reports: boolean;
}

const SAYS_REPORT = /报告|年报|信息公开|政务公开/u;

/** Where a name may end. */
const TAIL = new RegExp(`^(?:$|${YEAR}|${REPORTS}|${WORKS}|的)`, 'u');
const HAN = /^\p{Script=Han}+/u;
const LONGEST_NAME = 40;

/** The name at the beginning of a part, with what stands behind it: the shortest that is a full name. */
function nameAt(part: string): { name: string; behind: string } | null {
  const from = part.replace(BEGINS_WITH_YEAR, '');
  const letters = HAN.exec(from.slice(0, LONGEST_NAME))?.[0].length ?? 0;
  for (let end = 3; end <= letters; end += 1) {
    const behind = from.slice(end);
    if (TAIL.test(behind) && isBodyName(from.slice(0, end))) return { name: from.slice(0, end), behind };
  }
  return null;
}

/** What a sentence must hold for its subject to be taken for the body that reports. */
const PRESENTS =
  /(?:现将|现予|特?编[制写]|撰写|公布|发布|公开).*(?:报告|年报)|(?:报告|年报).*(?:编[制写]|撰写|公布|发布|制作)|报告如下|公布如下|年度报告|工作年报/u;

const REPORTING = new RegExp(`^(?:${YEAR})?(?:的|度)*(?:${REPORTS})|^${YEAR}`, 'u');

/** The bodies that the sentences of a preamble name as the ones that report, surest first. */
export function bodiesInProse(text: string): readonly NamedBody[] {
  const found: NamedBody[] = [];
  for (const sentence of text.slice(0, LONGEST).split(/[。！？\n]/u)) {
    if (!SAYS_REPORT.test(sentence)) continue;
    const compact = tidyText(sentence).replace(/\s/g, '').replace(TITLES_OF_OTHERS, '');
    const presents = PRESENTS.test(compact);
    const parts = compact.split(PARTS);
    const marks = [...compact.matchAll(new RegExp(PARTS.source, 'gu'))].map(([mark]) => mark);
    parts.forEach((part, at) => {
      const next = `${marks[at] ?? ''}${parts[at + 1] ?? ''}`;
      const alias = /^[（(](?:以下)?(?:简称|称)|^[（(]下称/u.test(next);
      for (const candidate of candidatesIn(part)) {
        const named = nameAt(candidate);
        if (!named) continue;
        const { behind } = named;
        const reports = alias && behind === '' ? true : REPORTING.test(behind);
        if (reports || (presents && (behind !== '' || at === 0))) found.push({ name: named.name, reports });
        break;
      }
    });
  }
  return found.sort((a, b) => Number(b.reports) - Number(a.reports));
}

/** Longer preambles say at the beginning who they are. */
const LONGEST = 3_000;

/** The part itself, and what stands behind each of the words that lead to a name, the last first. */
function candidatesIn(part: string): string[] {
  const candidates: string[] = [];
  let rest = part.slice(0, 120);
  for (let match = LEAD.exec(rest); match; match = LEAD.exec(rest)) {
    rest = rest.slice(match[0].length);
    candidates.unshift(rest);
  }
  return [...candidates, part.slice(0, 120)];
}
