import { sha256Of } from '../../src/model/bytes/digest.ts';
import type { Extraction } from '../../src/model/report.ts';

/** What a reading says, short enough to be compared in memory. */
export interface ReadingContent {
  /** Of every figure's value and status. */
  readonly figures: string;
  /** Of every figure's value; null where too few of them are other than 0 for two reports to hardly agree by chance. */
  readonly values: string | null;
  /** Of everything that it says: figures, narrative (spaces aside), title and dates, what is wrong with them. */
  readonly whole: string;
  /** Figures that hold a value. */
  readonly reported: number;
}

/** Most reports of small bodies are nothing but zeros and a document or two made public. */
const TELLING = 4;

const digest = (text: string): string => sha256Of(text).slice(0, 32);

export function readingContent({ report, figures, sections, flags }: Extraction): ReadingContent {
  const cells = Object.entries(figures).map(([key, { value, status }]) => [key, value, status] as const);
  const numbers = JSON.stringify(cells.sort(([a], [b]) => (a < b ? -1 : 1)));
  const telling = cells.flatMap(([key, value]) => (value === null || value === 0 ? [] : [[key, value]]));
  const text = sections.map(({ heading, text }) => `${heading}\n${text}`.replace(/\s/g, '')).join('\n');
  const found = flags.map(({ rule, cells, observed, expected }) => [rule, cells, observed, expected]);
  return {
    figures: digest(numbers),
    values: telling.length < TELLING ? null : digest(JSON.stringify(telling)),
    whole: digest(`${numbers}\n${text}\n${JSON.stringify([report, found])}`),
    reported: cells.filter(([, value]) => value !== null).length,
  };
}
