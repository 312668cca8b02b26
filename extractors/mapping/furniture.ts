/** Lines that portals print around a report: navigation, tools, information about the page, the foot of the site. */
const NAVIGATION =
  /^(?:当前位置|您(?:现在)?(?:的|所在的?)?位置|首页|网站首页|打印(?:本页|文章)?|关闭(?:窗口|本页)?|字(?:体|号)|访问(?:次数|量)|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|次数|率|量)?|分享|扫一扫|收藏|返回|责任编辑|编辑|【?(?:大|中|小)】?(?:\s|$)|【(?:打印|关闭|字体))/;
const ABOUT =
  /^(?:信息)?(?:来源|发布(?:时间|日期|机构|单位|人)?|发文(?:时间|日期|机关)?|公开(?:时间|日期|方式|形式|类别)|上载日期|生成日期|成文日期|索引号?|文号|文件编号|名称|标题|主题词|主题分类|组配分类|有效性|效力状态|责任单位|公开责任部门|信息索引|时间|日期|作者|关键词)\s*[:：]/;
const FOOT =
  /^(?:打印|关闭|上一(?:篇|条)|下一(?:篇|条)|分享|扫一扫|相关(?:文章|链接|阅读|信息|文档)|主办(?:单位)?|承办(?:单位)?|版权所有|Copyright|返回(?:顶部|首页|上一页)|网站(?:地图|标识码|声明|支持)|联系我们|友情链接|技术支持|关于我们|【(?:打印|关闭)|\[?(?:打印|关闭)(?:本页|窗口)?\]?)/i;

/** A line about the page that is no part of the report. */
export const isFurniture = (line: string): boolean => NAVIGATION.test(line) || ABOUT.test(line);

/** The site's registrations, behind a name or a year. */
const REGISTERED = /^(?:.{0,12}ICP|.{0,4}公网安)备/i;

/** A line that can only stand behind the report. */
export const isFoot = (line: string): boolean => FOOT.test(line) || (line.includes('备') && REGISTERED.test(line));

/** A menu: short words without a sentence. */
export const isMenu = (line: string): boolean => line.length < 15 && !/[。；：，]/.test(line);
