import type { Sense } from './senses.ts';

type Word = readonly [Sense | null, RegExp];

const W = String.raw;
const word = (sense: Sense | null, ...patterns: string[]): Word => [sense, new RegExp(patterns.join('|'), 'gu')];

const NEXT_YEAR = '(?:下一?年度?|次年度?|明年|下一?个?年度|来年)';
const LAST_YEAR = '(?:上一?年度?|去年|上一?个?年度|往年|以前年度)';

/**
 * The words of the narrative and what they stand for: rows, applicants, procedures, results, acts. One table, read from the
 * top: what is longer or more special stands before what it contains. A word that is recognised is taken out of the text, so
 * 不予公开 is never read as 公开 nor 依申请公开 as 申请.
 */
const WORDS: readonly Word[] = [
  word('respectively', '分别', '各为', '各有', '依次'),
  word(null, W`等(?:多种|各种|各类|多个|多)?(?:方式|渠道|形式|途径|平台)`),
  word(null, '复议机关', '(?:人民)?法院(?:判决|裁定)?'),
  // Disputes before requests: 复议申请 and 申请行政复议 are no requests.
  word('direct_suit', W`未经(?:行政)?复议(?:而)?(?:直接)?(?:向法院)?(?:提起)?(?:行政)?(?:起诉|诉讼)`, W`直接(?:向法院)?(?:起诉|提起(?:行政)?诉讼)`),
  word('suit_after_review', W`(?:不服|经|先)?(?:行政)?复议(?:决定)?[后再]再?(?:又|向法院)?(?:提起|提出)?(?:行政)?(?:起诉|诉讼)`),
  word('lost', '败诉'),
  word('corrected', W`(?:结果)?(?:被)?(?:依法)?(?:予以)?(?:纠正|纠错)(?:结果)?`, W`撤销(?:原答复|原告知)?(?:并)?(?:责令)?(?:重新答复|重作)?`, '责令(?:重新答复|限期重新作出)', '确认违法'),
  word('upheld', W`(?:结果)?(?:予以|获|获得|得到|被|均)?维持(?:原(?:答复|行政行为|告知|决定))?(?:结果)?`),
  word('other_result', W`其[他它]结果`),
  word('pending', W`(?:尚未|尚|还未|未|暂未)(?:审结|结案|判决|作出决定|裁决)`, W`正在审理(?:中|之中)?`, '在审', W`审理(?:过程)?中`),
  word('closed', '审结', '结案'),
  word('untold', '驳回', '撤回', '撤诉', '终止', '调解', '和解', '一审', '二审', '再审', '胜诉'),
  word('review', W`(?:被)?(?:申请|提起|提出|提请)?(?:的)?行政复议(?:申请|案件|案|件)?`, W`(?:被)?(?:申请|提起|提出)?复议(?:申请|案件|案)?`),
  word('suit', W`(?:被)?(?:提起|提出)?(?:的)?行政(?:应诉|诉讼|起诉)(?:案件|案)?`, W`(?:被)?(?:提起|提出)?(?:应诉|诉讼|起诉)(?:案件|案)?`),
  word('cases', '被申请(?!人)', '被诉', '被起诉'),
  // Reasons and results.
  word('refused_state_secret', W`(?:涉及|属于|涉)?国家秘密`),
  word('refused_law', W`(?:其[他它])?法律[、,]?行政法规禁止公开`),
  word('refused_security', W`(?:危及)?["“”]?三安全一稳定["“”]?`),
  word('refused_third_party', W`(?:涉及|保护|损害|侵害)?第三方(?:的)?(?:合法)?权益`),
  word('refused_internal', W`(?:属于)?(?:三类)?内部(?:事务|管理)(?:性)?(?:信息)?`),
  word('refused_process', W`(?:属于)?(?:四类)?过程性(?:政府)?信息`),
  word('refused_enforcement', W`(?:属于)?(?:行政)?执法案卷(?:信息)?`),
  word('refused_query', W`(?:属于)?行政查询(?:类)?(?:事项)?`),
  word('unable_not_held', W`(?:本机关|本行政机关|本单位|我[局办委区市县镇])?不掌握(?:相关|该|所申请)?(?:的)?(?:政府)?(?:信息)?`),
  word('unable_creation', W`(?:没有现成信息)?[、,]?需要?另行制作`, '没有现成信息'),
  word('unable_unclear', W`(?:经)?补正后(?:申请)?(?:内容)?(?:仍)?不(?:明确|清楚)`, W`申请内容(?:仍)?不明确`),
  word('declined_petition', W`(?:属于)?信访[、,]?举报[、,]?投诉(?:类)?(?:的)?(?:申请|事项)?`),
  word('declined_repeat', W`(?:属于)?重复(?:提出)?(?:的)?申请`),
  word('declined_publication', W`(?:要求)?提供公开出版物`),
  word('declined_excessive', W`(?:无正当理由)?大量[、,]?反复申请`),
  word('declined_reissue', W`(?:要求)?(?:行政机关)?确认或(?:者)?重新出具(?:已获取)?(?:的)?(?:政府)?(?:信息)?`),
  word('other_no_correction', W`(?:申请人)?(?:无正当理由)?逾期(?:不|未)(?:作出)?补正`),
  word('other_no_payment', W`(?:申请人)?逾期(?:未|不)(?:按(?:收费)?通知要求)?(?:缴纳费用|缴费|缴纳)`),
  word('untold', '商业秘密', '个人隐私', W`(?:信息)?不存在`, W`不属于(?:本机关|本行政机关|我局)?(?:公开|职责)?`, '非政府信息', '补正', '征求第三方', '便民答复', '不再处理', '延期', '未予', '超期', '超时'),
  word('on_time', W`(?:按时|按期|及时|依法)(?:办结|答复|回复)率`),
  word(null, W`(?:因)?(?:尚)?未到(?:法定)?(?:答复|办理|办结)(?:期限|时限|期)`, W`(?:仍|尚|均)?在(?:法定)?(?:答复|办理)(?:期限|时限|期)(?:内)?`),
  word('carried_in', W`${LAST_YEAR}(?:度)?(?:的)?(?:依申请公开|申请)?(?:结转|遗留|转入|转结|结存|流转|未办结|顺延)(?:至?(?:本年度?|今年))?(?:办理|继续办理)?`, W`(?:结转|承接|接续)(?:自)?${LAST_YEAR}`),
  word('carried_out', '跨年度?办理', W`(?:结转|顺延|转入|转结|延续|流转|延)(?:至|到|入)?${NEXT_YEAR}(?:度)?(?:继续)?(?:办理|答复|处理)?`, W`(?:尚未|还未|未|暂未|待)(?:办结|答复|办理完毕|办理)`, W`(?:正在|尚在|仍在)(?:办理|处理|办)(?:中|之中|过程中)?`, W`在办`),
  word('carried', '结转(?:办理)?'),
  word('partial', W`(?:予以|同意|属于|决定)?部分(?:予以)?公开`),
  word('refused', W`(?:决定)?不(?:予以|予|同意|宜|能)公开`),
  word('unable', W`(?:无法|不能)(?:予以)?提供`),
  word('declined', W`不(?:予以|予|作|做)处理`),
  word('otherwise', W`(?:作|做|按)?其[他它]处理(?:的)?(?:情形)?`),
  word('granted', W`(?:已)?予以(?:全部)?公开`, W`(?:同意|准予|决定|全部)(?:予以)?公开`),
  // Documents.
  word('untold', '规章制度', '党内规范性文件', '解读', '备案', '审查', '审核', '清理', '评估', '刊登', '公报', '部门规范性', '起草', '修订', '修改', '修正', '转发', '点击', '浏览', '归档', '意见征集', '征求意见'),
  word('normative', W`(?:行政)?规范性文件`),
  word('regulations', W`(?:政府)?规章`),
  word('repealed', '废止', W`(?:宣布)?失效`, '停止执行'),
  word('in_force', W`(?:现行|继续|目前|仍然)?有效`),
  word('issued', '制发', '印发', '出台', '制定', '发布', '制作', '公布', '下发', '发文', '发放'),
  // Fees.
  word('fee', W`(?:政府)?(?:信息公开)?(?:信息处理费|信息公开处理费)`),
  // Requests and applicants. 公民、法人和其他组织 is everybody.
  word(null, W`(?:公民|自然人)[、,]?法人(?:或者?|和|及|以及|、|与)其[他它]组织(?:的)?`),
  word('request', W`(?:政府)?信息(?:依申请)?公开(?:的)?(?:书面)?申请(?:事项|数量|总量|件|数|量)?`, W`依申请公开(?:政府)?(?:信息|件)?(?:的)?(?:申请|事项)?(?:数量|总量|件|数|量)?`, W`申请公开(?:政府)?信息`, W`(?:政府|公开)(?:信息)?申请(?:事项|数量|总量|件|数|量)?`),
  word('organisations', W`法人(?:或者?|和|及|以及|、|与)?其[他它]组织`, W`法人(?:组织|单位)?`, '组织机构'),
  word('natural', '自然人', W`公民(?:个人)?`, '个人'),
  word('business', W`商业(?:企业|机构)`, '企业'),
  word('research', '科研(?:机构|单位)'),
  word('welfare', '社会公益(?:组织|机构)?'),
  word('legal', '法律服务(?:机构|组织)?'),
  word('proactive', '主动公开'),
  word('disclosure', W`(?:政府)?信息公开(?:类|工作)?`, '政务公开'),
  word(null, W`答复(?:意见|书|内容)`, W`申请人`),
  word('application', W`申请(?:事项|数量|总量|件|数|量|类)?`),
  word('new', W`新(?:增)?(?:收到|接收|收|受理|接)`, '新增'),
  word('received', '收到', '接到', '接收', '受理', '接受', '收悉', '接获', '接办', '登记', '收件', '收'),
  word('handled', '办结', W`办理(?:完毕|完结|完成)`, W`(?:予以|作出|做出|给予)?(?:答复|回复)(?:率)?`, '处理完毕', '办毕', '完成'),
  word('worked', '办理', '处理', '承办'),
  word('growth', '同比', '环比', '增长', '增加', '上升', '下降', '减少', '回落', '降低', '提高', '翻', '多了', '少了', '较', '相比', '比上', '比去', '增幅', '降幅', '持平', '净增'),
  word('share', W`(?:约|各|均|只|仅)?占(?:总数|总量|比|全部|申请|总|比例|到|了|的|其)*`, '比例', '比重', '占比'),
  word('and_so_on', '等', '主要'),
]; // biome-ignore format: one line a word

/** Words that add nothing: taken out last. */
const FILLER =
  /(?:按照|根据|依据|依照|依)《[^》]{0,30}》(?:规定|要求)?|(?:截至|截止)?(?:20\d\d年)?(?:12月31日|年底|年末)|20\d\d年度?|本年度?|年内|年度|全年|今年|当年|一年来|期间|共计|总计|合计|总共|一共|累积|共有|共|计|其中|尚有|尚|仍有|社会公众|公众|群众|市民|社会|一并|其余|剩余|余下|一年来|而|另有|另外|另|包括|包含|含有|含|还有|还|以及|及其|及|和|与|并|或者?|的|为|是|系|有|了|数量?|量|总数|总量|达到|达|已经|已|均|都|全部|全|依法|依规|按时|按期|按规定|及时|在?法定(?:期限|时限|时间)内?|规定(?:期限|时限)内?|由|对|将|于|因|涉及|涉|属于?|产生|引发|引起|导致|发生|出现|被|向|提起|提出|提交|作出|做出|决定|决|给予|情况|情形|结果|类型?|案件|案|事项|原因|理由|方面|相关|有关|各类|各项|政府|信息|公开|工作|件|行政机关|来自|通过|之|也|则|即|办|以|所|就|人|"|“|”|《|》|\(|\)|\/|-/gu;

export interface Words {
  readonly senses: ReadonlySet<Sense>;
  /** What was not understood before the first known word, and after it. */
  readonly head: string;
  readonly inside: string;
}

/** Private-use mark in the place of a word that was understood. */
const KNOWN = '\uE000';

/** Every word of the table has one of these characters; most phrases of a report have none. */
const HINT =
  /[公申复诉维纠撤错审结案驳调决涉密规安稳权内程执查掌另现补信重出反确逾存属延未超率处办提予同准全制备清评登起修转点浏归意废失停效印发布下发费人业法研益收到接受答完毕增减升降落低高翻多少较比幅平占例等主分各依撤责败]/u;
const NO_SENSES: ReadonlySet<Sense> = new Set();

/** The phrases of these reports are the same over and over: 予以公开, 占, 法人或其他组织. */
const READ = new Map<string, Words>();
const MOST_KEPT = 4000;
const LONGEST_KEPT = 40;

/** Takes a phrase apart into the known words and the rest. Phrases are short, so the table is simply gone through. */
export function readWords(phrase: string): Words {
  if (!HINT.test(phrase)) return { senses: NO_SENSES, head: phrase, inside: '' };
  const known = READ.get(phrase);
  if (known) return known;
  const words = takeApart(phrase);
  if (READ.size >= MOST_KEPT) READ.clear();
  if (phrase.length <= LONGEST_KEPT) READ.set(phrase, words);
  return words;
}

function takeApart(phrase: string): Words {
  const senses = new Set<Sense>();
  let rest = phrase;
  for (const [sense, pattern] of WORDS) {
    rest = rest.replace(pattern, () => {
      if (sense) senses.add(sense);
      return KNOWN;
    });
  }
  const first = rest.indexOf(KNOWN);
  const bare = (text: string) =>
    text
      .replace(FILLER, '')
      .replace(/[、,:;。]/gu, '')
      .replaceAll(KNOWN, '');
  const cut = first < 0 ? rest.length : first;
  return { senses, head: rest.slice(0, cut), inside: bare(rest.slice(cut)) };
}

/** Whether a phrase says nothing but 共, 全年, 其中 and the like. */
export const saysNothing = (phrase: string): boolean => phrase.replace(FILLER, '').replace(/[、,:;。]/gu, '') === '';
