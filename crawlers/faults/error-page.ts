import { namesReport, shownText } from './shown-text.ts';

const HTML_START =
  /^[\s\ufeff]*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|script|meta|title|div|p\b|h\d)/i;
/** Word and Excel save documents as HTML too, and name them .doc and .xls. */
const OFFICE = /urn:schemas-microsoft-com|ProgId\s?content\s?=\s?["']?(?:Word|Excel)/i;
/** Characters that an error page shows at most. */
const NOTICE = 1_500;
const LONGEST = 100_000;

/** Whether bytes under a file's name are an error page, not the file. `text` are those bytes, decoded. */
export function isErrorPage(text: string): boolean {
  const head = text.slice(0, 5_000);
  if (!HTML_START.test(head) || OFFICE.test(head) || text.length > LONGEST) return false;
  const seen = shownText(text, NOTICE);
  return seen !== null && !namesReport(seen);
}
