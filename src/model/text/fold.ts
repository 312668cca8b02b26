import { unifyCharacters } from './compatibility.ts';
import { toSimplified } from './traditional.ts';

/** Zero-width characters, soft hyphens, direction marks and byte order marks: never visible, often pasted. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const SPACE = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** Text as a reader sees it: invisible characters gone, look-alikes unified, every run of white space one space, trimmed. */
export function tidyText(text: string): string {
  const bare = text.trim();
  return isTidy(bare) ? bare : unifyCharacters(text.replace(INVISIBLE, '')).replace(SPACE, ' ').trim();
}

/** Digits, common characters and punctuation: most cells and paragraphs need no tidying. */
const PLAIN = /^[\x20-\x7e\u00b7\u2010-\u2027\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*$/;
const isTidy = (trimmed: string): boolean => PLAIN.test(trimmed) && !trimmed.includes('  ');

/** Like {@link tidyText}, with line breaks kept. */
export function tidyLines(text: string): string {
  const bare = text.trim();
  if (isTidy(bare)) return bare;
  return text
    .split('\n')
    .map(tidyText)
    .filter((line) => line !== '')
    .join('\n');
}

const PUNCTUATION = /[^\p{L}\p{N}]+/gu;

/** Words of one meaning, already in simplified characters. */
const WORDS: Readonly<Record<string, string>> = { 其它: '其他', 资讯: '信息', 档案: '文件', 专案: '项目' };
const OTHER_WORDS = /其它|资讯|档案|专案/g;

/**
 * Text reduced to what two spellings of one phrase share: compatibility forms (NFKC), simplified characters, no white
 * space, no punctuation, 其它 as 其他, words that converters to traditional characters put (檔案, 資訊, 專案) turned back. For
 * comparing only.
 */
export function foldText(text: string): string {
  return toSimplified(unifyCharacters(text).normalize('NFKC').replace(INVISIBLE, ''))
    .replace(PUNCTUATION, '')
    .replace(OTHER_WORDS, (word) => WORDS[word] ?? word)
    .toLowerCase();
}
