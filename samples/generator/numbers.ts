import type { Edition, FormRow, TableRole } from '../../src/model/forms/form.ts';
import { tableOf } from '../../src/model/forms/forms.ts';
import { APPLICANTS } from '../../src/model/forms/table-requests.ts';
import { figureKey } from '../../src/model/forms/variables.ts';
import type { Body } from './bodies.ts';
import type { Rng } from './rng.ts';

/** The numbers of a consistent report: every identity of tables 3 and 4 holds, and zeros prevail as in real reports. */
export type Numbers = Readonly<Record<string, number>>;

const PARTS = APPLICANTS.map(({ key }) => key).filter((key) => key !== 'total');

/** How likely an applicant other than a natural person asks at all, and how much less it asks. */
const SHARES: Readonly<Record<string, readonly [chance: number, share: number]>> = {
  natural: [1, 1],
  business: [0.5, 0.25],
  research: [0.1, 0.03],
  welfare: [0.1, 0.02],
  legal: [0.25, 0.06],
  other: [0.15, 0.05],
};

const SCALES: Readonly<Record<Body['size'], readonly number[]>> = {
  small: [0, 0, 1, 4, 9, 30],
  middle: [0, 3, 12, 60, 400],
  large: [8, 90, 900, 12_000, 60_000],
};

/** `count` things dealt out by weight; the parts add up to it. */
function deal(rng: Rng, count: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.floor((count * weight) / sum));
  let left = count - shares.reduce((total, share) => total + share, 0);
  while (left > 0) {
    const place = rng.int(0, weights.length - 1);
    if ((weights[place] ?? 0) === 0) continue;
    shares[place] = (shares[place] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

function columnOfRequests(rng: Rng, scale: number, weights: readonly number[]): Record<string, number | number[]> {
  const inflow = scale === 0 ? 0 : rng.int(Math.ceil(scale / 3), scale);
  const carriedIn = inflow === 0 || rng.chance(0.5) ? 0 : rng.int(0, Math.ceil(inflow / 6));
  const carriedOut = inflow === 0 || rng.chance(0.5) ? 0 : rng.int(0, Math.ceil(inflow / 7));
  const total = inflow - carriedOut;
  return {
    received: inflow - carriedIn,
    carried_in: carriedIn,
    results: deal(rng, total, weights),
    total,
    carried_out: carriedOut,
  };
}

function requests(rng: Rng, edition: Edition, size: Body['size']): Numbers {
  const rows: readonly FormRow[] = tableOf(edition, 'requests').blocks[0]?.rows ?? [];
  const results = rows.filter(({ part }) => part === 'result');
  const active = rng.shuffle(results.map((_, place) => place)).slice(0, rng.int(1, size === 'small' ? 4 : 14));
  const weights = results.map((row, place) =>
    active.includes(place) ? rng.int(1, row.key === 'granted' ? 40 : 9) : 0,
  );
  const scale = rng.pick(SCALES[size]);
  const numbers: Record<string, number> = {};
  for (const part of PARTS) {
    const [chance, share] = SHARES[part] ?? [0, 0];
    const column = columnOfRequests(rng, rng.chance(chance) ? Math.ceil(scale * share) : 0, weights);
    const dealt = column.results as number[];
    for (const row of rows) {
      const place = results.indexOf(row);
      const value = place >= 0 ? dealt[place] : (column[row.key] as number);
      numbers[figureKey('requests', row.key, part)] = value ?? 0;
    }
  }
  for (const row of rows) {
    const sum = PARTS.reduce((total, part) => total + (numbers[figureKey('requests', row.key, part)] ?? 0), 0);
    numbers[figureKey('requests', row.key, 'total')] = sum;
  }
  return numbers;
}

function disputes(rng: Rng, edition: Edition, size: Body['size']): Numbers {
  const block = tableOf(edition, 'disputes').blocks[0];
  const most = { small: 2, middle: 12, large: 420 }[size];
  const numbers: Record<string, number> = {};
  for (const row of block?.rows ?? []) {
    let total = 0;
    for (const column of block?.columns ?? []) {
      const value = column.key === 'total' ? total : rng.chance(size === 'small' ? 0.1 : 0.4) ? rng.int(1, most) : 0;
      total += value;
      numbers[figureKey('disputes', row.key, column.key)] = value;
    }
  }
  return numbers;
}

const DECISIONS = { small: 40, middle: 9_000, large: 3_000_000 };

/** Catalogue items, their change over the year (signed) and the decisions taken. */
function handled(rng: Rng, size: Body['size']): readonly number[] {
  if (rng.chance(0.45)) return [0, 0, 0];
  const items = rng.int(1, size === 'large' ? 900 : 120);
  return [items, rng.chance(0.4) ? 0 : rng.int(-Math.min(items, 20), 25), rng.int(0, DECISIONS[size])];
}

const decimals = (rng: Rng, most: number): number => Number((rng.next() * most).toFixed(rng.pick([0, 1, 2, 2, 2, 4])));

function proactive(rng: Rng, edition: Edition, body: Body): Numbers {
  const numbers: Record<string, number> = {};
  const put = (row: string, columns: readonly string[], values: readonly number[]) => {
    for (const [place, column] of columns.entries()) numbers[figureKey('proactive', row, column)] = values[place] ?? 0;
  };
  const documents = (busy: boolean): readonly [number, number, number] => {
    const made = busy ? rng.int(0, 60) : 0;
    return edition === '2019'
      ? [made, made, made + (busy ? rng.int(0, 400) : 0)]
      : [made, busy ? rng.int(0, 9) : 0, made + (busy ? rng.int(0, 600) : 0)];
  };
  const counted = edition === '2019' ? ['made', 'published', 'public_total'] : ['issued', 'repealed', 'in_force'];
  put('regulations', counted, documents(body.makesRules && rng.chance(0.8)));
  put('normative', counted, documents(rng.chance(0.6)));
  if (edition === '2021') {
    for (const row of ['licensing', 'penalty', 'coercion']) put(row, ['decisions'], handled(rng, body.size).slice(2));
    put('fees', ['amount'], [rng.chance(0.6) ? 0 : decimals(rng, body.size === 'large' ? 250_000 : 900)]);
    return numbers;
  }
  for (const row of ['licensing', 'services', 'penalty', 'coercion']) {
    put(row, ['items_prev', 'items_change', 'decisions'], handled(rng, body.size));
  }
  put('fees', ['items_prev', 'items_change'], handled(rng, 'small'));
  put('procurement', ['projects', 'amount'], rng.chance(0.5) ? [0, 0] : [rng.int(1, 60), decimals(rng, 900_000)]);
  return numbers;
}

/** Numbers for every figure of the three tables, each in its own edition. */
export function randomNumbers(rng: Rng, editions: Readonly<Record<TableRole, Edition>>, body: Body): Numbers {
  return {
    ...proactive(rng.fork('proactive'), editions.proactive, body),
    ...requests(rng.fork('requests'), editions.requests, body.size),
    ...disputes(rng.fork('disputes'), editions.disputes, body.size),
  };
}
