import { decodeBytes } from '../../../model/text/charset.ts';

const BODY = /<body[^>]{0,2000}>([\s\S]*?)(?:<\/body\s*>|$)/i;
const BYTE_ORDER_MARK = '\ufeff';

/** The pages of one article as one page: the first whole, and behind it what the others hold. In UTF-8, whatever they were in. */
export function joinParts(pages: readonly Uint8Array[]): Uint8Array {
  const [first = '', ...others] = pages.map((bytes) => decodeBytes(bytes).text);
  const bodies = others.map((text) => BODY.exec(text)?.[1] ?? text);
  const open = first.replace(/<\/body\s*>[\s\S]*$/i, '');
  // The mark overrules the charset that the first page declares.
  return Buffer.from(`${BYTE_ORDER_MARK}${[open, ...bodies].join('\n')}\n</body></html>`);
}
