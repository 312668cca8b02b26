import { isBodyName } from '../../src/model/text/body-in-prose.ts';
import { findDate } from '../../src/model/text/dates.ts';
import { tidyText } from '../../src/model/text/fold.ts';

/** Who signs a report below its text, and on which day. */
interface Signature {
  readonly agency: string | null;
  readonly signedOn: string | null;
}

/** Lines at the end among which a signature may stand. */
const LAST_LINES = 6;
const DATE =
  /(?:20\d\d|二[〇○零O0][〇○零一二三四五六七八九]{2})\s*[-/.年]\s*[\d一二三四五六七八九十]{1,3}\s*[-/.月]\s*[\d一二三四五六七八九十]{1,3}\s*日?\s*[)）]?\s*$/u;
const NONE: Signature = { agency: null, signedOn: null };

/** The last line that is a date and little else, with the body's name in front of it or in the line above. */
export function readSignature(lines: readonly string[]): Signature {
  const last = lines.slice(-LAST_LINES).map(tidyText);
  for (let at = last.length - 1; at >= 0; at -= 1) {
    const line = last[at] ?? '';
    const date = DATE.exec(line);
    const before = date ? line.slice(0, date.index).replace(/^[(（]|[\s,，:：]+/g, '') : '';
    if (!date || (before !== '' && !isBodyName(before))) continue;
    const signedOn = findDate(date[0]);
    if (signedOn === null) continue;
    const above = (last[at - 1] ?? '').replace(/\s/g, '');
    const agency = before !== '' ? before : isBodyName(above) ? above : null;
    return { agency, signedOn };
  }
  const end = (last.at(-1) ?? '').replace(/\s/g, '');
  return isBodyName(end) ? { agency: end, signedOn: null } : NONE;
}
