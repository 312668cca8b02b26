import type { XmlElement } from '../ooxml/parse-xml.ts';
import type { WordFile } from './word-file.ts';

const LISTS = 73;
const OVERRIDES = 74;
const LIST_BYTES = 28;
const LEVEL_BYTES = 28;
const OVERRIDE_BYTES = 16;
const LEVELS = 9;

/** MSONFC: the formats of numbers by their OOXML names; those not listed print as digits. */
const FORMATS: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const element = (
  name: string,
  value: string | number,
  children: readonly XmlElement[] = [],
  key = 'w:val',
): XmlElement => ({
  name,
  attributes: { [key]: String(value) },
  children,
});

/** One level (LVL): its number, how it is printed, and where the next begins. Placeholders 0 to 8 stand for the counters. */
function readLevel(bytes: Buffer, at: number, level: number): { element: XmlElement; end: number } {
  const start = bytes.readUInt32LE(at);
  const format = FORMATS[bytes.readUInt8(at + 4)] ?? 'decimal';
  const legal = bytes.readUInt8(at + 5) & 4;
  const text = at + LEVEL_BYTES + bytes.readUInt8(at + 24) + bytes.readUInt8(at + 25);
  const end = text + 2 + bytes.readUInt16LE(text) * 2;
  const printed = bytes.toString('utf16le', text + 2, end);
  const pattern = [...printed]
    .map((char) => (char.charCodeAt(0) < LEVELS ? `%${char.charCodeAt(0) + 1}` : char))
    .join('');
  const children = [
    element('w:start', start),
    element('w:numFmt', format),
    element('w:lvlText', pattern),
    ...(legal ? [element('w:isLgl', 1)] : []),
  ];
  return { element: element('w:lvl', level, children, 'w:ilvl'), end };
}

/**
 * The lists of a DOC file in the shape of DOCX's `w:numbering`, so that one module counts for both. A list's number is its
 * place among the overrides (PlfLfo), from 1. Undefined where the file has none.
 */
export function readDocLists(file: WordFile): XmlElement | undefined {
  const lists = file.table(LISTS);
  const overrides = file.table(OVERRIDES);
  if (lists.length < 2 || overrides.length < 4) return undefined;
  const count = lists.readUInt16LE(0);
  // The levels stand right behind the table, in the order of the lists, outside its stated length.
  let at = file.main.readUInt32LE(0x9a + LISTS * 8) + 2 + count * LIST_BYTES;
  const abstracts = Array.from({ length: count }, (_, index) => {
    const list = 2 + index * LIST_BYTES;
    const isSimple = lists.readUInt8(list + 26) & 1;
    const levels: XmlElement[] = [];
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) {
      const { element: one, end } = readLevel(file.tables, at, level);
      levels.push(one);
      at = end;
    }
    return element('w:abstractNum', lists.readUInt32LE(list), levels, 'w:abstractNumId');
  });
  const nums = Array.from(
    { length: Math.min(overrides.readUInt32LE(0), (overrides.length - 4) / OVERRIDE_BYTES) },
    (_, index) =>
      element(
        'w:num',
        index + 1,
        [element('w:abstractNumId', overrides.readUInt32LE(4 + index * OVERRIDE_BYTES))],
        'w:numId',
      ),
  );
  return element('w:numbering', '', [...abstracts, ...nums]);
}
