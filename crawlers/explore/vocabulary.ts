import type { LinkWords } from '../../src/model/crawl/entry.ts';

/** The words by which pages of portals name what leads to annual reports; as data, so that one word more is one line more. */

/** What words promise a part of the annual reports, so that the page they lead to is about them. */
export const WORDS_OF_REPORTS: ReadonlySet<LinkWords | null> = new Set([
  'report',
  'annual',
  'year',
  'archive',
  'group',
  'body',
]);

/** Words that only speak of reports, or name reports of another kind. */
export const STOP =
  /解读|制度|公布情况|通知|报表|法治|公示|汇总表|考核|评估|问答|图解|填报|格式|指南|目录|模板|样式|办法|说明|决算|预算|统计|财务|审计|质量|工作要点|计划|规划|动态|要闻|新闻|资讯|会议|培训|日历|年鉴|白皮书|社会责任/;

/** Whatever else the words say, they speak of annual reports: 年报公开情况, 查看年报. */
export const NAMES_ANNUAL = /年报|年度报告/;

/** What of `STOP` may also name a table that leads to all reports. */
export const TABLE = /公[布开]情况|汇总表|一览|统计表|情况表|目录|公示/;

/** What a group of bodies is called, piece by piece: 县直机构, 乡镇（街道）, 市政府工作部门, 各县（市、区）. */
export const GROUP_PIECES: readonly string[] = [
  ...[
    '人民政府',
    '政府',
    '工作',
    '组成',
    '直属',
    '派出',
    '派驻',
    '垂直管理',
    '垂管',
    '双管',
    '双重管理',
    '驻',
    '特设',
    '议事协调',
  ],
  ...[
    '机构',
    '机关',
    '部门',
    '单位',
    '委办局',
    '委局办',
    '局办',
    '部委办局',
    '事业单位',
    '国有企业',
    '公共企事业',
    '企事业单位',
  ],
  ...[
    '乡镇街道',
    '乡镇',
    '镇乡',
    '镇街',
    '街镇',
    '街道办事处',
    '街道',
    '办事处',
    '乡',
    '镇',
    '基层',
    '园区',
    '开发区',
    '功能区',
    '管委会',
  ],
  ...[
    '县市区',
    '市县区',
    '市县',
    '县区',
    '区县',
    '市区',
    '区市县',
    '旗县区',
    '旗县市区',
    '旗县',
    '盟市',
    '市州',
    '州市',
    '地市',
    '县级',
    '市级',
    '省级',
    '区级',
    '州级',
    '乡级',
    '镇级',
    '科级',
  ],
  ...[
    '县直',
    '市直',
    '省直',
    '区直',
    '州直',
    '盟直',
    '县',
    '市',
    '省',
    '区',
    '州',
    '旗',
    '本级',
    '下级',
    '下属',
    '所属',
    '所辖',
    '辖区',
    '直管',
  ],
  ...[
    '各',
    '及',
    '和',
    '与',
    '其他',
    '其它',
    '全部',
    '有关',
    '相关',
    '主要',
    '信息公开',
    '政务公开',
    '公开',
    '年度报告',
    '年报',
    '报告',
    '专栏',
    '列表',
    '名录',
    '分类',
    '导航',
    '按',
    '查看',
    '一览',
  ],
];

/** Pages that list the sites of bodies, each of which has reports of its own. */
export const SITES =
  /^(?:[\u4e00-\u9fff]{0,6}?)(?:部门|单位|机构|机关|区县|县区|县市|市县|市区|市州|乡镇|镇街|街道|下属|下级|所属|直属|各地|本市|本县|地方|政府)[\u4e00-\u9fff]{0,4}?(?:网站|子站|分站|站点|门户|频道|导航|链接|主页|之窗|直通车|矩阵)(?:群|集群|矩阵|导航|链接|列表|大全|一览)?$|^(?:政府|政务)?(?:网站|站点?)(?:集?群|矩阵)$|^(?:网站|站点|子站|部门)(?:导航|链接|列表|大全)$/;

/** What stands between the words for earlier years and those for reports. */
const OF_DISCLOSURE = '的?(?:政府|政务)?(?:信息公开|公开)?(?:工作)?的?';
const REPORTS = '年报|年度报告';
const KEPT = '归档|存档|汇总|汇编|专栏';
const YEAR = '(?:19|20)\\d\\d年?';

/** What holds the reports of earlier years. A year with 前 alone may begin the name of a body: 2023年前海管理局. */
export const ARCHIVE = new RegExp(
  [
    `^(?:历年|历届|历次|往年|历史|以往|过往|往届|往期|既往|旧版|已?归档|存档|早期|早年|更早)(?:年[度份]?)?${OF_DISCLOSURE}(?:${REPORTS}|报告|数据|归档|存档|资料|信息|栏目|专栏|回顾|汇总|汇编|档案)?(?:${KEPT})?$`,
    `^(?:前期|以前|此前|先前|早前|过去|旧|其[他它]|更多)(?:年度?)?${OF_DISCLOSURE}(?:${REPORTS})(?:${KEPT})?$`,
    `^${YEAR}(?:至|到|[-—–~～])${YEAR}度?(?:政府信息公开)?(?:工作)?(?:${REPORTS})?$`,
    `^${YEAR}度?(?:以前|之前|及以前|及之前|及更早)`,
    `^${YEAR}度?前${OF_DISCLOSURE}(?:${REPORTS})?$`,
  ].join('|'),
);

/** The pages of a site that are about disclosure: the way to the reports where nothing better leads there. */
export const WAY =
  /^(?:[\u4e00-\u9fff]{0,12}?)(?:政府|政务|机关)?(?:信息|政务)?公开(?:工作)?(?:专栏|专题|平台|网|栏|栏目|频道|大厅|专区|首页|园地|信息|年报和指南)?$/;

/** Neighbours of the reports on the pages about disclosure; followed only where nothing else is left. */
export const BESIDE =
  /公开(?:指南|制度|目录|规定|规章|内容|事项)|法定主动公开|主动公开|依申请公开|网站地图|站点地图|^政务$|^公开$/;

/** The pager and the site's frame: never a way to anything. */
export const TURNING =
  /^(?:[上下前后首尾末][一]?[页頁篇条]|第\d+[页頁]|首页|末页|尾页|最后一页|返回.{0,6}|网站首页|[^\u4e00-\u9fff]*)$/;

/** Links that open what the words beside them name. */
export const MORE =
  /^(?:更多|more|查看更多|查看|详情|查阅|点击查看|点击查阅|浏览|打开|进入|查看详情|全文|阅读|下载|点击下载|链接|在线查看|报告|年报|pdf|word|doc|html?|网页版?|文字版|图片版|√|●|○|有|已公开|已发布|点击|点此|此处|这里|预览|原文|正文|详细|阅览|内容|附件|前往|访问|年度报告|公开年报|✓|✔|[>»›+\s[\]【】()（）….]*)*$/i;
