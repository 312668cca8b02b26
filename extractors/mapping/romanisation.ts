import { exAppearance } from '../../src/model/doubts/ex-appearance.ts';
import type { Block, Document } from '../document.ts';

/** 信(xin)息公(gong)(gong)开(kai): the sound of a character in brackets behind it, as some mirrors of pages add it. */
const SOUND = /(?<=\p{Script=Han})(?:[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）])+/giu;
const MAY_HOLD = /\p{Script=Han}[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔù]{1,6}[)）]/iu;
/** Fewer may be names and abbreviations: 条例(gb). */
const LEAST = 8;

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [block.text];
  return block.kind === 'grid' ? block.cells.map(({ text }) => text) : [];
}

const strip = (text: string): string => (MAY_HOLD.test(text) ? text.replace(SOUND, '') : text);

function stripBlock(block: Block): Block {
  if (block.kind === 'paragraph') return { ...block, text: strip(block.text) };
  if (block.kind === 'grid')
    return { ...block, cells: block.cells.map((cell) => ({ ...cell, text: strip(cell.text) })) };
  return block;
}

/** The document without sounds in brackets, and a doubt that tells of them; the same where it has none. */
export function withoutRomanisation(document: Document): Document {
  let times = 0;
  let example = '';
  for (const text of document.blocks.flatMap(textsOf)) {
    if (!MAY_HOLD.test(text)) continue;
    times += text.match(SOUND)?.length ?? 0;
    if (example === '') example = text.slice(0, 40);
  }
  if (times < LEAST) return document;
  const { marks } = document;
  return {
    ...document,
    blocks: document.blocks.map(stripBlock),
    marks: {
      ...(marks.pageTitle === undefined ? {} : { pageTitle: strip(marks.pageTitle) }),
      meta: Object.fromEntries(Object.entries(marks.meta).map(([name, text]) => [name, strip(text)])),
    },
    doubts: [...document.doubts, exAppearance.romanised(times, example)],
  };
}
