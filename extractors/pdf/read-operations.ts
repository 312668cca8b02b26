import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../layout/box.ts';
import { IDENTITY, type Matrix, mapBox } from './matrix.ts';
import type { PageContent } from './page-content.ts';
import { type Names, Painter } from './painter.ts';
import { readPath } from './path-rules.ts';
import type { ListedGlyph } from './text-state.ts';

/** One page's drawing operations as pdf.js lists them: codes, and the arguments of each. */
export interface OperationList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** What is drawn on a page, before it is known which page that is. */
type Drawn = Omit<PageContent, 'page' | 'width' | 'height' | 'toPage'>;

type Action = (painter: Painter, args: readonly unknown[]) => void;

/** An action on arguments of the shape that pdf.js 5 gives them. */
const on = <Args extends readonly unknown[]>(action: (painter: Painter, args: Args) => void): Action =>
  action as Action;

type Sized = readonly [{ readonly width: number; readonly height: number }];

const clip = on((painter) => {
  painter.clipNext = true;
});
const restore = on((painter) => painter.restore());
const paintSized = on<Sized>((painter, [{ width, height }]) => painter.paintImage(width * height, false));

/** What each operation does to the painter; those that neither draw nor place anything are not listed. */
const ACTIONS: Readonly<Record<number, Action>> = {
  [OPS.save]: on((painter) => painter.save()),
  [OPS.restore]: restore,
  [OPS.transform]: on<Matrix>((painter, matrix) => painter.transform(matrix)),
  [OPS.setGState]: on<[readonly (readonly [string, unknown])[]]>((painter, [entries]) => painter.setState(entries)),
  [OPS.beginText]: on((painter) => painter.setTextMatrix(IDENTITY)),
  [OPS.setCharSpacing]: on<[number]>((painter, [spacing]) => painter.set({ charSpacing: spacing })),
  [OPS.setWordSpacing]: on<[number]>((painter, [spacing]) => painter.set({ wordSpacing: spacing })),
  [OPS.setHScale]: on<[number]>((painter, [percent]) => painter.set({ stretch: percent / 100 })),
  [OPS.setLeading]: on<[number]>((painter, [leading]) => painter.set({ leading: -leading })),
  [OPS.setTextRise]: on<[number]>((painter, [rise]) => painter.set({ rise })),
  [OPS.setTextRenderingMode]: on<[number]>((painter, [mode]) => painter.set({ mode })),
  [OPS.setFont]: on<[string, number]>((painter, [name, size]) => painter.setFont(name, size)),
  [OPS.moveText]: on<[number, number]>((painter, [x, y]) => painter.moveText(x, y)),
  [OPS.setLeadingMoveText]: on<[number, number]>((painter, [x, y]) => {
    painter.set({ leading: y });
    painter.moveText(x, y);
  }),
  [OPS.setTextMatrix]: on<[Matrix]>((painter, [matrix]) => painter.setTextMatrix(matrix)),
  [OPS.nextLine]: on((painter) => painter.moveText(0, painter.state.leading)),
  [OPS.showText]: on<[readonly (ListedGlyph | number)[]]>((painter, [list]) => painter.showText(list)),
  [OPS.clip]: clip,
  [OPS.eoClip]: clip,
  [OPS.constructPath]: on<[number, readonly (ArrayLike<number> | null)[]]>((painter, [paint, [data]]) => {
    painter.budget.spend('operations', data?.length ?? 0);
    painter.paintPath(paint, data ? readPath(data, painter.state.matrix) : []);
  }),
  [OPS.paintFormXObjectBegin]: on<[Matrix | null, Box | null]>((painter, [matrix, box]) => {
    painter.save();
    painter.transform(matrix);
    if (box) painter.clipTo(mapBox(painter.state.matrix, box));
  }),
  [OPS.paintFormXObjectEnd]: restore,
  // A mask group is drawn to tell where something else shows; nobody sees its own text.
  [OPS.beginGroup]: on<[{ readonly smask?: unknown }]>((painter, [{ smask }]) => {
    painter.save();
    painter.set({ alpha: 1 });
    painter.open(painter.groups, !smask);
  }),
  [OPS.endGroup]: on((painter) => {
    painter.close(painter.groups);
    painter.restore();
  }),
  [OPS.beginAnnotation]: on<[string, Box, Matrix, Matrix]>((painter, [, , placed, own]) => {
    painter.save();
    painter.startAfresh();
    painter.transform(placed);
    painter.transform(own);
  }),
  [OPS.endAnnotation]: restore,
  [OPS.beginMarkedContent]: on((painter) => painter.open(painter.marks, true)),
  [OPS.beginMarkedContentProps]: on<[string, unknown]>((painter, [tag, layer]) =>
    painter.open(painter.marks, tag !== 'OC' || painter.names.layerShown(layer)),
  ),
  [OPS.endMarkedContent]: on((painter) => painter.close(painter.marks)),
  [OPS.paintImageXObject]: on<[string, number, number]>((painter, [, width, height]) =>
    painter.paintImage(width * height, true),
  ),
  [OPS.paintInlineImageXObject]: paintSized,
  [OPS.paintImageMaskXObject]: paintSized,
  [OPS.paintSolidColorImageMask]: on((painter) => painter.paintImage(1, false)),
};

/**
 * What the operations of a page draw, in drawing order.
 *
 * @param base from the page's own coordinates (points, y upwards) to those of the result
 * @param page the visible box in the coordinates of the result; what lies outside is left out
 */
export function readOperations(list: OperationList, base: Matrix, page: Box, names: Names): Drawn {
  const painter = new Painter(base, page, names);
  painter.budget.spend('operations', list.fnArray.length);
  for (let i = 0; i < list.fnArray.length; i += 1) {
    ACTIONS[list.fnArray[i] ?? 0]?.(painter, list.argsArray[i] ?? []);
  }
  const { text, rules, images, hidden, shapes } = painter;
  const { glyphs, outside, sizeless } = text;
  return { glyphs, rules, images, hidden, outside, sizeless, shapes };
}
