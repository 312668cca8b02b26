/**
 * Many rows as one JSON text, for `json_each`: one bound value instead of a thousand.
 * SQLite would end a text at a NUL and store half a surrogate pair as broken UTF-8; both become U+FFFD, as in any decoder.
 */
export function jsonRows(rows: readonly (readonly unknown[])[]): string {
  const json = JSON.stringify(rows);
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return json.replace(/(\\\\)|\\u(?:0000|d[89a-f][0-9a-f]{2})/g, (_, backslash?: string) => backslash ?? '\ufffd');
}
