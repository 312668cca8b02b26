import { type Draft, type Writing, write, writeMore } from '../draft.ts';
import { EVERYWHERE, type Hold, HTML, type Mess } from '../mess.ts';
import { bare, plain } from '../skeletons/plain.ts';
import { toTraditional } from '../traditional.ts';

/** Encodings, declared rightly, wrongly or not at all. */

function encoding(
  name: string,
  formats: Mess['formats'],
  choices: readonly Writing['encoding'][],
  more: readonly Hold[] = [],
): Mess {
  const apply = (draft: Draft, rng: { pick<T>(list: readonly T[]): T }) =>
    write(draft, { encoding: rng.pick(choices) });
  return { name, readable: true, formats, holds: ['bytes', ...more], apply };
}

const as = (name: string, declared: string | null, mark = false): Writing['encoding'] => ({ name, declared, mark });

export const gb18030 = encoding('gb18030', EVERYWHERE, [
  as('gb18030', 'gb18030'),
  as('gb18030', 'gb2312'),
  as('gb18030', null),
]);

export const gbk = encoding('gbk', HTML, [as('gbk', 'gbk'), as('gbk', 'gb2312'), as('gbk', 'GB2312')]);

export const utf16 = encoding('utf-16', EVERYWHERE, [as('utf-16le', 'utf-16', true), as('utf-16be', null, true)]);

export const byteOrderMark = encoding('utf-8-bom', EVERYWHERE, [as('utf8', 'utf-8', true), as('utf8', null, true)]);

const LIES = [as('gb18030', 'utf-8'), as('utf8', 'gb2312'), as('utf8', 'iso-8859-1'), as('gbk', 'big5')];

/** What the page declares is not what its bytes are; a bare fragment, which declares nothing, gets a head to lie in. */
export const lyingCharset: Mess = {
  name: 'lying-charset',
  readable: true,
  formats: HTML,
  holds: ['bytes'],
  apply: (draft, rng) => {
    const skeleton = draft.writing.skeleton === bare ? plain : draft.writing.skeleton;
    return write(draft, { encoding: rng.pick(LIES), skeleton });
  },
};

export const big5: Mess = {
  name: 'big5',
  readable: true,
  formats: HTML,
  holds: ['bytes', 'script'],
  apply: (draft) => write(writeMore(draft, { document: [toTraditional] }), { encoding: as('big5', 'big5') }),
};
