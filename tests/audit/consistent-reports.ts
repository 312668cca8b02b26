import { seededRng } from '../../samples/generator/rng.ts';
import { randomTruth, type Truth } from '../../samples/generator/truth.ts';
import type { Figure, Reading, Section } from '../../src/model/report.ts';

/** Reports of the generator in which everything agrees, as a faultless reading gives them. */

/** The generator's cities are invented, and only a name tells which 市 may make rules: real ones stand in for them. */
const CITIES: readonly (readonly [string, string])[] = [
  ['云泽市', '绍兴市'],
  ['望川市', '岳阳市'],
  ['安澜市', '泸州市'],
  ['锦屏市', '石家庄市'],
  ['霁州市', '郑州市'],
];
const real = (text: string): string => CITIES.reduce((told, [from, to]) => told.replaceAll(from, to), text);

/** The generator draws each row by itself; a government that has nothing at all to count is none that exists. */
const SURELY = { '2019': 'proactive.normative.public_total', '2021': 'proactive.normative.in_force' };

/** A row whose last item was dropped in the year goes without decisions. */
function decidesNothing(key: string, { figures }: Truth): boolean {
  if (!key.endsWith('.decisions')) return false;
  const numberOf = (column: string) => figures[key.replace(/decisions$/, column)]?.value ?? null;
  const [previous, change] = [numberOf('items_prev'), numberOf('items_change')];
  return previous !== null && previous + (change ?? 0) === 0;
}

const reported = (value: number | null, raw: string): Figure => ({ value, raw, status: 'reported', at: {} });

function figuresOf(truth: Truth): Record<string, Figure> {
  const entries = Object.entries(truth.figures).map(([key, { value, printed, unit }]): [string, Figure] => {
    if (decidesNothing(key, truth)) return [key, reported(0, '0')];
    return [key, { ...reported(value, printed), ...(unit === undefined ? {} : { unit }) }];
  });
  const busy = entries.some(([key, { value }]) => key.startsWith('proactive.') && value !== 0);
  if (!busy) entries.push([SURELY[truth.editions.proactive], reported(1, '1')]);
  return Object.fromEntries(entries);
}

function sectionsOf({ preamble, sections }: Truth): Section[] {
  const chapters = sections.map(
    ({ number, heading, role, paragraphs }, place): Section => ({
      ordinal: place + 1,
      number,
      heading,
      role,
      text: real(paragraphs.join('\n')),
    }),
  );
  return [{ ordinal: 0, number: null, heading: '', role: 'preamble', text: real(preamble) }, ...chapters];
}

/** The reading of the report of a seed; every other seed is of edition 2019. */
export function consistentReport(seed: number): Reading {
  const truth = randomTruth(seededRng(seed).fork('truth'), seed % 2 === 0 ? '2021' : '2019');
  const { title, agency, year, editions, publishedOn } = truth;
  const report = {
    title: real(title),
    agency: real(agency),
    year,
    edition: editions.proactive,
    editions,
    publishedOn,
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
  };
  return { report, sections: sectionsOf(truth), figures: figuresOf(truth), doubts: [] };
}
