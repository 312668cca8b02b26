import { type Judgement, judgeCells, OUTCOMES, type Outcome } from '../../samples/cells/judge.ts';
import { type CellOrder, type CraftedCell, craftCell } from '../../samples/cells/mill.ts';
import { extractFile } from '../../src/app/pipeline/extract.ts';
import type { ExtractionResult } from '../../src/model/report.ts';

/** One crafted document, read and judged. */
export interface CellOutcome {
  readonly order: CellOrder;
  readonly container: string;
  readonly judgement: Judgement;
  /** Whether a person can tell what stands in the cell. */
  readonly tellable: boolean;
}

export async function readCrafted({ bytes, path }: CraftedCell): Promise<ExtractionResult | undefined> {
  for await (const result of extractFile(bytes, path, { ocr: 'off' })) return result;
  return undefined;
}

export async function judgeOrder(order: CellOrder): Promise<CellOutcome> {
  const crafted = await craftCell(order);
  const clean = await craftCell(order, { plainly: true });
  const judgement = judgeCells(await readCrafted(crafted), await readCrafted(clean), crafted);
  return { order, container: crafted.container, judgement, tellable: order.effect.sight !== 'unclear' };
}

export interface CellTally {
  readonly cells: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Of the cells that a person can tell, and how many of them were read right. */
  readonly tellable: number;
  readonly told: number;
  /** Silent, and yet a flag about the report names the cell. */
  readonly flagged: number;
  readonly doubtedThough: number;
  readonly refused: number;
  /** Documents of which other cells came out wrong without a doubt. */
  readonly harmed: number;
}

export function tallyCells(outcomes: readonly CellOutcome[]): CellTally {
  const count = (is: (one: CellOutcome) => boolean): number => outcomes.filter(is).length;
  const isSilent = ({ judgement }: CellOutcome): boolean => judgement.outcome.startsWith('silent');
  return {
    cells: outcomes.length,
    counts: Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, count(({ judgement }) => judgement.outcome === outcome)]),
    ) as Record<Outcome, number>,
    tellable: count(({ tellable }) => tellable),
    told: count(({ tellable, judgement }) => tellable && judgement.outcome === 'right'),
    flagged: count((one) => isSilent(one) && one.judgement.flagged),
    doubtedThough: count(({ judgement }) => judgement.doubtedThough),
    refused: count(({ judgement }) => judgement.refused),
    harmed: count(({ judgement }) => judgement.harmed.length > 0),
  };
}

const HEAD = [
  ...['', 'cells', 'right', 'doubted', 'silent blank', 'silent wrong', '(flagged)'],
  ...['right, doubted too', 'refused', 'others harmed', 'right of what can be told'],
];

/** A line for each group of outcomes. */
export function cellTable(rows: readonly (readonly [string, readonly CellOutcome[]])[]): string {
  const lines = rows.map(([name, outcomes]) => {
    const { cells, counts, flagged, doubtedThough, refused, harmed, told, tellable } = tallyCells(outcomes);
    const share = tellable === 0 ? '' : `${((100 * told) / tellable).toFixed(1)}%`;
    const numbers = [cells, counts.right, counts.doubted, counts['silent-blank'], counts['silent-wrong'], flagged];
    return [name, ...[...numbers, doubtedThough, refused, harmed].map(String), share];
  });
  const wide = HEAD.map((text, at) => Math.max(text.length, ...lines.map((line) => line[at]?.length ?? 0)));
  return [HEAD, ...lines]
    .map((line) =>
      line.map((text, at) => (at === 0 ? text.padEnd(wide[0] ?? 0) : text.padStart(wide[at] ?? 0))).join('  '),
    )
    .join('\n');
}

export function groupOutcomes(
  outcomes: readonly CellOutcome[],
  nameOf: (one: CellOutcome) => string,
): [string, CellOutcome[]][] {
  const groups = new Map<string, CellOutcome[]>();
  for (const one of outcomes) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  return [...groups];
}

export const describeCell = ({ order, container, judgement }: CellOutcome): string =>
  `${order.format}: ${order.effect.name} · ${order.position} · ${container} · seed ${order.seed}: ${judgement.cell} is ${judgement.expected}, read ${judgement.read}`;
