import type { DecoyColumn, Term } from '../half.ts';

/** What stands near annual reports, or is called almost like them, and is none. Each list of words names the columns itself. */

const kind =
  (type: string, titles: DecoyColumn['titles']) =>
  (column: Term): DecoyColumn => ({ column, type, titles });

/** News of the work of disclosure. */
export const workNews = kind('工作动态', (place, year) => [
  `${place}召开政务公开工作推进会`,
  `${place}举办${year + 1}年政府信息公开业务培训班`,
  `关于做好${year}年度政府信息公开工作年度报告编制发布工作的通知`,
  `${place}圆满完成${year}年政府信息公开年报发布工作`,
]);

export const readings = kind('政策解读', (place, year) => [
  `【图解】${place}${year}年政府信息公开工作年度报告`,
  `一图读懂${place}${year}年政府信息公开年度报告`,
  `《${place}${year}年政务公开工作要点》政策解读`,
  `《政府信息公开工作年度报告格式》文字解读`,
]);

export const rules = kind('信息公开制度', (place) => [
  `${place}政府信息公开工作年度报告制度`,
  `${place}政府信息公开保密审查制度`,
  `${place}政府信息主动公开基本目录`,
  `${place}政府信息公开工作考核办法`,
]);

/** The yearly form of government websites. */
export const websites = kind('网站年度报表', (place, year) => [
  `${place}${year}年政府网站工作年度报表`,
  `${place}${year - 1}年政府网站工作年度报表`,
  `政府网站监管年度报表（${year}年度）`,
]);

export const ruleOfLaw = kind('法治政府建设', (place, year) => [
  `${place}${year}年法治政府建设情况报告`,
  `${place}财政局${year}年度法治政府建设年度报告`,
  `${place}${year - 1}年法治政府建设年度报告`,
]);

export const statistics = kind('统计信息', (place, year) => [
  `${place}${year}年国民经济和社会发展统计公报`,
  `${place}统计年鉴（${year}）`,
  `${place}${year}年统计年报工作安排`,
]);

export const budgets = kind('财政预决算', (place, year) => [
  `${place}${year}年度部门决算公开`,
  `${place}${year}年财政预算执行情况报告`,
  `${place}${year}年度部门整体支出绩效自评报告`,
]);

export const mayors = kind('政府工作报告', (place, year) => [
  `${place}${year}年政府工作报告`,
  `${place}${year - 1}年政府工作报告`,
  `${place}人民政府${year}年工作总结`,
]);

export const checks = kind('考核通报', (place, year) => [
  `${place}${year}年度政府信息公开年度报告公布情况`,
  `关于${year}年第四季度政务公开工作情况的通报`,
  `${place}${year}年度政府信息公开工作考核结果公示`,
]);

export const proposals = kind('建议提案', (place, year) => [
  `${place}${year}年度人大代表建议办理情况年度报告`,
  `${place}${year}年政协提案办理工作总结`,
]);

export const enforcement = kind('行政执法公示', (place, year) => [
  `${place}${year}年度行政执法统计年报`,
  `${place}市场监督管理局${year}年行政执法总体情况年度报告`,
  `${place}公安局${year}年度行政执法数据公示`,
]);

export const enterprises = kind('国资国企', (place, year) => [
  `${place}城市建设投资有限公司${year}年度报告`,
  `${place}公共事业单位信息公开${year}年工作报告（供水）`,
]);
