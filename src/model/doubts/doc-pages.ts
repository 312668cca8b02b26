import { doubtKind } from './doubt-kind.ts';

export const docPages = doubtKind(
  {
    code: 'DOC-PAGES',
    severity: 'warning',
    title: { zh: '部分页面或内容未读', en: 'Pages or parts that were not read' },
    explanation: {
      zh: '文件损坏、超出限度、取不出页面图像或在表格中间中断，有内容没有读到；其中的表格可能因此缺失。',
      en: 'Some of the file was not read: it is damaged, beyond a bound, breaks off inside a table, or a page could not be drawn. Tables there may be missing.',
    },
  },
  (raise) => ({
    restLost: () =>
      raise('warning', [], {
        zh: '文档在表格中间结束，其后的内容可能在传输中丢失，请重新获取',
        en: 'The document ends in the middle of a table; what followed may have been lost on the way, so fetch it again',
      }),

    pagesLost: (pages: readonly number[], total: number) =>
      raise('error', [], {
        zh: `文件已损坏或超出限度：共 ${total} 页，第 ${pages.join('、')} 页无法读取，其中的内容未读到`,
        en: `The file is damaged or beyond a limit: of ${total} pages, page ${pages.join(', ')} can't be read and its content is lost`,
      }),

    streamsDamaged: (count: number) =>
      raise('error', [], {
        zh: `文件中有 ${count} 处数据流已损坏，页面内容可能有缺失`,
        en: `${count} data streams of the file are damaged; parts of its pages may be lost`,
      }),

    blanksUnsure: (cells: readonly string[]) =>
      raise('error', cells, {
        zh: `文件已损坏，${cells.length} 个空白或未找到的数字可能在损坏处`,
        en: `The file is damaged; ${cells.length} figures that are blank or were not found may stand in what is lost`,
      }),

    endsEarly: () =>
      raise('warning', [], {
        zh: '文件末尾不完整（缺少 %%EOF），可能在传输中被截断，内容或有缺失',
        en: 'The file does not end as a PDF does (no %%EOF); it may have been cut short and content may be lost',
      }),

    outside: (page: number, count: number) =>
      raise('warning', [], {
        zh: `第 ${page} 页有 ${count} 个字符在页面边界之外，看不到，也未读取`,
        en: `${count} characters of page ${page} stand beyond its edges; nobody sees them and they were not read`,
      }),

    sizeless: (page: number, count: number) =>
      raise('warning', [], {
        zh: `第 ${page} 页有 ${count} 个字符没有大小，看不到，也未读取`,
        en: `${count} characters of page ${page} are drawn without any size; nobody sees them and they were not read`,
      }),

    /** What mammoth says of a plain body is not foreseen: something of the document may be lacking. */
    partsUnread: (said: string) =>
      raise('warning', [], {
        zh: `DOCX 文件中可能有内容未读到（mammoth：${said}）；请对照原文核对`,
        en: `Parts of the DOCX file may not have been read (mammoth: ${said}); compare with the original`,
      }),

    drawingLost: (pages: readonly number[]) =>
      raise('error', [], {
        zh: `文件已损坏：第 ${pages.join('、')} 页无法绘制，其中的内容未读到；请重新下载，或打印成新的 PDF 再读取`,
        en: `The file is damaged: page ${pages.join(', ')} can't be drawn and its content is lost; fetch it again or print it to a new PDF`,
      }),
  }),
);
