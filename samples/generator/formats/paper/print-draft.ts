import type { Draft, Prose, Table } from '../../draft.ts';
import { spelled } from '../../page.ts';
import { inkPiece } from './ink-table.ts';
import { type LaidCell, layTable } from './laid-table.ts';
import type { PageStyle } from './page-style.ts';
import type { Ink, Measure, Sheet, TextInk } from './sheet.ts';
import { cutTable } from './table-pieces.ts';
import { wrap } from './wrap.ts';

interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly align: 'left' | 'center';
  readonly indent: number;
  readonly weight: TextInk['weight'];
}

const TITLE_SIZE = 18;
const SMALL = 9;

function frontMatter({ truth }: Draft, style: PageStyle): Paragraph[] {
  const centred = (text: string, size: number, weight: TextInk['weight']): Paragraph => ({
    text,
    size,
    align: 'center',
    indent: 0,
    weight,
  });
  const title = centred(truth.title, TITLE_SIZE, style.headings);
  return truth.publishedOn ? [title, centred(`发布日期：${spelled(truth.publishedOn)}`, SMALL, 'regular')] : [title];
}

function paragraphOf(prose: Prose, style: PageStyle): Paragraph {
  const { size } = style.prose;
  const bold = prose.as === 'heading' || prose.as === 'subheading';
  const centred = prose.as === 'note';
  return {
    text: prose.text,
    size,
    align: centred ? 'center' : 'left',
    indent: centred ? 0 : 2 * size,
    weight: bold ? style.headings : 'regular',
  };
}

/** The pages of a report: title and date, prose and tables one below the other, heads and numbers at the margins. */
export function printDraft(draft: Draft, style: PageStyle, measure: Measure): Sheet[] {
  const { margin, width, height } = style;
  const inner = width - 2 * margin;
  const pages: Ink[][] = [[]];
  let y = margin;
  const turnPage = (): void => {
    pages.push([]);
    y = margin;
  };

  const say = ({ text, size, align, indent, weight }: Paragraph): void => {
    const leading = size * style.prose.leading;
    for (const [place, line] of wrap(text, inner, size, measure, indent).entries()) {
      if (y + leading > height - margin) turnPage();
      const x = align === 'center' ? (inner - measure(line, size)) / 2 : place === 0 ? indent : 0;
      pages
        .at(-1)
        ?.push({ kind: 'text', x: margin + x, y: y + (leading + size) / 2 - 0.1 * size, size, text: line, weight });
      y += leading;
    }
  };

  const draw = (table: Table): void => {
    const laid = layTable(table, inner, style.table, measure);
    const printed = new Map<LaidCell, number>();
    y += style.prose.size / 2;
    for (const [place, piece] of cutTable(laid, height - margin - y, height - 2 * margin, style).entries()) {
      if (place > 0) turnPage();
      pages.at(-1)?.push(...inkPiece(laid, piece, [margin, y], printed, style, measure));
      y += piece.reduce((sum, row) => sum + row.height, 0);
    }
    y += style.prose.size;
  };

  for (const paragraph of frontMatter(draft, style)) say(paragraph);
  for (const block of draft.blocks) {
    if (block.kind === 'prose') say(paragraphOf(block, style));
    else draw(block);
  }
  return pages.map((inks, place) => ({
    width,
    height,
    turned: style.turned,
    inks: [...inks, ...margins(draft, style, place + 1, pages.length, measure)],
  }));
}

/** The running head and the page number. */
function margins(draft: Draft, style: PageStyle, page: number, pages: number, measure: Measure): Ink[] {
  const line = (text: string, y: number): Ink => ({
    kind: 'text',
    x: (style.width - measure(text, SMALL)) / 2,
    y,
    size: SMALL,
    text,
    weight: 'regular',
  });
  const number = style.pageNumber?.(page, pages);
  return [
    ...(style.runningHead ? [line(`${draft.truth.agency}政务公开`, style.margin / 2)] : []),
    ...(number ? [line(number, style.height - style.margin / 2)] : []),
  ];
}
