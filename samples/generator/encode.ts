import iconv from 'iconv-lite';
import type { Draft } from './draft.ts';

/** Characters that an encoding lacks become references, as publishing software does; a text file has no such way out. */
function representable(text: string, encoding: string): string {
  const kept = new Map<string, string>();
  const write = (character: string): string => {
    const same = iconv.decode(iconv.encode(character, encoding), encoding) === character;
    return same ? character : `&#${character.codePointAt(0)};`;
  };
  return Array.from(text, (character) => {
    const known = kept.get(character) ?? write(character);
    kept.set(character, known);
    return known;
  }).join('');
}

export function encode(text: string, draft: Draft): Uint8Array {
  const { name, mark } = draft.writing.encoding;
  const written = draft.writing.format === 'html' && !/^utf|^gb18030/.test(name) ? representable(text, name) : text;
  return new Uint8Array(iconv.encode(written, name, { addBOM: mark }));
}
