import type { Draft } from '../../generator/draft.ts';
import { measure } from '../../generator/formats/paper/fonts.ts';
import { type PageStyle, PLAIN_PAGE } from '../../generator/formats/paper/page-style.ts';
import { printDraft } from '../../generator/formats/paper/print-draft.ts';
import { rectangleOf, type Sheet, type TextInk } from '../../generator/formats/paper/sheet.ts';
import type { Rng } from '../../generator/rng.ts';
import type { Pieces } from '../pieces.ts';
import type { Workpiece } from '../workpiece.ts';
import { addFont, encoded, type PaperFont, paperFont } from './paper-font.ts';
import { PdfFile } from './pdf-file.ts';
import { type PrintEffect, type PrintResource, type Spot, show } from './print-effect.ts';

/** How the pages of a crafted report are set. */
interface PrintContainer {
  readonly name: string;
  readonly edition?: '2019' | '2021';
  readonly style: Partial<PageStyle>;
}

export const PRINT_CONTAINERS: readonly PrintContainer[] = [
  { name: 'ruled, 2019', edition: '2019', style: { ruling: 'joined' } },
  { name: 'ruled, 2021', edition: '2021', style: { ruling: 'boxes' } },
  { name: 'ruled by rectangles', style: { ruling: 'rectangles' } },
  { name: 'unruled', style: { ruling: 'none', table: { ...PLAIN_PAGE.table, padding: 5 } } },
  { name: 'many short pages', style: { ruling: 'joined', height: 520, repeatsHeader: true } },
];

/** Private-use marks that stand before the first character of a crafted cell, one for each; without width. */
const FIRST_MARK = 0xe100;
const MARKS = /[\ue100-\ue1ff]/g;
const plainMeasure = (text: string, size: number): number => measure(text.replace(MARKS, ''), size);

/** The draft with a mark in each crafted cell, by which its ink is found again. */
function marked(work: Workpiece, isSeen: boolean): { draft: Draft; pieces: Pieces[] } {
  const pieces: Pieces[] = [];
  const blocks = work.draft.blocks.map((block) =>
    block.kind === 'prose'
      ? block
      : {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((one) => {
              const own = work.places.get(one);
              if (!own) return one;
              const rest = own.before + own.after;
              const seen = rest === '' || isSeen ? own.before + own.part + own.after : rest;
              return { ...one, text: String.fromCharCode(FIRST_MARK + pieces.push(own) - 1) + seen };
            }),
          })),
        },
  );
  return { draft: { ...work.draft, blocks }, pieces };
}

const rounded = (value: number): number => Number(value.toFixed(2));

interface Drawn {
  readonly operators: string;
  readonly spots: readonly Spot[];
}

interface Laid {
  readonly text: string;
  readonly x: number;
}

/**
 * The pieces one after the other, the number kept in the middle of its cell. Of words only the first line is crafted; what is
 * hidden beside them lies under them.
 */
function layPieces({ text, x, size }: TextInk, pieces: Pieces): readonly [Laid, Laid, Laid] {
  const { before, part, after } = pieces;
  const said = text.replace(MARKS, '');
  const none = { text: '', x };
  if (before + after === '') return [none, { text: said, x }, none];
  if (!/^[\d.]+$/.test(said)) {
    if (before === '') return [none, { text: part, x }, { text: said, x }];
    return [{ text: said, x }, { text: part, x: x + measure(said, size) }, none];
  }
  // What is hidden or small was not counted when the cell was laid out.
  const left = x - (said === before + after ? measure(part, size) / 2 : 0);
  const middle = left + measure(before, size);
  return [
    { text: before, x: left },
    { text: part, x: middle },
    { text: after, x: middle + measure(part, size) },
  ];
}

function drawCrafted(ink: TextInk, height: number, pieces: Pieces, effect: PrintEffect, font: PaperFont): Drawn {
  const digits = (text: string): string => encoded(text, font);
  const [front, middle, last] = layPieces(ink, pieces).map(
    ({ text, x }): Spot => ({
      ...{ x: rounded(x), y: rounded(height - ink.y), size: rounded(ink.size), text, string: digits(text), digits },
      width: rounded(measure(text, ink.size)),
    }),
  ) as [Spot, Spot, Spot];
  const plain = (spot: Spot): string => (spot.text === '' ? '' : show(spot));
  return { operators: [plain(front), effect.draw(middle), plain(last)].join('\n'), spots: [middle] };
}

function pageContents(sheet: Sheet, pieces: readonly Pieces[], effect: PrintEffect, font: PaperFont): Drawn {
  const spots: Spot[] = [];
  const lines = sheet.inks.map((ink) => {
    if (ink.kind === 'rule') {
      const [x, y, wide, high] = rectangleOf(ink);
      return ink.as === 'rectangle'
        ? `${rounded(x)} ${rounded(sheet.height - y - high)} ${rounded(wide)} ${rounded(high)} re f`
        : `${ink.thickness} w ${rounded(ink.x0)} ${rounded(sheet.height - ink.y0)} m ${rounded(ink.x1)} ${rounded(sheet.height - ink.y1)} l S`;
    }
    const own = pieces[(ink.text.match(MARKS)?.[0]?.charCodeAt(0) ?? 0) - FIRST_MARK];
    if (own) {
      const drawn = drawCrafted(ink, sheet.height, own, effect, font);
      spots.push(...drawn.spots);
      return drawn.operators;
    }
    return `BT /F1 ${rounded(ink.size)} Tf 1 0 0 1 ${rounded(ink.x)} ${rounded(sheet.height - ink.y)} Tm ${encoded(ink.text, font)} Tj ET`;
  });
  return { operators: lines.join('\n'), spots };
}

const another = (one: string): string => (/\d/.test(one) ? String((Number(one) + 3) % 10) : one);

/** A workpiece as a PDF, its operators as ISO 32000 has them. */
export function writePrint(work: Workpiece, effect: PrintEffect, container: PrintContainer, _: Rng): Uint8Array {
  const { draft, pieces } = marked(work, effect.sight !== 'nothing' && effect.sight !== 'mark');
  const sheets = printDraft(draft, { ...PLAIN_PAGE, ...container.style }, plainMeasure);
  const texts = sheets.flatMap(({ inks }) => inks.flatMap((ink) => (ink.kind === 'text' ? [ink.text] : [])));
  const font = paperFont([...texts, ...pieces.map(({ part }) => part)].map((text) => text.replace(MARKS, '')));

  const file = new PdfFile();
  const [root, pages] = [file.reserve(), file.reserve()];
  const program = file.stream(font.program, `/Length1 ${font.program.length}`);
  const plain = addFont(file, font, program);
  const second = effect.unicode ? addFont(file, font, program, effect.unicode === 'another' ? another : null) : plain;
  const fields: number[] = [];
  const off: number[] = [];
  const place = ({ kind, body, stream }: PrintResource): number => {
    const own = body.replaceAll('FONT', `${plain} 0 R`);
    const number = stream === undefined ? file.add(own) : file.stream(stream, own);
    if (kind === 'Properties') off.push(number);
    return number;
  };
  const pageNumbers = sheets.map((sheet) => {
    const { operators, spots } = pageContents(sheet, pieces, effect, font);
    const contents = file.stream(operators, '', spots.length > 0 ? effect.damage : undefined);
    const own = spots.slice(0, 1).flatMap((spot) => effect.resources?.(spot) ?? []);
    const named = (kind: PrintResource['kind']): string =>
      own.flatMap((one) => (one.kind === kind ? [`/${one.name} ${place(one)} 0 R`] : [])).join(' ');
    const annotations = spots.flatMap((spot) => {
      const entries = effect.annotation?.(spot);
      return entries === undefined ? [] : [file.add(`<< /Type /Annot ${entries} >>`)];
    });
    if (effect.field) fields.push(...annotations);
    const resources = `<< /Font << /F1 ${plain} 0 R /F2 ${second} 0 R ${named('Font')} >> /XObject << ${named('XObject')} >> /ExtGState << ${named('ExtGState')} >> /Properties << ${named('Properties')} >> /Pattern << ${named('Pattern')} >> >>`;
    const notes = annotations.length > 0 ? `/Annots [${annotations.map((one) => `${one} 0 R`).join(' ')}]` : '';
    return file.add(
      `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${sheet.width} ${sheet.height}] /Resources ${resources} /Contents ${contents} 0 R ${notes} >>`,
    );
  });
  file.set(
    pages,
    `<< /Type /Pages /Count ${pageNumbers.length} /Kids [${pageNumbers.map((one) => `${one} 0 R`).join(' ')}] >>`,
  );
  const helvetica = fields.length > 0 ? file.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>') : 0;
  const form =
    fields.length > 0
      ? `/AcroForm << /Fields [${fields.map((one) => `${one} 0 R`).join(' ')}] /DR << /Font << /Helv ${helvetica} 0 R >> >> >>`
      : '';
  const groups = off.map((one) => `${one} 0 R`).join(' ');
  const layers = off.length > 0 ? `/OCProperties << /OCGs [${groups}] /D << /OFF [${groups}] /Order [] >> >>` : '';
  file.set(root, `<< /Type /Catalog /Pages ${pages} 0 R ${form} ${layers} >>`);
  return file.bytes(root);
}
