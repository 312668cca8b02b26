import { writeMore } from '../draft.ts';
import { HTML, type Mess } from '../mess.ts';

/** Markup pasted from word processors. */

const WORD_HEAD = `<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {mso-style-parent:""; margin:0cm; font-size:10.5pt;} @page Section1 {size:595.3pt 841.9pt;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:普通表格; mso-tstyle-rowband-size:0;}</style><![endif]-->`;

const wordSpan = (markup: string): string =>
  `<span lang="EN-US" style="font-size:9.0pt;font-family:宋体;mso-hansi-font-family:宋体;mso-bidi-font-family:宋体;mso-font-kerning:0pt">${markup}<o:p></o:p></span>`;

export const wordMarkup: Mess = {
  name: 'word-markup',
  readable: true,
  formats: HTML,
  holds: ['markup', 'hidden'],
  apply: (draft) =>
    writeMore(draft, {
      cell: [
        (markup) =>
          `<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'>${wordSpan(markup || '&nbsp;')}</p>`,
      ],
      paragraph: [
        (markup) =>
          `<span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:仿宋_GB2312'>${markup}<span lang=EN-US><o:p></o:p></span></span>`,
      ],
      table: [
        (markup) =>
          `${WORD_HEAD}<div align=center>${markup
            .replace(
              '<table',
              "<table class=MsoNormalTable style='border-collapse:collapse;mso-yfti-tbllook:1184;mso-padding-alt:0cm 0cm 0cm 0cm'",
            )
            .replaceAll('<tr>', "<tr style='mso-yfti-irow:1;height:22.7pt'>")
            .replaceAll(
              '<td',
              "<td width=57 valign=center style='width:42.5pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm'",
            )}</div><p class=MsoNormal><o:p>&nbsp;</o:p></p>`,
      ],
    }),
};

export const wpsMarkup: Mess = {
  name: 'wps-markup',
  readable: true,
  formats: HTML,
  holds: ['markup', 'hidden'],
  apply: (draft, rng) =>
    writeMore(draft, {
      cell: [
        (markup) =>
          `<p style=";text-align:center;line-height:150%"><span style="font-family:宋体;color:rgb(0,0,0);letter-spacing:0;font-size:12px"><font face="宋体">${markup || (rng.chance(0.5) ? '&nbsp;' : '')}</font></span></p>`,
      ],
      paragraph: [(markup) => `<strong><span style="font-family: 仿宋; font-size: 21px">${markup}</span></strong>`],
      table: [
        (markup) =>
          `<div>${markup
            .replace('<table', '<table style="border: none" data-sort="sortDisabled"')
            .replaceAll('<tr', '<tr style="height:30px" class="firstRow"')
            .replaceAll(
              '<td',
              '<td width="49" valign="center" style="padding: 0px; border-width: 1px; border-color: windowtext" data-widthpercent="10"',
            )}</div><p><br /></p>`,
      ],
    }),
};

export const fontTags: Mess = {
  name: 'font-tags',
  readable: true,
  formats: HTML,
  holds: ['markup'],
  apply: (draft, rng) => {
    const face = rng.pick(['仿宋_GB2312', '宋体', '方正小标宋简体']);
    return writeMore(draft, {
      cell: [
        (markup) =>
          `<div align="center"><font face="${face}" size="3"><font color="#000000">&nbsp;${markup}&nbsp;</font></font></div>`,
      ],
      paragraph: [(markup) => `<font face="${face}" size="4">&nbsp;&nbsp;&nbsp; ${markup}</font><br>`],
    });
  },
};
