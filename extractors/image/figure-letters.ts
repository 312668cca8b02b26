/**
 * The characters that stand in cells with figures, and those that look like them and can stand there only by mistake.
 * In print a lone 0 is an o, a lone 1 an l: what tells them apart is where they stand.
 */
export const FIGURE_LETTERS: readonly { readonly text: string; readonly alike: readonly string[] }[] = [
  { text: '0', alike: ['o', 'O', '〇', '○', 'Q', 'D', '°', 'о', 'О'] },
  { text: '1', alike: ['l', 'I', '|', '丨', '!', 'i', 'ı', '｜'] },
  // Recognition knows letters on their side too: there a Z is an N.
  { text: '2', alike: ['z', 'Z', 'N'] },
  { text: '3', alike: [] },
  { text: '4', alike: [] },
  { text: '5', alike: ['S', 's'] },
  { text: '6', alike: ['b'] },
  { text: '7', alike: [] },
  { text: '8', alike: ['B'] },
  { text: '9', alike: ['q', 'g'] },
  { text: '.', alike: ['·', '。'] },
  { text: ',', alike: ['，'] },
  { text: '-', alike: ['—', '–', '－', '一', '_', 'ー'] },
  { text: '/', alike: ['／', '\\', '∕', '丿', 'ノ'] },
  { text: '+', alike: ['＋', '十'] },
  { text: '%', alike: ['％'] },
  { text: '×', alike: ['x', 'X', 'ｘ', '✕', '✖', '乂', '㐅'] },
];

const KNOWN = new Set(FIGURE_LETTERS.flatMap(({ text, alike }) => [text, ...alike]));

/** Whether a text holds nothing but characters of figures and their look-alikes. */
export const mayBeFigure = (text: string): boolean => [...text].every((letter) => letter === ' ' || KNOWN.has(letter));
