/** Text from a document as messages quote it: one line, cut after `longest` characters. */
export function quote(text: string, longest = 40): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
