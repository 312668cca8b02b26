import { describe, expect, it } from 'vitest';
import type { Position, Sight } from '../../../samples/cells/effect.ts';
import { byDrawing, type PrintEffect, type Spot, show } from '../../../samples/cells/print/print-effect.ts';
import { judgeOrder } from '../../sweep/read-cells.ts';

/** Ways in which a page shows its numbers otherwise than its text says, beside those of the mill of crafted cells. */

const box = ({ x, y, size, width }: Spot): string => `${x - 0.5} ${y - 0.25 * size} ${width + 1} ${1.2 * size}`;
const corners = ({ x, y, size, width }: Spot): string => `${x} ${y - 2} ${x + width} ${y + size}`;
const quad = ({ x, y, size, width }: Spot): string =>
  `${x} ${y + size} ${x + width} ${y + size} ${x} ${y} ${x + width} ${y}`;
const state = (body: string): Partial<PrintEffect> => ({
  resources: () => [{ kind: 'ExtGState', name: 'T0', body: `<< ${body} >>` }],
});
const turned = ({ x, y, size, string }: Spot, matrix: string): string =>
  `BT /F1 ${size} Tf ${matrix} ${x} ${y} Tm ${string} Tj ET`;

type Case = readonly [name: string, sight: Sight, at: Position, draw: PrintEffect['draw'], more?: Partial<PrintEffect>];

const CASES: readonly Case[] = [
  ['plain text', 'text', 'whole', (spot) => show(spot)],
  ['slanted letters', 'text', 'whole', (spot) => turned(spot, '1 0 .3 1')],
  ['white filled, black outlines', 'text', 'whole', (spot) => show(spot, '2 Tr 0 G 1 g .3 w')],
  ['a coloured ground', 'text', 'whole', (spot) => `q 1 1 0 rg ${box(spot)} re f Q ${show(spot)}`],
  [
    'marked over by a highlighter',
    'text',
    'whole',
    (spot) => `${show(spot)} q /T0 gs 1 1 0 rg ${box(spot)} re f Q`,
    state('/BM /Multiply'),
  ],
  [
    'underlined',
    'text',
    'whole',
    (spot) => `${show(spot)} q .5 w ${spot.x} ${spot.y - 1.2} m ${spot.x + spot.width} ${spot.y - 1.2} l S Q`,
  ],
  [
    'a link',
    'text',
    'whole',
    (spot) => show(spot),
    { annotation: (spot) => `/Subtype /Link /Rect [${corners(spot)}]` },
  ],
  ['white by CMYK', 'nothing', 'before', (spot) => show(spot, '0 0 0 0 k')],
  ['white outlines', 'nothing', 'behind', (spot) => show(spot, '1 Tr 1 G')],
  ['white that multiplies', 'nothing', 'before', (spot) => show(spot, '/T0 gs 1 g'), state('/BM /Multiply')],
  ['black that screens', 'nothing', 'before', (spot) => show(spot, '/T0 gs 0 g'), state('/BM /Screen')],
  ['a hole in the clip', 'nothing', 'beside', (spot) => show(spot, `0 0 2000 2000 re ${box(spot)} re W* n`)],
  [
    'a field that is hidden',
    'nothing',
    'whole',
    () => '',
    {
      field: true,
      annotation: (spot) =>
        `/Subtype /Widget /FT /Tx /F 2 /T (n) /V (${spot.text}) /Rect [${corners(spot)}] /DA (/Helv 9 Tf)`,
    },
  ],
  ['hardly any ink', 'unclear', 'whole', (spot) => show(spot, '.93 g')],
  ['a mode of blending', 'unclear', 'whole', (spot) => show(spot, '/T0 gs'), state('/BM /Luminosity')],
  ['blackened', 'unclear', 'whole', (spot) => `${show(spot)} q 0 g ${box(spot)} re f Q`],
  [
    'half covered',
    'unclear',
    'whole',
    (spot) => `${show(spot)} q 1 g ${spot.x} ${spot.y - 3} ${spot.width} ${0.6 * spot.size} re f Q`,
  ],
  ['on its side', 'unclear', 'whole', (spot) => turned(spot, '0 1 -1 0')],
  ['askew', 'unclear', 'whole', (spot) => turned(spot, '.94 .34 -.34 .94')],
  ['mirrored by its stretch', 'unclear', 'whole', (spot) => show({ ...spot, x: spot.x + spot.width }, '-100 Tz')],
  ['letters set far apart', 'unclear', 'row', (spot) => show({ ...spot, x: spot.x - 10 }, '20 Tc')],
  ['one half its size', 'unclear', 'behind', (spot) => show({ ...spot, size: 0.5 * spot.size })],
  [
    'between other digits',
    'unclear',
    'whole',
    (spot) => `${show(spot)} ${show({ ...spot, x: spot.x + 0.25 * spot.size, string: spot.digits('777') })}`,
  ],
  [
    'struck out aslant',
    'unclear',
    'whole',
    (spot) => `${show(spot)} q 1 w ${spot.x - 1} ${spot.y - 2} m ${spot.x + spot.width} ${spot.y + spot.size} l S Q`,
  ],
  [
    'struck by a thin box',
    'unclear',
    'whole',
    (spot) => `${show(spot)} ${spot.x} ${spot.y + 3.5} ${spot.width} .6 re f`,
  ],
  [
    'a digit of curves',
    'unclear',
    'whole',
    ({ x, y }) => `q ${x} ${y} m ${x + 8} ${y} ${x + 8} ${y + 8} ${x} ${y + 8} c S Q`,
  ],
  [
    'a picture in the page itself',
    'unclear',
    'whole',
    ({ x, y, width, size }) => `q ${width} 0 0 ${size} ${x} ${y} cm BI /W 8 /H 8 /CS /G /BPC 1 ID 12345678 EI Q`,
  ],
  [
    'struck out by a note',
    'unclear',
    'whole',
    (spot) => show(spot),
    {
      annotation: (spot) => `/Subtype /StrikeOut /Rect [${corners(spot)}] /QuadPoints [${quad(spot)}]`,
    },
  ],
  [
    'a font that does not say its characters',
    'unclear',
    'whole',
    (spot) => show(spot).replace('/F1', '/F2'),
    { unicode: 'nothing' },
  ],
];

describe('a cell of a PDF that is not what its text says', () => {
  it.each(CASES.map((one) => ({ name: one[0], one })))(
    '$name',
    async ({ one: [name, sight, position, draw, more] }) => {
      const effect = byDrawing(name, '', sight, draw, more);
      const { judgement } = await judgeOrder({ format: 'pdf', part: 'open', effect, position, seed: 3 });
      // Of what nobody can tell, a doubt is what is right.
      expect(judgement).toMatchObject({ outcome: 'right', doubtedThough: false, harmed: [] });
    },
  );
});
