import { beforeAll, describe, expect, it } from 'vitest';
import { type CellFormat, ordersOf, type Part } from '../../samples/cells/mill.ts';
import { type CellOutcome, cellTable, describeCell, groupOutcomes, judgeOrder, tallyCells } from './read-cells.ts';

/** The least share of the cells of which a person can tell what stands in them that is read right, and not merely doubted. */
const LEAST_RIGHT = 0.6;
/** Failure messages stay readable. */
const SHOWN = 25;

const isSilent = ({ judgement }: CellOutcome): boolean => judgement.outcome.startsWith('silent');

/**
 * Cells on which a standard's own means are used to change what a person sees: each is read as it is seen, or doubted, and never
 * wrong or blank without a word. Of the sealed part only counts are said, unless `show` asks for more.
 */
export function holdCells(formats: readonly CellFormat[], part: Part, seeds: readonly number[], show: boolean): void {
  describe.each(formats)(`crafted cells, ${part}: %s`, (format) => {
    const outcomes: CellOutcome[] = [];

    beforeAll(async () => {
      for (const order of ordersOf(format, part, seeds)) outcomes.push(await judgeOrder(order));
      const effects = show ? groupOutcomes(outcomes, ({ order }) => order.effect.name) : [];
      const places = show ? groupOutcomes(outcomes, ({ container }) => `in: ${container}`) : [];
      const positions = show ? groupOutcomes(outcomes, ({ order }) => `at: ${order.position}`) : [];
      console.info(cellTable([...effects, ...places, ...positions, [`${format}, ${part}`, outcomes]]));
    });

    it('none is wrong or blank in silence', () => {
      const silent = outcomes.filter(isSilent);
      expect(silent.length, show ? silent.slice(0, SHOWN).map(describeCell).join('\n') : '').toBe(0);
    });

    it(`at least ${100 * LEAST_RIGHT} of 100 are read right`, () => {
      const { told, tellable } = tallyCells(outcomes);
      expect(told / tellable).toBeGreaterThanOrEqual(LEAST_RIGHT);
    });

    it('no other cell of the document is wrong or blank in silence', () => {
      const harmed = outcomes.filter(({ judgement }) => judgement.harmed.length > 0);
      expect(harmed.length, show ? harmed.slice(0, SHOWN).map(describeCell).join('\n') : '').toBe(0);
    });
  });
}
