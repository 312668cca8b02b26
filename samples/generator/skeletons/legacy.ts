import { clock, type Page, type Skeleton, slashed } from '../page.ts';

const info = (page: Page, time: string): string =>
  page.publishedOn ? `发布日期:${slashed(page.publishedOn)} ${time}&nbsp;&nbsp;` : '';

/** A page of the early 2000s: tables within tables for the layout, upper-case tags, a visitor count. */
export const legacy: Skeleton = {
  name: 'legacy',
  render: (page, rng) => `<HTML><HEAD>
${page.charset ? `<META http-equiv=Content-Type content="text/html; charset=${page.charset}">` : ''}
<TITLE>${page.title}</TITLE>${page.styles.length > 0 ? `<STYLE>${page.styles.join('\n')}</STYLE>` : ''}</HEAD>
<BODY bgColor=#ffffff topMargin=0>
<TABLE width=980 align=center cellSpacing=0 cellPadding=0 border=0><TBODY>
<TR><TD background=/img/top.gif height=120>&nbsp;</TD></TR>
<TR><TD><TABLE width="100%"><TR><TD width=200 vAlign=top>
  <TABLE width="100%"><TR><TD>信息公开目录</TD></TR><TR><TD><A href="zn.htm">信息公开指南</A></TD></TR><TR><TD><A href="nb.htm">信息公开年报</A></TD></TR></TABLE>
</TD><TD vAlign=top>
  <TABLE width="100%" border=0><TR><TD>您现在的位置:<A href="/">首页</A>-&gt;信息公开年报</TD></TR>
  <TR><TD align=center><FONT size=5><B>${page.title}</B></FONT></TD></TR>
  <TR><TD align=center>${info(page, clock(rng))}信息来源:${page.agency}&nbsp;&nbsp;访问次数:${rng.int(20, 4000)}&nbsp;&nbsp;【大 中 小】【打印】【关闭】</TD></TR>
  <TR><TD><TABLE width="96%" align=center><TR><TD>
${page.body}
  </TD></TR></TABLE></TD></TR></TABLE>
</TD></TR></TABLE></TD></TR>
<TR><TD align=center>版权所有 ${page.agency} 建议使用1024*768分辨率</TD></TR>
</TBODY></TABLE></BODY></HTML>`,
};
