import { exOcr } from '../../src/model/doubts/ex-ocr.ts';
import { exOcrGap } from '../../src/model/doubts/ex-ocr-gap.ts';
import { countEmptyTotals, sumTableOf } from '../../src/model/forms/arithmetic.ts';
import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import { variablesOfTable } from '../../src/model/forms/variables.ts';
import { type Doubt, type Figure, type Locator, numberIn } from '../../src/model/report.ts';
import type { Document, Recognised } from '../document.ts';
import { chooseReadings } from './choose-readings.ts';
import { parseNumber } from './parse-number.ts';

/** A figure that was recognised in a picture, and how surely. */
interface RecognisedFigure {
  readonly key: string;
  readonly figure: Figure;
  readonly recognised: Recognised;
  readonly ruled: boolean;
  /** Other numbers that the picture may show, likeliest first. */
  readonly rivals: readonly number[];
}

/** Below the first a figure is doubted aloud, below the second it is likely wrong. */
const [SURE, LIKELY] = [0.98, 0.8];
/** Where more of a table's figures are empty than this, its author leaves zeros out. */
const MOSTLY_BLANK = 0.5;

/** Something recognised in a picture, and whether ruling lines show which row and column it stands in. */
interface Place {
  readonly recognised: Recognised;
  readonly ruled: boolean;
}

/** How surely each place was recognised; figures keep the locator of the cell they were found in. */
function recognisedPlaces(document: Document): ReadonlyMap<Locator, Place> {
  const places = new Map<Locator, Place>();
  for (const block of document.blocks) {
    if (block.kind === 'paragraph' && block.recognised) {
      places.set(block.at, { recognised: block.recognised, ruled: false });
    }
    if (block.kind !== 'grid') continue;
    const ruled = block.borders === 'marked';
    for (const { at, recognised } of block.cells) if (recognised) places.set(at, { recognised, ruled });
  }
  return places;
}

function recognisedFigures(
  role: TableRole,
  edition: Edition,
  figures: Readonly<Record<string, Figure>>,
  places: ReadonlyMap<Locator, Place>,
): RecognisedFigure[] {
  return variablesOfTable(edition, role).flatMap(({ key, kind }) => {
    const figure = figures[key];
    const place = figure?.at ? places.get(figure.at) : undefined;
    if (!figure || !place) return [];
    const { recognised, ruled } = place;
    const others = recognised.alternatives.flatMap(({ text }) => parseNumber(text, kind).value ?? []);
    return [{ key, figure, recognised, ruled, rivals: [...new Set(others)].filter((other) => other !== figure.value) }];
  });
}

/** One doubt for each class of confidence; a figure with another reading has a doubt of its own that tells it. */
function confidenceDoubts(found: readonly RecognisedFigure[]): Doubt[] {
  const printed = found.filter(({ figure }) => figure.status !== 'blank');
  const sure = printed.filter(({ recognised }) => recognised.confidence >= SURE);
  const unsure = printed.filter(({ recognised }) => recognised.confidence < SURE);
  const alone = unsure.filter(({ rivals }) => rivals.length > 0);
  const plain = unsure.filter(({ rivals }) => rivals.length === 0);
  const likely = ({ recognised }: RecognisedFigure): boolean => recognised.confidence >= LIKELY;
  const together = (severity: Doubt['severity'], class_: readonly RecognisedFigure[]): Doubt[] => {
    if (class_.length === 0) return [];
    const least = Math.min(...class_.map(({ recognised }) => recognised.confidence));
    return [
      exOcr.confidence(
        severity,
        class_.map(({ key }) => key),
        least,
      ),
    ];
  };
  return [
    ...alone.map((one) =>
      exOcr.rivals(
        likely(one) ? 'warning' : 'error',
        one.key,
        one.figure.raw,
        one.recognised.confidence,
        one.rivals.map(String),
      ),
    ),
    ...together(
      'error',
      plain.filter((one) => !likely(one)),
    ),
    ...together('warning', plain.filter(likely)),
    ...together('info', sure),
  ];
}

/** Zeros are what recognition loses first: empty cells beside full ones are doubted. */
function gapDoubts(found: readonly RecognisedFigure[]): Doubt[] {
  const blank = found.filter(({ figure }) => figure.status === 'blank').map(({ key }) => key);
  if (blank.length === 0 || blank.length === found.length) return [];
  return [exOcrGap.gap(blank, found.length, blank.length > found.length * MOSTLY_BLANK ? 'info' : 'warning')];
}

/**
 * Verifies the figures of one table that were recognised in a picture: the sums of the form choose among close readings
 * (such a figure becomes `inferred`), and every recognised figure is named with its confidence. Figures in a broken sum
 * are doubted, for a misreading is as likely as a fault of the report.
 *
 * @param figures the table's figures by key; chosen ones are replaced
 */
export function verifyRecognised(
  document: Document,
  role: TableRole,
  edition: Edition,
  figures: Record<string, Figure>,
): Doubt[] {
  const places = recognisedPlaces(document);
  if (places.size === 0) return [];
  const found = recognisedFigures(role, edition, figures, places);
  if (found.length === 0) return [];
  const keys = variablesOfTable(edition, role).map(({ key }) => key);
  const rivals = new Map(found.map((one) => [one.key, one.rivals]));
  const table = sumTableOf(edition, role);
  const numbers = countEmptyTotals((key) => numberIn(figures[key]), table, 'unknown');
  const { changes, broken } = chooseReadings(numbers, rivals, table.identities);
  const chosen = [...changes].map(([key, value]) => {
    const figure = figures[key] as Figure;
    figures[key] = { ...figure, value, status: 'inferred' };
    return exOcr.chosen(key, figure.raw, value);
  });
  const own = new Set(found.map(({ key }) => key));
  const sums = broken.flatMap(({ left, right }) => {
    const cells = [...left, ...right].filter((key) => own.has(key));
    return cells.length > 0 ? [exOcr.brokenSum(cells)] : [];
  });
  const kept = found.filter(({ key }) => !changes.has(key));
  const unruled = found.some(({ ruled }) => !ruled) ? [exOcr.unruled(keys)] : [];
  return [...unruled, ...chosen, ...confidenceDoubts(kept), ...gapDoubts(found), ...sums];
}
