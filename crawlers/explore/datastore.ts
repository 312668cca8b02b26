/** A list as data: Hanweb's `<datastore>`, in a script of the page or as an answer by itself. */
export interface Datastore {
  /** The records, joined: markup that is read like the page. */
  readonly markup: string;
  readonly records: number;
  /** Of the whole list, where it says so. */
  readonly total: number | null;
  /** The link to the next group, as printed. */
  readonly nextGroup: string | null;
}

const OPEN = '<![CDATA[';
const CLOSE = ']]>';
const TOTAL = /<totalrecord>\s{0,9}(\d{1,7})\s{0,9}<\/totalrecord>/i;
const HREF = /href\s{0,9}=\s{0,9}["']([^"']{1,2000})["']/i;

/** The CDATA sections of a text, and whether each stands right behind `<nextgroup>`. */
function sections(text: string): { readonly body: string; readonly isNext: boolean }[] {
  const found: { body: string; isNext: boolean }[] = [];
  let end = 0;
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, end)) {
    const close = text.indexOf(CLOSE, open);
    if (close < 0) break;
    const before = text
      .slice(Math.max(end, open - 40), open)
      .trimEnd()
      .toLowerCase();
    found.push({ body: text.slice(open + OPEN.length, close), isNext: before.endsWith('<nextgroup>') });
    end = close + CLOSE.length;
  }
  return found;
}

/** Reads a text that holds records as CDATA. Null where it holds none and names no total. */
export function readDatastore(text: string): Datastore | null {
  const total = TOTAL.exec(text)?.[1];
  const found = sections(text);
  const records = found.filter(({ body, isNext }) => !isNext && body.includes('<'));
  if (records.length === 0 && total === undefined && !/<datastore|<recordset/i.test(text)) return null;
  const next = HREF.exec(found.find(({ isNext }) => isNext)?.body ?? '')?.[1];
  return {
    markup: records.map(({ body }) => body).join('\n'),
    records: records.length,
    total: total === undefined ? null : Number(total),
    nextGroup: next?.replaceAll('&amp;', '&') ?? null,
  };
}
