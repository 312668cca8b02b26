import type { Doubt, Message, Severity } from '../../src/model/report.ts';
import type { LostText } from './lost-text.ts';

const make = (
  rule: string,
  severity: Severity,
  cells: readonly string[],
  message: Message,
  alternatives?: readonly (readonly string[])[],
): Doubt => ({
  rule,
  severity,
  cells,
  message,
  ...(alternatives && alternatives.length > 0 ? { alternatives: alternatives.slice(0, 20) } : {}),
});

/** Text from a document in a message: one line, not too long. */
const quote = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};

/** Constructors of all doubts that laying a document against the form can raise. */
export const doubts = {
  similarLabel: (cells: readonly string[], found: string, official: string, similarity: number): Doubt =>
    make('EX-LABEL', similarity >= 0.9 ? 'info' : 'warning', cells, {
      zh: `标签“${quote(found)}”不在已知写法之列，按相似度 ${similarity.toFixed(2)} 认作“${official}”`,
      en: `The label “${quote(found)}” is no known wording; it was taken for “${official}” (similarity ${similarity.toFixed(2)})`,
    }),

  tooManySections: (most: number, others: number): Doubt =>
    make('DOC-SECTIONS', 'warning', [], {
      zh: `文档有 ${most + others} 个章节标题，多于限度 ${most}；其后 ${others} 个标题不另立章节，作为最后一节的正文保留`,
      en: `The document has ${most + others} headings, more than the limit of ${most}; the ${others} behind it begin no section and stay as text of the last`,
    }),

  rowByPosition: (cells: readonly string[], found: string, official: string): Doubt =>
    make('EX-ROW', 'warning', cells, {
      zh: `一行的标签“${quote(found)}”无法辨认，按位置认作“${official}”`,
      en: `A row labelled “${quote(found)}” could not be recognised and was taken for “${official}” by its place`,
    }),

  rowMissing: (cells: readonly string[], official: string): Doubt =>
    make('EX-ROW', 'warning', cells, {
      zh: `未找到“${official}”一行`,
      en: `The row “${official}” was not found`,
    }),

  tableMissing: (cells: readonly string[], title: string): Doubt =>
    make('EX-ROW', 'warning', cells, {
      zh: `未找到“${title}”表，其数字均未读到`,
      en: `The table “${title}” was not found; none of its figures was read`,
    }),

  editionAssumed: (cells: readonly string[], title: string, edition: string): Doubt =>
    make('EX-ROW', 'warning', cells, {
      zh: `“${title}”表中没有能区分版本的行，按 ${edition} 年版读取`,
      en: `No row of the table “${title}” tells its edition; it was read as that of ${edition}`,
    }),

  endsInside: (cells: readonly string[]): Doubt =>
    make('EX-ROW', 'warning', cells, {
      zh: '文档在这一行中结束，可能不完整',
      en: 'The document ends in this row; it may be cut off',
    }),

  restLost: (): Doubt =>
    make('DOC-PAGES', 'warning', [], {
      zh: '文档在表格中间结束，其后的内容可能在传输中丢失，请重新获取',
      en: 'The document ends in the middle of a table; what followed may have been lost on the way, so fetch it again',
    }),

  rowUnmatched: (found: string, values: readonly string[]): Doubt =>
    make('EX-ROW', 'warning', [], {
      zh: `有数字的一行“${quote(found)}”（${quote(values.join(' '))}）与表式任何一行都不对应，未采用`,
      en: `A row with figures, “${quote(found)}” (${quote(values.join(' '))}), matches no row of the form and was left out`,
    }),

  blanksUnsure: (cells: readonly string[]): Doubt =>
    make('EX-ROW', 'warning', cells, {
      zh: `同一表中有数字的行未能对应或未能确认，这 ${cells.length} 个空白可能并非空白`,
      en: `Rows of the same table that hold figures match no row of the form for certain; these ${cells.length} blanks may not be blank`,
    }),

  mergeUnseen: (cells: readonly string[], severity: Severity): Doubt =>
    make('EX-GRID', severity, cells, {
      zh: `有数字的行中该有数字处空白，或有数字像是连写，可能有看不出的合并单元格，涉及 ${cells.length} 个数字`,
      en: `Rows with figures have blanks where figures are due, or digits that seem run together: cells may be merged unseen, which concerns ${cells.length} figures`,
    }),

  rowUnplaced: (cells: readonly string[], official: string, found: readonly string[], expected: number): Doubt =>
    make('EX-ROW', 'error', cells, {
      zh: `“${official}”一行有 ${found.length} 格（${quote(found.join(' '))}），表式为 ${expected} 格，无法确定各数归属，未采用`,
      en: `The row “${official}” has ${found.length} cells (${quote(found.join(' '))}) where the form has ${expected}; which figure belongs where can't be told, so none was taken`,
    }),

  rowPlacedBySum: (cells: readonly string[], official: string, found: readonly string[], expected: number): Doubt =>
    make('EX-ROW', 'warning', cells, {
      zh: `“${official}”一行有 ${found.length} 格（${quote(found.join(' '))}），表式为 ${expected} 格，按合计关系只有一种放法`,
      en: `The row “${official}” has ${found.length} cells (${quote(found.join(' '))}) where the form has ${expected}; only one placement agrees with the sums`,
    }),

  rowPlacedByHeader: (
    cells: readonly string[],
    official: string,
    found: number,
    expected: number,
    agrees: boolean,
  ): Doubt =>
    make('EX-ROW', 'warning', cells, {
      zh: `“${official}”一行有 ${found} 格，表头为 ${expected} 列，按上下位置对应${agrees ? '，与合计关系相符' : ''}`,
      en: `The row “${official}” has ${found} cells under a header of ${expected} columns; they were placed by position${agrees ? ', which agrees with the sums' : ''}`,
    }),

  rowAbsent: (cells: readonly string[], official: string): Doubt =>
    make('EX-ROW', 'warning', cells, {
      zh: `“${official}”之后没有数字，整行按空白读取`,
      en: `Nothing stands behind “${official}”; the whole row was read as blank`,
    }),

  spread: (cells: readonly string[], text: string): Doubt =>
    make('EX-GRID', 'warning', cells, {
      zh: `一个合并单元格“${quote(text)}”跨 ${cells.length} 个数据格，每格均按此值读取`,
      en: `One merged cell “${quote(text)}” covers ${cells.length} figures; each was given its value`,
    }),

  /** `sure` where drawn borders show what columns there are. */
  headerMissing: (cells: readonly string[], table: string, sure = true): Doubt =>
    make('EX-GRID', sure ? 'info' : 'warning', cells, {
      zh: `${table}没有可辨认的表头，各列按法定顺序读取`,
      en: `The ${table} table has no recognisable header; its columns were read in the order of the form`,
    }),

  spansDisagree: (cells: readonly string[], official: string): Doubt =>
    make('EX-GRID', 'info', cells, {
      zh: `“${official}”一行多出空格，已略去末尾空格`,
      en: `The row “${official}” has more cells than its header; the empty ones at its end were left out`,
    }),

  surplusCells: (cells: readonly string[], official: string, found: number, expected: number): Doubt =>
    make('EX-GRID', 'info', cells, {
      zh: `“${official}”一行有 ${found} 格而表头为 ${expected} 列，两端都有空格，按其他各行的位置取舍`,
      en: `The row “${official}” has ${found} cells under a header of ${expected} columns, empty at both ends; the place of the other rows was taken`,
    }),

  runSplit: (cells: readonly string[], runs: readonly string[], parts: readonly string[], bySums: boolean): Doubt =>
    make('EX-RUN-SPLIT', 'info', cells, {
      zh: `连写的数字“${quote(runs.join(' '))}”拆为 ${quote(parts.join('、'))}（${bySums ? '只有这一种拆法符合合计关系' : '按格数只有这一种拆法'}）`,
      en: `The digits “${quote(runs.join(' '))}” run together were split into ${quote(parts.join(', '))} (${bySums ? 'the only way that agrees with the sums' : 'the only way for this number of cells'})`,
    }),

  runAmbiguous: (
    cells: readonly string[],
    runs: readonly string[],
    ways: readonly (readonly string[])[] | null,
  ): Doubt =>
    make(
      'EX-RUN-AMBIGUOUS',
      'error',
      cells,
      {
        zh: `连写的数字“${quote(runs.join(' '))}”有${ways ? ` ${ways.length} 种` : '许多种'}拆法，无法确定，未采用`,
        en: `The digits “${quote(runs.join(' '))}” run together can be split in ${ways ? ways.length : 'very many'} ways; none was chosen`,
      },
      ways ?? undefined,
    ),

  interpreted: (cell: string, raw: string, value: number | null): Doubt =>
    make('EX-VALUE', 'info', [cell], {
      zh: `“${quote(raw)}”按 ${value} 读取`,
      en: `“${quote(raw)}” was read as ${value}`,
    }),

  /** `others`: what each later copy says in the cells that differ. */
  tableTwice: (cells: readonly string[], title: string, others: readonly (readonly string[])[]): Doubt => {
    const copies = others.length + 1;
    const differ = cells.length > 0;
    return make(
      'EX-READERS',
      differ ? 'warning' : 'info',
      cells,
      {
        zh: `“${title}”表出现 ${copies} 次，${differ ? `其中 ${cells.length} 个数字不同，采用第一次出现的` : '各次相同'}`,
        en: `The table “${title}” stands ${copies} times; ${differ ? `${cells.length} figures differ and those of the first were taken` : 'the copies are equal'}`,
      },
      differ ? others : undefined,
    );
  },

  subtotal: (cells: readonly string[], label: string, printed: number, sum: number): Doubt =>
    make('T3-SUBTOTAL', 'error', cells, {
      zh: `第三表“${quote(label)}”一行填 ${printed}，其分项之和为 ${sum}`,
      en: `Table 3, row “${quote(label)}”: the subtotal says ${printed}, its members add up to ${sum}`,
    }),

  /** `plea`: what the page asks for; null where it shows nothing at all. */
  shell: (plea: string | null): Doubt =>
    make('EX-SHELL', 'error', [], {
      zh: `${plea === null ? '网页有标题而没有任何文字' : `网页只有一句提示（“${quote(plea)}”）`}，正文由脚本生成或须通过验证才显示；请用浏览器打开后另存，或改取其附件`,
      en: `The page ${plea === null ? 'has a title and no text at all' : `holds a plea only (“${quote(plea)}”)`}: a script draws its text or a guard withholds it; save it from a browser, or fetch its attachment`,
    }),

  textLost: ({ loss, signs, undecoded, utf8 }: LostText): Doubt =>
    make('EX-LOST-TEXT', 'error', [], {
      zh: undecoded
        ? `文中有 ${loss.lost} 个字符是${signs.zh}，汉字仅余 ${loss.left} 个：文件已损坏，请从发布处重新获取`
        : `${utf8 ? '文件是有效的 UTF-8，但' : ''}其中的汉字在此前的转码中已丢失：有 ${loss.lost} 个字符成了${signs.zh}，汉字仅余 ${loss.left} 个；换用别的编码也无法恢复，请从发布处重新获取`,
      en: undecoded
        ? `${loss.lost} characters of the text are ${signs.en} and ${loss.left} Chinese ones are left: the file is damaged; fetch it anew from where it was published`
        : `${utf8 ? 'The file is valid UTF-8, but its' : 'Its'} Chinese was lost before, in an earlier conversion: ${loss.lost} characters became ${signs.en} and ${loss.left} Chinese ones are left. No other encoding brings them back; fetch it anew from where it was published`,
    }),

  partLost: (severity: Severity, cells: readonly string[], { loss, signs, undecoded }: LostText): Doubt => {
    const when = undecoded
      ? { zh: '无法解码', en: 'could not be decoded' }
      : { zh: '在此前的转码中丢失', en: 'were lost in an earlier conversion' };
    return make('EX-LOST-TEXT', severity, cells, {
      zh:
        cells.length === 0
          ? `文中有 ${loss.lost} 个字符${when.zh}，成了${signs.zh}；请从发布处重新获取`
          : `这 ${cells.length} 个数字本身或其行、列的名称有字符${when.zh}，成了${signs.zh}`,
      en:
        cells.length === 0
          ? `${loss.lost} characters of the text ${when.en} and became ${signs.en}; fetch it anew from where it was published`
          : `Characters of ${cells.length === 1 ? 'this figure' : `these ${cells.length} figures`} or of their labels ${when.en} and became ${signs.en}`,
    });
  },

  notAReport: (why: Message): Doubt => make('DOC-NOT-A-REPORT', 'error', [], why),

  frontMatter: (what: Message, alternatives: readonly (readonly string[])[]): Doubt =>
    make('DOC-FRONT-MATTER', 'warning', [], what, alternatives),

  yearFromDate: (year: number): Doubt =>
    make('DOC-FRONT-MATTER', 'warning', [], {
      zh: `文中没有报告年度，按发布日期的上一年认作 ${year} 年`,
      en: `The document names no year; ${year} was taken, the year before its publication`,
    }),
};
