import type { Doubt } from '../../src/model/report.ts';

/** The doubts that reading a PDF can raise. They speak of the document; the mapping names the figures that are missing. */
export const pdfDoubts = {
  pagesLost: (pages: readonly number[], total: number): Doubt => ({
    rule: 'DOC-PAGES',
    severity: 'error',
    cells: [],
    message: {
      zh: `文件已损坏或超出限度：共 ${total} 页，第 ${pages.join('、')} 页无法读取，其中的内容未读到`,
      en: `The file is damaged or beyond a limit: of ${total} pages, page ${pages.join(', ')} can't be read and its content is lost`,
    },
  }),
  streamsDamaged: (count: number): Doubt => ({
    rule: 'DOC-PAGES',
    severity: 'error',
    cells: [],
    message: {
      zh: `文件中有 ${count} 处数据流已损坏，页面内容可能有缺失`,
      en: `${count} data streams of the file are damaged; parts of its pages may be lost`,
    },
  }),
  endsEarly: (): Doubt => ({
    rule: 'DOC-PAGES',
    severity: 'warning',
    cells: [],
    message: {
      zh: '文件末尾不完整（缺少 %%EOF），可能在传输中被截断，内容或有缺失',
      en: 'The file does not end as a PDF does (no %%EOF); it may have been cut short and content may be lost',
    },
  }),
  outside: (page: number, count: number): Doubt => ({
    rule: 'DOC-PAGES',
    severity: 'warning',
    cells: [],
    message: {
      zh: `第 ${page} 页有 ${count} 个字符在页面边界之外，看不到，也未读取`,
      en: `${count} characters of page ${page} stand beyond its edges; nobody sees them and they were not read`,
    },
  }),
  sizeless: (page: number, count: number): Doubt => ({
    rule: 'DOC-PAGES',
    severity: 'warning',
    cells: [],
    message: {
      zh: `第 ${page} 页有 ${count} 个字符没有大小，看不到，也未读取`,
      en: `${count} characters of page ${page} are drawn without any size; nobody sees them and they were not read`,
    },
  }),
  drawingLost: (pages: readonly number[]): Doubt => ({
    rule: 'DOC-PAGES',
    severity: 'error',
    cells: [],
    message: {
      zh: `文件已损坏：第 ${pages.join('、')} 页无法绘制，其中的内容未读到；请重新下载，或打印成新的 PDF 再读取`,
      en: `The file is damaged: page ${pages.join(', ')} can't be drawn and its content is lost; fetch it again or print it to a new PDF`,
    },
  }),
} as const;
