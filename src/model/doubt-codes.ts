import type { Message, Severity } from './report.ts';

/** A kind of doubt about our own reading. Doubts are raised by the readers; rules of the audit speak of the report. */
export interface DoubtCode {
  readonly code: string;
  /** The usual severity; a doubt may differ from it where its message says why. */
  readonly severity: Severity;
  readonly title: Message;
  readonly explanation: Message;
}

/** Every code a reader can raise. `EX-VALUE`, `EX-LOST-TEXT`, `DOC-FRONT-MATTER`, `DOC-BODY`, `DOC-PAGES` and `DOC-SECTIONS` are this project's additions to the catalogue; `ST-TABLE-IMAGE` and `T3-SUBTOTAL` are told by the reader, which alone sees the picture and the subtotal. */
export const DOUBT_CODES: readonly DoubtCode[] = [
  {
    code: 'DOC-NOT-A-REPORT',
    severity: 'error',
    title: { zh: '不是年度报告', en: 'The document is no annual report' },
    explanation: {
      zh: '文档没有年度报告的标题、表格或章节（例如指南、通知、空白模板），不读取任何数字。',
      en: 'The document has not the title, tables or sections of an annual report (a guide, a notice, a blank form); no figure is read.',
    },
  },
  {
    code: 'DOC-FRONT-MATTER',
    severity: 'warning',
    title: { zh: '标题、机关、年度或日期来源不一致', en: 'Sources of title, agency, year or date disagree' },
    explanation: {
      zh: '页面元数据、信息栏、标题与首段所述不同，采用其中最可信者，其余列为其他读法；或年度由发布日期推出。',
      en: 'Meta tags, information lines, title and first paragraph differ; the most trusted was taken and the others are listed. Also where the year was derived from the publication date.',
    },
  },
  {
    code: 'DOC-BODY',
    severity: 'warning',
    title: { zh: '不能确定是哪个机关的报告', en: 'Whose report it is is not sure' },
    explanation: {
      zh: '只写简称、未写所在地，而同名机关不止一个，或已知的同名机关同年报告内容不同，未与之合并；或地名相同而区划代码不同，视为同一机关。',
      en: 'The name says no place, and several bodies bear it, or the one that is known reported otherwise for that year and the report was kept apart; or the place is the same by name and another by its code, and it was taken for the same.',
    },
  },
  {
    code: 'DOC-PAGES',
    severity: 'warning',
    title: { zh: '部分页面或内容未读', en: 'Pages or parts that were not read' },
    explanation: {
      zh: '文件损坏、超出限度、取不出页面图像或在表格中间中断，有内容没有读到；其中的表格可能因此缺失。',
      en: 'Some of the file was not read: it is damaged, beyond a bound, breaks off inside a table, or a page could not be drawn. Tables there may be missing.',
    },
  },
  {
    code: 'DOC-SECTIONS',
    severity: 'warning',
    title: { zh: '章节标题过多', en: 'More headings than are told apart' },
    explanation: {
      zh: '标题多于限度，其后的标题不再另立章节，作为最后一节的正文保留。',
      en: 'There are more headings than the limit; those behind it begin no section of their own and stay as text of the last.',
    },
  },
  {
    code: 'EX-CHARSET',
    severity: 'warning',
    title: { zh: '编码声明与实际不符', en: 'Declared and actual encoding differ' },
    explanation: {
      zh: '按字节判断编码，不信声明；仍有无法解码之处时一并注明。',
      en: 'The encoding is judged by the bytes, never by the declaration; places that could not be decoded are counted.',
    },
  },
  {
    code: 'EX-LOST-TEXT',
    severity: 'warning',
    title: { zh: '文字此前已丢失', en: 'Text that was lost before' },
    explanation: {
      zh: '文中有替换字符（U+FFFD）、“锟斤拷”或成串问号：汉字在得到文件之前的转码中已丢失，无法恢复，须重新获取。大部丢失的不读取；部分丢失的指明所涉数字：数字本身为错误，行、列名称为警告。',
      en: 'The text holds U+FFFD, 锟斤拷 or runs of question marks: its Chinese was lost in a conversion before it came here, and it must be fetched anew. Where most is lost nothing is read; else the figures touched are named, an error for characters of the figure, a warning for those of its labels.',
    },
  },
  {
    code: 'EX-LABEL',
    severity: 'warning',
    title: { zh: '标签按相似度辨认', en: 'A label was matched by similarity' },
    explanation: {
      zh: '行或列的标签不是已知写法，按编辑距离认作最相近的一项；相似度 0.9 以上为提示。',
      en: 'The label of a row or column is no known wording and was taken for the nearest by edit distance; info from 0.9 up.',
    },
  },
  {
    code: 'EX-ROW',
    severity: 'warning',
    title: { zh: '行缺失、多出或格数不符', en: 'A row is missing, left over, or has another number of cells' },
    explanation: {
      zh: '表式中的行没有找到、有数字的行无处对应、或一行的格数与表头不同；写明各数如何放置。',
      en: 'A row of the form was not found, a row with figures matched nothing, or a row has not as many cells as its header; the message says how its values were placed.',
    },
  },
  {
    code: 'EX-GRID',
    severity: 'info',
    title: { zh: '表头与表身或合并单元格不一致', en: 'Header, body or merged cells disagree' },
    explanation: {
      zh: '表头缺失而按法定顺序读取、合并单元格的一个值跨多个数据格、或略去多余空格。',
      en: 'The header is missing and the order of the form was taken, one merged cell stands for several figures, or empty surplus cells were left out.',
    },
  },
  {
    code: 'EX-RUN-SPLIT',
    severity: 'info',
    title: { zh: '连写的数字已拆分', en: 'Digits run together were split' },
    explanation: {
      zh: '按格数、首位不为 0 与合计关系只有一种拆法，数字的状态为 inferred。',
      en: 'Only one split fits the number of cells, the rule that no number begins with 0, and the sums; the figures are `inferred`.',
    },
  },
  {
    code: 'EX-RUN-AMBIGUOUS',
    severity: 'error',
    title: { zh: '连写的数字有多种拆法', en: 'Digits run together can be split in several ways' },
    explanation: {
      zh: '多种拆法同样可能，除各种拆法一致之处外均不采用，并列出各种拆法。',
      en: 'Several splits are as good; nothing is chosen but what all of them share, and they are listed.',
    },
  },
  {
    code: 'EX-VALUE',
    severity: 'info',
    title: { zh: '字符按数字解读', en: 'Characters were read as a number' },
    explanation: {
      zh: '○ 作 0、“持平”作 0、中文数字、分写两行的数字、首位为 0 的数字。',
      en: 'A circle or 持平 as 0, Chinese numerals, digits over two lines of a cell, leading zeros.',
    },
  },
  {
    code: 'EX-SHELL',
    severity: 'error',
    title: { zh: '网页是空壳或验证页', en: 'The page is a shell or asks for verification' },
    explanation: {
      zh: '网页不含年度报告，只有加载、验证的提示或没有任何文字：正文由脚本生成，或须先通过验证。',
      en: 'The page holds no report, only a plea to wait or to prove oneself, or no text at all: a script draws it, or a guard stands before it.',
    },
  },
  {
    code: 'EX-READERS',
    severity: 'warning',
    title: { zh: '两种读法不同', en: 'Two readings differ' },
    explanation: {
      zh: '同一表格在文档中出现多次；数字不同者采用第一次出现的，并指明各格和其他各次的数字（另见规则 ST-TABLE-TWICE）。',
      en: 'One table stands in the document more than once; where the copies differ the first was taken, and the cells are named with what the others say (see the rule ST-TABLE-TWICE).',
    },
  },
  {
    code: 'EX-NOT-IN-SOURCE',
    severity: 'error',
    title: { zh: '数字的字符与另一读法不符', en: 'Another reading of the page has other digits' },
    explanation: {
      zh: 'PDF 中已有疑问的页另由 pdf-parse 提取文字，与本程序所置的数字字符逐一核对：多出者为错误，缺少者（如被遮盖、看不见的数字）为警告，并指明所涉各格。',
      en: 'On a page of a PDF where a doubt stands, the digits that were placed are held against the text that pdf-parse finds there: an error where some are in excess, a warning where some are lacking (digits that are covered or can’t be seen), with the cells concerned.',
    },
  },
  {
    code: 'EX-OCR',
    severity: 'warning',
    title: { zh: '数字由图片识别', en: 'A figure was recognised in a picture' },
    explanation: {
      zh: '每个识别的数字注明置信度：0.98 以上为提示，以下为警告，0.8 以下为错误；按合计关系取次选读法、或合计不符者另行指明。',
      en: 'Every recognised figure is named with its confidence: info from 0.98 up, warning below, error below 0.8. Where the sums chose a second reading, or recognised figures do not add up, that is said too.',
    },
  },
  {
    code: 'EX-OCR-GAP',
    severity: 'warning',
    title: { zh: '识别的表格中有空格', en: 'Empty cells in a recognised table' },
    explanation: {
      zh: '由图片识别的表格中有空格，识别常漏读 0；半数以上为空时为提示。',
      en: 'Cells of a table recognised in a picture are empty, and recognition often loses a zero; info where more than half are empty.',
    },
  },
  {
    code: 'T3-SUBTOTAL',
    severity: 'error',
    title: { zh: '第三表小计不等于其分项之和', en: 'A subtotal of table 3 is not the sum of its members' },
    explanation: {
      zh: '表中自加的小计行（如“不予公开小计”）与其分项之和不等。统一格式没有小计，不保留其数字，故由读取程序指出。',
      en: 'A subtotal row that the table adds (不予公开小计 and the like) differs from the sum of its members. The form has no subtotals and no figure is kept for them, so the reader tells it.',
    },
  },
  {
    code: 'ST-TABLE-IMAGE',
    severity: 'warning',
    title: { zh: '表格或页面为图片', en: 'A table or page is a picture' },
    explanation: {
      zh: '表格或整页以图片形式发布，由识别读取；未安装或关闭识别时不读取，并说明如何安装。',
      en: 'A table or a whole page was published as a picture and was read by recognition; where recognition is not installed or switched off nothing is read, and the doubt says what to do.',
    },
  },
];

/** The entry of a code, or undefined where no reader raises it. */
export const doubtCode = (code: string): DoubtCode | undefined => DOUBT_CODES.find((entry) => entry.code === code);
