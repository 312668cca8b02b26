const PAIR =
  /["']?([\w$]{1,40})["']?\s*[:=]\s*(?:"((?:[^"\\\n]|\\.){0,500})"|'((?:[^'\\\n]|\\.){0,500})'|(\d{1,12})\b)/g;

/**
 * The simple values that a piece of script sets, `name: 'value'` and `name = 12` alike, by name; the first of a name wins.
 * Nothing is run: what is computed is absent.
 */
export function scriptValues(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', double, single, digits] of text.matchAll(PAIR)) {
    if (!values.has(name)) values.set(name, (double ?? single ?? digits ?? '').replace(/\\(.)/g, '$1'));
  }
  return values;
}

/** The arguments of the first call of a function, as far as they are plain literals; null where there is no such call. */
export function callArguments(text: string, name: string): string[] | null {
  // The function's own definition comes before its call on many pages.
  for (let at = text.indexOf(`${name}(`); at >= 0; at = text.indexOf(`${name}(`, at + 1)) {
    if (/function\s*$/.test(text.slice(Math.max(0, at - 12), at))) continue;
    const list = text.slice(at + name.length + 1, at + name.length + 401).split(')')[0] ?? '';
    return list.split(',').map((argument) => argument.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  return null;
}

/** The text from an opening bracket to the one that closes it; null where it does not close within 200,000 characters. */
export function bracketed(text: string, open: number): string | null {
  const first = text[open];
  const last = first === '[' ? ']' : '}';
  const end = Math.min(text.length, open + 200_000);
  let depth = 0;
  let quote = '';
  for (let at = open; at < end; at += 1) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\') at += 1;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (char === first) {
      depth += 1;
    } else if (char === last) {
      depth -= 1;
      if (depth === 0) return text.slice(open, at + 1);
    }
  }
  return null;
}
