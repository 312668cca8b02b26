/**
 * The lexical grammar of SQLite as far as it decides where a statement ends: strings, quoted names and comments may hold
 * a semicolon. One alternative per kind of token; an unclosed one runs to the end of the text, as it does in SQLite.
 */
const TOKEN =
  /(?<space>\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|'[^']*'?|"[^"]*"?|`[^`]*`?|\[[^\]]*\]?|(?<end>;)|(?<word>[A-Za-z_]\w*)|[\s\S]/gy;

interface StatementText {
  /** The first statement, without its semicolon. */
  readonly sql: string;
  /** Its words outside strings, names and comments, in upper case; the first one says what it does. */
  readonly words: readonly string[];
  /** True where something follows that is not only space, comments and semicolons. */
  readonly more: boolean;
}

/**
 * Cuts off the first statement of a text. SQLite's prepare takes the first statement and leaves the rest unsaid, so what
 * follows has to be seen here to be refused rather than dropped in silence.
 */
export function firstStatement(text: string): StatementText {
  const words: string[] = [];
  let end = -1;
  for (const token of text.matchAll(TOKEN)) {
    const { space, end: semicolon, word } = token.groups ?? {};
    if (space !== undefined) continue;
    if (semicolon !== undefined) {
      if (end < 0 && words.length > 0) end = token.index;
      continue;
    }
    if (end >= 0) return { sql: text.slice(0, end), words, more: true };
    if (words.length < 4) words.push(word?.toUpperCase() ?? token[0]);
  }
  return { sql: end < 0 ? text : text.slice(0, end), words, more: false };
}
