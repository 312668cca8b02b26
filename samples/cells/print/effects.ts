import { NUMBERS_ONLY } from '../effect.ts';
import { byDrawing, type PrintEffect, type Spot, show } from './print-effect.ts';

/** What a PDF page lets its text be otherwise than it says: ISO 32000-1, §8 graphics, §9 text, §12 annotations, §14 marks. */

const UNCLEAR = ['whole', 'row'] as const;

const box = ({ x, y, size, width }: Spot): string => `${x - 0.5} ${y - 0.25 * size} ${width + 1} ${1.2 * size}`;
const corners = ({ x, y, size, width }: Spot): string => `${x} ${y - 2} ${x + width} ${y + size}`;

/** The text by a matrix whose origin is the place itself. */
const turned = ({ size, string }: Spot, matrix: string): string => `BT /F1 ${size} Tf ${matrix} Tm ${string} Tj ET`;

const line = ({ x, y, size, width }: Spot): string =>
  `q 0.8 w ${x - 1} ${y + 0.35 * size} m ${x + width + 1} ${y + 0.35 * size} l S Q`;

export const PRINT_EFFECTS: readonly PrintEffect[] = [
  byDrawing('(control)', '9.4.3', 'text', (spot) => show(spot)),
  byDrawing('invisible mode', '9.3.6', 'nothing', (spot) => show(spot, '3 Tr')),
  byDrawing('clipping mode', '9.3.6', 'nothing', (spot) => show(spot, '7 Tr')),
  byDrawing('white', '8.6.8', 'nothing', (spot) => show(spot, '1 g')),
  byDrawing('white in rgb', '8.6.8', 'nothing', (spot) => show(spot, '1 1 1 rg')),
  byDrawing('white, by colour space', '8.6.8', 'nothing', (spot) => show(spot, '/DeviceRGB cs 1 1 1 sc')),
  byDrawing('grey on the same grey', '8.6.8', 'nothing', (spot) => `q .8 g ${box(spot)} re f Q ${show(spot, '.8 g')}`),
  byDrawing('white on black', '8.6.8', 'text', (spot) => `q 0 g ${box(spot)} re f Q ${show(spot, '1 g')}`),
  byDrawing('covered by a filled box', '8.5.3', 'nothing', (spot) => `${show(spot)} q 1 g ${box(spot)} re f Q`),
  byDrawing('tiny', '9.3.5', 'nothing', (spot) => show({ ...spot, size: 0.1 })),
  byDrawing('no horizontal scale', '9.3.4', 'nothing', (spot) => show(spot, '0.1 Tz')),
  byDrawing('outlines alone', '9.3.6', 'text', (spot) => show(spot, '1 Tr .3 w')),
  byDrawing('outside the clip', '8.5.4', 'nothing', (spot) => show(spot, '0 0 1 1 re W n')),
  byDrawing('inside the clip', '8.5.4', 'text', (spot) => show(spot, `${box(spot)} re W n`)),
  byDrawing('off the page', '14.11.2', 'nothing', (spot) => show({ ...spot, x: -400 })),
  byDrawing('transparent', '11.6.4', 'nothing', (spot) => show(spot, '/T0 gs'), {
    resources: () => [{ kind: 'ExtGState', name: 'T0', body: '<< /Type /ExtGState /ca 0 /CA 0 >>' }],
  }),
  byDrawing(
    'upside down',
    '9.4.2',
    'unclear',
    (spot) => turned(spot, `-1 0 0 -1 ${spot.x + spot.width} ${spot.y + 0.7 * spot.size}`),
    { at: UNCLEAR },
  ),
  byDrawing('mirrored', '9.4.2', 'unclear', (spot) => turned(spot, `-1 0 0 1 ${spot.x + spot.width} ${spot.y}`), {
    at: UNCLEAR,
  }),
  byDrawing('raised', '9.3.7', 'mark', (spot) => show({ ...spot, size: 0.55 * spot.size }, `${0.4 * spot.size} Ts`)),
  byDrawing(
    'far apart',
    '9.4.2',
    'unclear',
    (spot) =>
      `${show({ ...spot, string: spot.digits('7'), x: spot.x - 12 })} ${show({ ...spot, string: spot.digits(spot.text.padStart(3, '4').slice(-3)), x: spot.x + 12 })}`,
    { at: ['whole'] },
  ),
  byDrawing(
    'one letter after the other',
    '9.4.3',
    'text',
    (spot) =>
      show({ ...spot, string: `[${[...spot.text].map((one) => spot.digits(one)).join(' 0 ')}]` }).replace(' Tj', ' TJ'),
    { at: NUMBERS_ONLY },
  ),
  byDrawing(
    'from the right to the left',
    '9.4.2',
    'text',
    (spot) =>
      [...spot.text]
        .map((one, at) => show({ ...spot, string: spot.digits(one), x: spot.x + (spot.width / spot.text.length) * at }))
        .reverse()
        .join(' '),
    { at: NUMBERS_ONLY },
  ),
  byDrawing(
    'shadow below',
    '9.4.3',
    'text',
    (spot) => `${show({ ...spot, x: spot.x + 0.8, y: spot.y - 0.8 }, '.7 g')} ${show(spot)}`,
  ),
  byDrawing(
    'another text right on it',
    '9.4.3',
    'unclear',
    (spot) => `${show(spot)} ${show({ ...spot, string: spot.digits('7'.repeat(spot.text.length)) })}`,
    { at: UNCLEAR },
  ),
  byDrawing('other words for it', '14.9.4', 'text', (spot) => `/Span << /ActualText (88) >> BDC ${show(spot)} EMC`, {
    at: NUMBERS_ONLY,
  }),
  byDrawing('an artifact', '14.8.2.2', 'text', (spot) => `/Artifact BMC ${show(spot)} EMC`),
  byDrawing('the font says another digit', '9.10.3', 'text', (spot) => show(spot).replace('/F1', '/F2'), {
    unicode: 'another',
    at: NUMBERS_ONLY,
  }),
  byDrawing(
    'a minus drawn as a line',
    '8.5.2',
    'unclear',
    (spot) =>
      `${show(spot)} q 0.7 w ${spot.x - 5} ${spot.y + 0.3 * spot.size} m ${spot.x - 1} ${spot.y + 0.3 * spot.size} l S Q`,
    { at: UNCLEAR },
  ),
  byDrawing('struck by a line', '8.5.2', 'mark', (spot) => `${show(spot)} ${line(spot)}`, {
    at: ['before', 'behind', 'beside'],
  }),
  byDrawing('struck whole', '8.5.2', 'unclear', (spot) => `${show(spot)} ${line(spot)}`, { at: UNCLEAR }),
  byDrawing('text in a form', '8.10', 'text', () => '/X0 Do', {
    resources: (spot) => [
      {
        kind: 'XObject',
        name: 'X0',
        body: '/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Resources << /Font << /F1 FONT >> >>',
        stream: show(spot),
      },
    ],
    at: ['before', 'behind', 'whole', 'zero'],
  }),
  byDrawing(
    'picture of digits',
    '8.9.5',
    'unclear',
    ({ x, y, width, size }) => `q ${width} 0 0 ${size} ${x} ${y} cm /I0 Do Q`,
    {
      resources: () => [
        {
          kind: 'XObject',
          name: 'I0',
          body: '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 1',
          stream: '\x3c\x66\x06\x0c\x18\x30\x60\x7e',
        },
      ],
      at: ['whole', 'before', 'behind'],
    },
  ),
  byDrawing('free text without an appearance', '12.5.6.6', 'unclear', () => '', {
    annotation: (spot) => `/Subtype /FreeText /Rect [${corners(spot)}] /Contents (${spot.text}) /DA (/Helv 10 Tf 0 g)`,
    at: ['whole'],
  }),
  byDrawing('field without an appearance', '12.7.4.3', 'text', () => '', {
    annotation: (spot) =>
      `/Subtype /Widget /FT /Tx /T (n) /V (${spot.text}) /Rect [${corners(spot)}] /DA (/Helv 10 Tf 0 g)`,
    field: true,
    at: ['whole', 'zero'],
  }),
  byDrawing(
    'a drawn digit',
    '8.5.2',
    'unclear',
    ({ x, y, size }) => `q 1 w ${x + 2} ${y} m ${x + 2} ${y + 0.7 * size} l S Q`,
    { at: ['whole', 'row', 'behind'] },
  ),
  byDrawing(
    'a number as watermark below',
    '8.6.8',
    'text',
    (spot) =>
      `q .92 g BT /F1 40 Tf .8 .6 -.6 .8 ${spot.x - 20} ${spot.y - 20} Tm ${spot.digits('2023')} Tj ET Q ${show(spot)}`,
    { at: NUMBERS_ONLY },
  ),
  byDrawing('a damaged stream', '7.3.8', 'text', (spot) => show(spot), {
    damage: (packed) =>
      Buffer.concat([packed.subarray(0, packed.length >> 1), packed.subarray((packed.length >> 1) + 40)]),
    at: ['whole'],
  }),
];
