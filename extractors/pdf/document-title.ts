import { tidyText } from '../../src/model/text/fold.ts';

/** What programs write as a title when nobody gave one: a file name, an address, an empty document. */
const JUNK =
  /^microsoft|\.(?:docx?|wps|pdf|html?|xlsx?|xls|txt|rtf|tmp|indd|cdr)\b|^(?:file|https?):|^(?:untitled|无标题|未命名|新建|文档\s*\d*$|演示文稿|powerpoint|word|print|about:blank|幻灯片|document\s*\d*$|title$|null$|undefined$)/i;
/** A title in another encoding than it says. */
const GARBLED = /[\u0080-\u00ff\ufffd].*[\u0080-\u00ff\ufffd]/;
const CHINESE = /[\u4e00-\u9fff]/;

/** The title in a PDF's properties, where it tells anything; null for what programs leave there. */
export function readDocumentTitle(title: unknown): string | null {
  if (typeof title !== 'string') return null;
  const tidy = tidyText(title);
  return tidy.length > 300 || !CHINESE.test(tidy) || JUNK.test(tidy) || GARBLED.test(tidy) ? null : tidy;
}
