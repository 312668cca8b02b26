import { exLostText, type LostText } from '../../src/model/doubts/ex-lost-text.ts';
import type { Doubt, Figures, Message } from '../../src/model/report.ts';
import { findLoss, isTouched, type LossKind } from '../../src/model/text/lost-text.ts';
import type { Document } from '../document.ts';
import { keysByPlace, labelledBy } from './labelled-figures.ts';

/** Fewer lost characters are a bullet or a sign of the page. */
const FEWEST = 3;
/** From so many, where as many or more are lost as are left, nothing can be said of the report. */
const MOST_OF_IT = 20;

const SIGNS: Readonly<Record<LossKind, Message>> = {
  replacement: { zh: '替换字符“\ufffd”（U+FFFD）', en: 'the replacement character U+FFFD' },
  kunjinkao: { zh: '“锟斤拷”', en: '锟斤拷, replacement characters read as GBK' },
  question: { zh: '问号', en: 'question marks' },
};

function textOf({ blocks, marks }: Document): string {
  const texts = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.text;
    return block.kind === 'grid' ? block.cells.map(({ text }) => text) : [];
  });
  return [marks.pageTitle ?? '', ...texts].join('\n');
}

/** What the text of a document has lost, or null. */
export function lostText(document: Document): LostText | null {
  const loss = findLoss(textOf(document));
  if (!loss) return null;
  const { undecoded } = document;
  const utf8 = undecoded === 0 && loss.kind === 'replacement';
  return { loss, signs: SIGNS[loss.kind], undecoded: (undecoded ?? 0) > 0, utf8 };
}

/** The reason to refuse a document most of whose Chinese is lost; null where enough is left. */
export const lostAltogether = (lost: LostText | null): Doubt | null =>
  lost && lost.loss.lost >= Math.max(MOST_OF_IT, lost.loss.left) ? exLostText.altogether(lost) : null;

/** Doubts over what lost characters touch: figures in which they stand, figures whose labels hold them, and the whole. */
export function lossDoubts(document: Document, lost: LostText | null, figures: Figures): Doubt[] {
  if (!lost) return [];
  const { kind, lost: count } = lost.loss;
  const placed = keysByPlace(figures);
  const own = Object.entries(figures)
    .filter(([, { raw }]) => isTouched(raw, kind))
    .map(([key]) => key);
  const labelled = document.blocks.flatMap((block) =>
    block.kind === 'grid'
      ? labelledBy(
          block,
          block.cells.filter(({ text }) => isTouched(text, kind)),
          placed,
        )
      : [],
  );
  const beside = [...new Set(labelled)].filter((key) => !own.includes(key));
  return [
    exLostText.partly(count < FEWEST && own.length + beside.length === 0 ? 'info' : 'warning', [], lost),
    ...(own.length > 0 ? [exLostText.partly('error', own, lost)] : []),
    ...(beside.length > 0 ? [exLostText.partly('warning', beside, lost)] : []),
  ];
}
