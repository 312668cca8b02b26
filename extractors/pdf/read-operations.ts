import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../layout/box.ts';
import { parseColour } from './appearance/colour.ts';
import { HARMLESS_OPERATIONS } from './appearance/harmless-operations.ts';
import { seeGlyphs } from './appearance/see-glyphs.ts';
import { unclearGlyphs } from './appearance/unclear-glyphs.ts';
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

const restore = on((painter) => painter.restore());
const paintSized = on<Sized>((painter, [{ width, height }]) => painter.paintImage(width * height, false));
/** The colour of a pattern is not followed. */
const PATTERN = null;

/** What each operation does to the painter; those that change nothing of what is read are in `harmless-operations.ts`. */
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
  [OPS.endText]: on((painter) => painter.endText()),
  [OPS.setFillRGBColor]: on<[unknown]>((painter, [colour]) => painter.set({ fill: parseColour(colour) })),
  [OPS.setStrokeRGBColor]: on<[unknown]>((painter, [colour]) => painter.set({ stroke: parseColour(colour) })),
  [OPS.setFillColorN]: on((painter) => painter.set({ fill: PATTERN })),
  [OPS.setStrokeColorN]: on((painter) => painter.set({ stroke: PATTERN })),
  [OPS.setFillTransparent]: on((painter) => painter.set({ fill: PATTERN })),
  [OPS.setStrokeTransparent]: on((painter) => painter.set({ stroke: PATTERN })),
  [OPS.clip]: on((painter) => {
    painter.clipNext = 'nonzero';
  }),
  [OPS.eoClip]: on((painter) => {
    painter.clipNext = 'evenodd';
  }),
  [OPS.shadingFill]: on((painter) => painter.paintShading()),
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
  [OPS.beginGroup]: on<[{ readonly smask?: unknown }]>((painter, [{ smask }]) => painter.beginGroup(Boolean(smask))),
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
  [OPS.beginMarkedContent]: on((painter) => painter.open(painter.layers, true)),
  [OPS.beginMarkedContentProps]: on<[string, unknown]>((painter, [tag, layer]) =>
    painter.open(painter.layers, tag !== 'OC' || painter.names.layerShown(layer)),
  ),
  [OPS.endMarkedContent]: on((painter) => painter.close(painter.layers)),
  [OPS.paintImageXObject]: on<[string, number, number]>((painter, [name, width, height]) =>
    painter.paintImage(width * height, !painter.names.isTransparent(name)),
  ),
  [OPS.paintImageXObjectRepeat]: on<[string, number, number, ArrayLike<number>]>(
    (painter, [name, across, down, positions]) =>
      painter.paintImages([across, 0, 0, down], positions, !painter.names.isTransparent(name)),
  ),
  [OPS.paintInlineImageXObjectGroup]: on<[unknown, readonly { readonly transform: Matrix }[]]>(
    (painter, [, placed]) => {
      for (const { transform } of placed)
        painter.paintImages([transform[0], transform[1], transform[2], transform[3]], transform.slice(4), false);
    },
  ),
  [OPS.paintImageMaskXObjectGroup]: on<[readonly { readonly transform: Matrix }[]]>((painter, [placed]) => {
    for (const { transform } of placed)
      painter.paintImages([transform[0], transform[1], transform[2], transform[3]], transform.slice(4), false);
  }),
  [OPS.paintImageMaskXObjectRepeat]: on<[unknown, number, number, number, number, ArrayLike<number>]>(
    (painter, [, across, skewX, skewY, down, positions]) =>
      painter.paintImages([across, skewX, skewY, down], positions, false),
  ),
  [OPS.paintInlineImageXObject]: paintSized,
  [OPS.paintImageMaskXObject]: paintSized,
  [OPS.paintSolidColorImageMask]: on((painter) => painter.paintBox()),
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
    const code = list.fnArray[i] ?? 0;
    const action = ACTIONS[code];
    if (action) action(painter, list.argsArray[i] ?? []);
    else if (!HARMLESS_OPERATIONS.has(code)) painter.paintUnknown();
  }
  const { text, rules, images, covers, marks, hidden, shapes } = painter;
  const { outside, sizeless } = text;
  const { seen, unseen, marks: unclear } = seeGlyphs(text.glyphs, covers);
  return {
    ...{ glyphs: seen, unseen: [...unseen, ...painter.unseen], rules, images, outside, sizeless, shapes },
    hidden: hidden + unseen.length,
    marks: [...marks, ...unclear, ...unclearGlyphs(seen)],
  };
}
