import type { FigureStatus } from '../../../src/model/report.ts';
import { EVERYWHERE, HTML, type Mess } from '../mess.ts';
import type { Rng } from '../rng.ts';
import { changeFigures, type TrueFigure, type Truth } from '../truth.ts';

/** Zeros that are not printed as 0. */

const BLANKS = ['', '', '\u00a0', '\u3000'];
const DASHES = ['-', '—', '——', '/', '／', '\\', '无', '×', '－'];
const ROUNDS = ['○', '〇', 'O', 'o', 'Ｏ'];

const unfilled = (figure: TrueFigure, printed: string, status: FigureStatus): TrueFigure => ({
  ...figure,
  value: null,
  printed,
  statuses: [status],
});

/** Table 2 keeps its zeros half of the time: people fill the short table and skip the long one. */
function changeZeros(truth: Truth, rng: Rng, change: (figure: TrueFigure) => TrueFigure): Truth {
  const everywhere = rng.chance(0.5);
  return changeFigures(truth, (key, figure) =>
    figure.value === 0 && (everywhere || !key.startsWith('proactive.')) ? change(figure) : figure,
  );
}

export const blankZeros: Mess = {
  name: 'blank-zeros',
  readable: true,
  formats: EVERYWHERE,
  holds: ['zeros'],
  print: (truth, rng) => {
    const blank = rng.pick(BLANKS);
    return changeZeros(truth, rng, (figure) => unfilled(figure, blank, 'blank'));
  },
};

export const dashZeros: Mess = {
  name: 'dash-zeros',
  readable: true,
  formats: EVERYWHERE,
  holds: ['zeros'],
  print: (truth, rng) => {
    const dash = rng.pick(DASHES);
    return changeZeros(truth, rng, (figure) => unfilled(figure, dash, 'dash'));
  },
};

export const mixedZeros: Mess = {
  name: 'mixed-zeros',
  readable: true,
  formats: EVERYWHERE,
  holds: ['zeros'],
  print: (truth, rng) => {
    const dash = rng.pick(DASHES);
    const forms = [
      (figure: TrueFigure) => figure,
      (figure: TrueFigure) => unfilled(figure, '', 'blank'),
      (figure: TrueFigure) => unfilled(figure, dash, 'dash'),
    ];
    return changeZeros(truth, rng, (figure) => rng.pick(forms)(figure));
  },
};

/** The totals of all result rows left blank, whatever they add up to: a fault seen in the wild. */
export const blankTotals: Mess = {
  name: 'blank-totals',
  readable: true,
  formats: HTML,
  holds: ['zeros'],
  print: (truth, rng) => {
    const zerosToo = rng.chance(0.5);
    const inflows = /^requests\.(received|carried_in|carried_out|total)\./;
    return changeFigures(truth, (key, figure) => {
      if (!key.startsWith('requests.')) return figure;
      const blankTotal = key.endsWith('.total') && !inflows.test(key);
      return blankTotal || (zerosToo && figure.value === 0) ? unfilled(figure, '', 'blank') : figure;
    });
  },
};

/** A circle or the letter O for zero: read as 0, but said to be inferred. */
export const roundZeros: Mess = {
  name: 'round-zeros',
  readable: true,
  formats: EVERYWHERE,
  holds: ['zeros'],
  print: (truth, rng) => {
    const round = rng.pick(ROUNDS);
    return changeZeros(truth, rng, (figure) => ({ ...figure, printed: round, statuses: ['inferred'] }));
  },
};

export const notApplicable: Mess = {
  name: 'not-applicable',
  readable: true,
  formats: EVERYWHERE,
  holds: ['zeros'],
  fits: (truth) =>
    Object.entries(truth.figures).some(([key, { value }]) => key.startsWith('proactive.') && value === 0),
  print: (truth, rng) => {
    const words = rng.pick(['不适用', '不涉及', 'N/A']);
    return changeFigures(truth, (key, figure) =>
      figure.value === 0 && key.startsWith('proactive.') ? unfilled(figure, words, 'not_applicable') : figure,
    );
  },
};
