import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import type { FigureStatus } from '../../src/model/report.ts';
import { randomBody, TITLES } from './bodies.ts';
import { type Numbers, randomNumbers } from './numbers.ts';
import { preamble, type Section, sections } from './prose.ts';
import type { Rng } from './rng.ts';

/** What one figure is, what is printed for it, and which statuses a right reading may give it. */
export interface TrueFigure {
  readonly value: number | null;
  readonly printed: string;
  readonly statuses: readonly FigureStatus[];
  readonly unit?: string;
}

/** What a generated document says. A reading is right when it says the same. */
export interface Truth {
  readonly title: string;
  readonly agency: string;
  readonly year: number;
  readonly editions: Readonly<Record<TableRole, Edition>>;
  /** ISO date, or null where the document does not say. */
  readonly publishedOn: string | null;
  readonly figures: Readonly<Record<string, TrueFigure>>;
  readonly preamble: string;
  readonly sections: readonly Section[];
}

export type EditionChoice = Edition | 'mixed' | 'late';

const MIXTURES: readonly Readonly<Record<TableRole, Edition>>[] = [
  { proactive: '2021', requests: '2019', disputes: '2019' },
  { proactive: '2021', requests: '2019', disputes: '2021' },
  { proactive: '2019', requests: '2021', disputes: '2021' },
];

function editionsAndYear(rng: Rng, choice: EditionChoice): { editions: Truth['editions']; year: number } {
  const all = (edition: Edition) => ({ proactive: edition, requests: edition, disputes: edition });
  if (choice === '2019') return { editions: all('2019'), year: rng.int(2019, 2020) };
  if (choice === '2021') return { editions: all('2021'), year: rng.int(2021, 2024) };
  if (choice === 'late') return { editions: all('2019'), year: rng.int(2021, 2022) };
  return { editions: rng.pick(MIXTURES), year: rng.int(2021, 2023) };
}

const reported = (value: number): TrueFigure => ({ value, printed: String(value), statuses: ['reported'] });

const printedOf = (key: string, value: number): string =>
  key.endsWith('.items_change') && value > 0 ? `+${value}` : String(value);

function figuresOf(rng: Rng, numbers: Numbers): Truth['figures'] {
  const signed = rng.chance(0.5);
  const entries = Object.entries(numbers).map(([key, value]) => {
    const figure = reported(value);
    const unit = key === 'proactive.fees.amount' ? { unit: '万元' } : {};
    return [key, { ...figure, ...unit, printed: signed ? printedOf(key, value) : figure.printed }] as const;
  });
  return Object.fromEntries(entries);
}

/** A consistent report of one body for one year. */
export function randomTruth(rng: Rng, choice: EditionChoice): Truth {
  const body = randomBody(rng.fork('body'));
  const { editions, year } = editionsAndYear(rng.fork('edition'), choice);
  const numbers = randomNumbers(rng.fork('numbers'), editions, body);
  const facts = {
    agency: body.name,
    year,
    received: numbers['requests.received.total'] ?? 0,
    carriedIn: numbers['requests.carried_in.total'] ?? 0,
  };
  const day = String(rng.int(4, 30)).padStart(2, '0');
  return {
    title: rng.pick(TITLES)(body.name, year),
    agency: body.name,
    year,
    editions,
    publishedOn: rng.chance(0.9) ? `${year + 1}-01-${day}` : null,
    figures: figuresOf(rng.fork('print'), numbers),
    preamble: preamble(rng.fork('preamble'), facts),
    sections: sections(rng.fork('sections'), facts),
  };
}

/** The truth with some of its figures said otherwise. */
export function changeFigures(truth: Truth, change: (key: string, figure: TrueFigure) => TrueFigure): Truth {
  const figures = Object.entries(truth.figures).map(([key, figure]) => [key, change(key, figure)] as const);
  return { ...truth, figures: Object.fromEntries(figures) };
}
