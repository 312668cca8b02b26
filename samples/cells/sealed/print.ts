import { NUMBERS_ONLY } from '../effect.ts';
import { byDrawing, type PrintEffect, type Spot, show } from '../print/print-effect.ts';

/** Kept aside: ISO 32000. */

const UNCLEAR = ['whole', 'row'] as const;
const box = ({ x, y, size, width }: Spot): string => `${x - 0.5} ${y - 0.25 * size} ${width + 1} ${1.2 * size}`;
const corners = ({ x, y, size, width }: Spot): string => `${x} ${y - 2} ${x + width} ${y + size}`;

export const SEALED_PRINT: readonly PrintEffect[] = [
  byDrawing('white in cmyk', '8.6.8', 'nothing', (spot) => show(spot, '0 0 0 0 k')),
  byDrawing('nearly white', '8.6.8', 'nothing', (spot) => show(spot, '.996 g')),
  byDrawing('white outlines', '9.3.6', 'nothing', (spot) => show(spot, '1 Tr 1 G')),
  byDrawing(
    'covered by a picture',
    '8.9.5',
    'nothing',
    (spot) => `${show(spot)} q ${spot.width + 2} 0 0 ${1.3 * spot.size} ${spot.x - 1} ${spot.y - 3} cm /I0 Do Q`,
    {
      resources: () => [
        {
          kind: 'XObject',
          name: 'I0',
          body: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
          stream: '\xff',
        },
      ],
    },
  ),
  byDrawing(
    'covered by a path',
    '8.5.2',
    'nothing',
    ({ x, y, size, width, ...spot }) =>
      `${show({ x, y, size, width, ...spot })} q 1 1 1 rg ${x - 1} ${y - 3} m ${x + width + 1} ${y - 3} l ${x + width + 1} ${y + size} l ${x - 1} ${y + size} l h f* Q`,
  ),
  byDrawing(
    'covered, then shown again',
    '8.5.3',
    'text',
    (spot) => `${show(spot)} q 1 g ${box(spot)} re f Q ${show(spot)}`,
  ),
  byDrawing(
    'scaled to nothing',
    '8.3.3',
    'nothing',
    (spot) => `q .01 0 0 .01 ${spot.x} ${spot.y} cm ${show({ ...spot, x: 0, y: 0 })} Q`,
  ),
  byDrawing('an empty clip', '8.5.4', 'nothing', (spot) => show(spot, `${spot.x} ${spot.y} 0 0 re W n`)),
  byDrawing('optional contents, off', '8.11', 'nothing', (spot) => `/OC /Off BDC ${show(spot)} EMC`, {
    resources: () => [{ kind: 'Properties', name: 'Off', body: '<< /Type /OCG /Name (Off) >>' }],
  }),
  byDrawing(
    'a quarter turn',
    '9.4.2',
    'unclear',
    ({ x, y, size, string }) => `BT /F1 ${0.8 * size} Tf 0 1 -1 0 ${x + 8} ${y - 2} Tm ${string} Tj ET`,
    { at: ['whole'] },
  ),
  byDrawing(
    'flipped',
    '8.3.3',
    'unclear',
    (spot) => `q 1 0 0 -1 0 ${2 * spot.y + 0.7 * spot.size} cm ${show(spot)} Q`,
    { at: UNCLEAR },
  ),
  byDrawing('lowered', '9.3.7', 'mark', (spot) => show({ ...spot, size: 0.5 * spot.size }, `${-0.2 * spot.size} Ts`)),
  byDrawing('raised by the matrix', '9.4.2', 'mark', (spot) =>
    show({ ...spot, size: 0.55 * spot.size, y: spot.y + 0.4 * spot.size }),
  ),
  byDrawing(
    'wide gap of TJ',
    '9.4.3',
    'unclear',
    (spot) =>
      show({
        ...spot,
        x: spot.x - 10,
        string: `[${spot.digits('7')} -3500 ${spot.digits(spot.text.padStart(3, '4').slice(-3))}]`,
      }).replace(' Tj', ' TJ'),
    { at: ['whole'] },
  ),
  byDrawing(
    'one line below the other',
    '9.4.2',
    'unclear',
    (spot) =>
      `${show({ ...spot, size: 0.6 * spot.size, y: spot.y + 0.5 * spot.size, string: spot.digits('7') })} ${show({ ...spot, size: 0.6 * spot.size, y: spot.y - 0.2 * spot.size, string: spot.digits('444') })}`,
    { at: ['whole'] },
  ),
  byDrawing('spaced letters', '9.3.2', 'text', (spot) => show(spot, '.8 Tc'), { at: NUMBERS_ONLY }),
  byDrawing(
    'an empty text for it',
    '14.9.4',
    'text',
    (spot) => `/Span << /ActualText <FEFF> >> BDC ${show(spot)} EMC`,
    { at: NUMBERS_ONLY },
  ),
  byDrawing('the font says nothing', '9.10.2', 'text', (spot) => show(spot).replace('/F1', '/F2'), {
    unicode: 'nothing',
    at: NUMBERS_ONLY,
  }),
  byDrawing('drawn twice', '9.4.3', 'text', (spot) => `${show(spot)} ${show({ ...spot, x: spot.x + 0.2 })}`),
  byDrawing(
    'crossed out',
    '8.5.2',
    'unclear',
    (spot) => `${show(spot)} q 1 w ${spot.x} ${spot.y - 1} m ${spot.x + spot.width} ${spot.y + spot.size} l S Q`,
    { at: UNCLEAR },
  ),
  byDrawing(
    'struck by a filled bar',
    '8.5.3',
    'mark',
    (spot) => `${show(spot)} q ${spot.x - 1} ${spot.y + 0.3 * spot.size} ${spot.width + 2} 1 re f Q`,
    { at: ['before', 'behind', 'beside'] },
  ),
  byDrawing('pattern white', '8.7', 'nothing', (spot) => show(spot, '/Pattern cs /P0 scn'), {
    resources: () => [
      {
        kind: 'Pattern',
        name: 'P0',
        body: '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>',
        stream: '1 g 0 0 9 9 re f',
      },
    ],
  }),
  byDrawing(
    'glyphs as procedures',
    '9.6.5',
    'text',
    (spot) => `BT /T3 ${spot.size} Tf 1 0 0 1 ${spot.x} ${spot.y} Tm (${spot.text.replace(/\d/g, '1')}) Tj ET`,
    {
      sight: 'unclear',
      at: ['whole'],
      resources: () => [
        {
          kind: 'Font',
          name: 'T3',
          body: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << /a << >> >> /Encoding << /Type /Encoding /Differences [49 /a] >> /FirstChar 49 /LastChar 49 /Widths [600] >>',
        },
      ],
    },
  ),
  byDrawing('page cut away', '14.11.2', 'nothing', (spot) => show({ ...spot, y: spot.y + 3000 })),
  byDrawing('note of a viewer', '12.5.6.4', 'nothing', () => '', {
    annotation: (spot) => `/Subtype /Text /Rect [${corners(spot)}] /Contents (${spot.text}) /F 2`,
    at: ['behind', 'whole'],
  }),
  byDrawing('struck by an annotation', '12.5.6.10', 'unclear', (spot) => show(spot), {
    annotation: (spot) =>
      `/Subtype /StrikeOut /Rect [${corners(spot)}] /QuadPoints [${spot.x} ${spot.y + spot.size} ${spot.x + spot.width} ${spot.y + spot.size} ${spot.x} ${spot.y} ${spot.x + spot.width} ${spot.y}]`,
    at: ['whole'],
  }),
  byDrawing('choice field', '12.7.4.4', 'text', () => '', {
    annotation: (spot) =>
      `/Subtype /Widget /FT /Ch /Ff 131072 /T (c) /Opt [(88) (${spot.text})] /V (${spot.text}) /Rect [${corners(spot)}] /DA (/Helv 10 Tf 0 g)`,
    field: true,
    at: ['whole'],
  }),
  byDrawing('filled square on it', '12.5.6.8', 'unclear', (spot) => show(spot), {
    annotation: (spot) => `/Subtype /Square /IC [1 1 1] /Rect [${corners(spot)}] /BS << /W 0 >>`,
    at: ['whole'],
  }),
];
