import { createHash } from 'node:crypto';
import type { Extraction } from '../../src/report.ts';

/** What a reading says, short enough to be compared in memory. */
export interface ReadingContent {
  /** Of every figure's value and status. */
  readonly figures: string;
  /** Of everything that it says: figures, narrative (spaces aside), title and dates, what is wrong with them. */
  readonly whole: string;
  /** Figures that hold a value. */
  readonly reported: number;
  /** So many of them are not 0 that two reports hardly agree in all by chance. */
  readonly telling: boolean;
}

/** Most reports of small bodies are nothing but zeros and a document or two made public. */
const TELLING = 4;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

export function readingContent({ report, figures, sections, flags }: Extraction): ReadingContent {
  const cells = Object.entries(figures).map(([key, { value, status }]) => [key, value, status] as const);
  const numbers = JSON.stringify(cells.sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = sections.map(({ heading, text }) => `${heading}\n${text}`.replace(/\s/g, '')).join('\n');
  const found = flags.map(({ rule, cells, observed, expected }) => [rule, cells, observed, expected]);
  return {
    figures: digest(numbers),
    whole: digest(`${numbers}\n${text}\n${JSON.stringify([report, found])}`),
    reported: cells.filter(([, value]) => value !== null).length,
    telling: cells.filter(([, value]) => value !== null && value !== 0).length >= TELLING,
  };
}
