import { variablesOf } from '../../src/model/forms/variables.ts';
import type { Cell, Draft, Row } from './draft.ts';
import { drawHtmlTable } from './draw-table.ts';
import { layOut } from './layout.ts';
import type { Page, Skeleton } from './page.ts';
import { metaTags } from './page.ts';
import type { Section } from './prose.ts';
import { retellRuns } from './run-values.ts';
import { joinRuns } from './splits.ts';
import { cellLines } from './text-tables.ts';
import type { TrueFigure, Truth } from './truth.ts';

/**
 * The report of 兰亭街道 for 2020, the worked example of forms.md 12: its structure, figures and faults with prose of our
 * own. Faults: no 年 after 2020 in the title, five parts promised and eight headings, 五 twice and once empty, wording of
 * an audit office, a bracket never closed, an amount without a unit, and three wrong cells in table 3.
 */

const NOT_ZERO: Readonly<Record<string, number>> = {
  'proactive.procurement.projects': 2,
  'proactive.procurement.amount': 11840,
  'requests.received.natural': 3,
  'requests.received.total': 3,
  'requests.granted.natural': 2,
  'requests.granted.total': 2,
  'requests.refused_third_party.total': 1,
  'requests.total.total': 1,
};

const OVERVIEW = [
  '2020年,街道把公开当作联系群众的一条常用渠道,对照条例和上级要求逐项落实,让办事流程看得见、经费去向说得清,并借此检验审计效果,使审计工作透明度有所提高。',
  '(一)组织保障',
  '街道主任牵头,党政办公室统筹,各线办各出一名联络员。全年开会四次,会上对照目录查漏补缺,会后由专人盯到办完。',
  '(二)制度建设',
  '修改了信息发布、保密审核和档案归集三项办法,写明谁来写、谁来看、谁签字,避免同一件事来回转。',
  '(三)政府信息管理',
  '对三年来的文件重新清点,失效的撤下,仍在用的补上文号和日期;人员调动时同步交接账号。',
  '(四)平台建设',
  '门户页面按使用习惯调整了栏目次序,公众号固定每周推送,村社公告栏照样张贴,照顾不上网的老人。',
  '(五)监督保障',
  '每季度自查一次,空白栏目限期补齐;发布前由两人先后核对,全年没有发生泄密。',
];

const ACCOUNTABILITY = [
  '为使公开工作有章可循,对下列情形,街道将责令改正;情节严重的,依照规定处理有关人员:',
  '(一)应当公开而没有公开的;',
  '(二)自行制定的办法与上级规定相抵触的;',
  '(三)指南和目录长期不更新的;',
  '(四)公开的内容不真实的;',
  '(五)公开了不应公开的内容的;',
  '(六)违反规定收费的;',
  '(七)转由他人有偿提供的;',
  '(八)对申请拖着不办的;',
  '(九)不配合监督检查的;',
  '(十)其他违反规定的行为。',
];

const SECTIONS: readonly Section[] = [
  { number: '一', heading: '总体情况', role: 'overview', paragraphs: OVERVIEW },
  { number: '二', heading: '主动公开政府信息情况', role: 'proactive', paragraphs: [] },
  { number: '三', heading: '收到和处理政府信息公开申请情况', role: 'requests', paragraphs: [] },
  { number: '四', heading: '政府信息公开行政复议、行政诉讼情况', role: 'disputes', paragraphs: [] },
  { number: '五', heading: '存在的主要问题及改进情况', role: 'problems', paragraphs: [] },
  { number: '五', heading: '信息公开责任追究', role: 'extra', paragraphs: ACCOUNTABILITY },
  {
    number: '六',
    heading: '存在问题和不足',
    role: 'problems',
    paragraphs: [
      '回头看,不足有三:做这件事的人都身兼数职,难免顾此失彼;有的线办以为发过通知就算公开;渠道偏旧,年轻人常去的地方去得少。下一步,一是把人固定下来,老带新;二是把更新时限列入岗位清单;三是试用短视频和直播,让政策听得懂。',
    ],
  },
  { number: '七', heading: '其他需要报告的事项', role: 'other_matters', paragraphs: ['街道提供信息未收取费用。'] },
];

/** How the cells of each row stand together in the text rendering. */
const RUNS: Readonly<Record<string, readonly number[]>> = {
  received: [1, 5, 1],
  granted: [1, 5, 1],
  refused_third_party: [6, 1],
  carried_out: [1, 6],
};
const ALL_SEVEN = [7];
const DISPUTES = [4, 1, 4, 1, 4, 1];

const groupsOf = (row: Row, values: readonly Cell[]): readonly number[] => {
  if (row.role === 'requests') return RUNS[row.key ?? ''] ?? ALL_SEVEN;
  return row.role === 'disputes' ? DISPUTES : values.map(() => 1);
};

function truth(): Truth {
  const figures = variablesOf('2019').map(({ key }): [string, TrueFigure] => {
    const value = NOT_ZERO[key] ?? 0;
    return [key, { value, printed: String(value), statuses: ['reported'] }];
  });
  return {
    title: '兰亭街道2020政府信息公开工作年度报告',
    agency: '兰亭街道',
    year: 2020,
    editions: { proactive: '2019', requests: '2019', disputes: '2019' },
    publishedOn: '2021-01-25',
    figures: Object.fromEntries(figures),
    preamble:
      '根据《中华人民共和国政府信息公开条例》和省、市、区关于编制年度报告的通知,兰亭街道编写了本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况等五部分组成。数据统计期限自2020年1月1日至12月31日止。有疑问的,可与街道党政办公室联系(地址:兰亭街道办事处,电话:0575-80000000。',
    sections: SECTIONS,
  };
}

/** The portal of the district, as it dresses an article. */
const PORTAL: Skeleton = {
  name: 'district portal',
  render: (
    page: Page,
    rng,
  ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${page.title}</title>
${metaTags(page, rng)}
</head>
<body>
<div id="head"><img src="/images/banner.jpg" alt="政府门户网站" /></div>
<table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td class="dqwz">当前位置:<a href="/">首页</a> &gt;&gt; <a href="/col/lt/">兰亭街道</a> &gt;&gt; <a href="/col/nb/">信息公开年报</a></td></tr>
<tr><td align="center" class="title">${page.title}</td></tr>
<tr><td align="center" class="xx">发布时间:2021-01-25 10:39 &nbsp; 信息来源:兰亭街道 &nbsp; 访问次数: <script type="text/javascript" src="/visit.js"></script> &nbsp; 字体大小:<a>大</a> <a>中</a> <a>小</a></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin-->
${page.body}
<!--ZJEG_RSS.content.end--></div></td></tr>
<tr><td align="right">【打印】【关闭】</td></tr></table>
<div id="foot">主办单位:区人民政府办公室</div>
</body>
</html>`,
};

const CENTRED = '<p align="center">';

/** The page as HTML: borders intact, labels broken as the form breaks them. */
export function lantingHtml(): Draft {
  const told = truth();
  const blocks = layOut(told).map((block) =>
    block.kind === 'table'
      ? {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((one) => ({
              ...one,
              text: one.text.replace('本年新制', '本年新\n制').replace('本年新公', '本年新\n公'),
            })),
          })),
        }
      : block,
  );
  return {
    truth: told,
    blocks,
    readable: true,
    headings: 'kept',
    writing: {
      format: 'html',
      skeleton: PORTAL,
      cell: [(markup, one) => (one.kind === 'label' ? `<p>${markup}</p>` : `${CENTRED}${markup}</p>`)],
      paragraph: [(markup) => `<span style="font-size: 16px; font-family: 仿宋_GB2312">${markup}</span>`],
      draw: drawHtmlTable,
      table: [(markup) => `${markup}<p>&nbsp;</p>`],
      document: [],
      styles: [],
      encoding: { name: 'utf8', mark: false, declared: 'utf-8' },
    },
  };
}

/** The page saved as text: one cell a line, neighbours run together. */
export function lantingText(): Draft {
  const told = truth();
  const group = (row: Row, values: readonly Cell[]) =>
    joinRuns(
      values.map(({ text }) => text),
      groupsOf(row, values),
    );
  const draft: Draft = {
    truth: told,
    blocks: layOut(told),
    readable: true,
    headings: 'kept',
    writing: {
      format: 'text',
      skeleton: null,
      cell: [],
      paragraph: [],
      draw: (table) => cellLines(table, group).join('\n\n'),
      table: [],
      document: [(text) => `当前位置:\n首页\n>> 兰亭街道 >> 信息公开年报\n${text}`],
      styles: [],
      encoding: { name: 'utf8', mark: false, declared: null },
    },
  };
  return retellRuns(draft, groupsOf);
}

const key = (row: string, column: string): string => `requests.${row}.${column}`;
const balance = (column: string): string[] =>
  ['received', 'carried_in', 'total', 'carried_out'].map((row) => key(row, column));

/** What the audit must find in it, by rule, with the cells it must name. */
export const LANTING_FLAGS: readonly { readonly rule: string; readonly cells: readonly string[] }[] = [
  { rule: 'T3-ROW-SUM', cells: [key('refused_third_party', 'total')] },
  { rule: 'T3-ROW-SUM', cells: [key('total', 'total')] },
  { rule: 'T3-RESULT-SUM', cells: [key('total', 'natural')] },
  { rule: 'T3-RESULT-SUM', cells: [key('total', 'total')] },
  { rule: 'T3-BALANCE', cells: balance('natural') },
  { rule: 'T3-BALANCE', cells: balance('total') },
  { rule: 'VAL-UNIT', cells: ['proactive.procurement.amount'] },
  { rule: 'ST-SECTION-ORDER', cells: [] },
  { rule: 'ST-SECTION-EMPTY', cells: [] },
  { rule: 'ST-COUNT-CLAIM', cells: [] },
];
