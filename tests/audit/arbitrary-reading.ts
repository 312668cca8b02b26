import fc from 'fast-check';
import type { Edition } from '../../src/model/forms/form.ts';
import { variablesOfTable } from '../../src/model/forms/variables.ts';
import type { Figure, Reading } from '../../src/model/report.ts';
import { buildReading, figure } from './build-reading.ts';

/** Counts as they occur: mostly 0, then small, now and then large. */
const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat({ max: 30 }) },
  { weight: 1, arbitrary: fc.nat({ max: 2_000_000 }) },
);

/** Details of tables 3 and 4 that leave every derived figure at 0 or above. */
function summedDetails(edition: Edition): fc.Arbitrary<Record<string, number>> {
  const keys = [...variablesOfTable(edition, 'requests'), ...variablesOfTable(edition, 'disputes')]
    .filter(({ row, column }) => column !== 'total' && row !== 'total' && row !== 'received' && row !== 'carried_in')
    .map(({ key }) => key);
  return fc.array(count, { minLength: keys.length, maxLength: keys.length }).map((values) => {
    const details = Object.fromEntries(keys.map((key, place) => [key, values[place] ?? 0]));
    for (const column of ['natural', 'business']) {
      details[`requests.carried_in.${column}`] = details[`requests.carried_out.${column}`] ?? 0;
    }
    return details;
  });
}

const threeCounts = fc.tuple(count, count, count);

/** Table 2 with every pair and triple in order. */
function proactiveCells(edition: Edition): fc.Arbitrary<Record<string, number | Figure>> {
  if (edition === '2021') {
    return fc
      .tuple(threeCounts, count, fc.nat({ max: 99_999 }))
      .map(([[issued, repealed, rest], decisions, cents]) => ({
        'proactive.normative.issued': issued,
        'proactive.normative.repealed': repealed,
        'proactive.normative.in_force': Math.max(0, issued - repealed) + rest,
        'proactive.penalty.decisions': decisions,
        'proactive.fees.amount': cents / 100,
      }));
  }
  return fc
    .tuple(threeCounts, threeCounts, fc.boolean())
    .map(([[made, published, rest], [items, dropped, decisions], buys]) => ({
      'proactive.normative.made': made,
      'proactive.normative.published': published,
      'proactive.normative.public_total': published + rest,
      'proactive.penalty.items_prev': items + dropped,
      'proactive.penalty.items_change': 0 - dropped,
      'proactive.penalty.decisions': items > 0 ? decisions : 0,
      'proactive.procurement.projects': buys ? 1 + made : 0,
      'proactive.procurement.amount': buys ? { ...figure(1 + rest), unit: '元' } : 0,
    }));
}

/** A report of either edition in which everything agrees. */
export const consistentReading: fc.Arbitrary<Reading & { readonly edition: Edition }> = fc
  .constantFrom<Edition>('2019', '2021')
  .chain((edition) =>
    fc.tuple(summedDetails(edition), proactiveCells(edition)).map(([details, cells]) => ({
      edition,
      ...buildReading({ edition, details, cells }),
    })),
  );

export const withCells = (reading: Reading, cells: Readonly<Record<string, Figure>>): Reading => ({
  ...reading,
  figures: { ...reading.figures, ...cells },
});
