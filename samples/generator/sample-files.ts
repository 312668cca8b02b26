import type { FigureStatus } from '../../src/model/report.ts';
import type { Truth } from './truth.ts';

/** The files of a sample folder, as `samples/README.md` describes them. */

export interface SampleCard {
  readonly title: string;
  readonly origin: string;
  readonly shows: string;
  readonly date: string;
}

/** A doubt or flag that must be there: its rule, where the rule is fixed, and the cells it must at least name. */
export interface Finding {
  readonly rule?: string;
  readonly cells: readonly string[];
}

/** What a sample says, from what was written into it. */
export interface Expected {
  /** Whether a person can read every figure; if not, each figure that differs must stand under a doubt or a flag. */
  readonly readable: boolean;
  readonly report: {
    readonly agency: string;
    readonly year: number;
    readonly editions: Truth['editions'];
    readonly publishedOn: string | null;
    readonly periodStart: string;
    readonly periodEnd: string;
  };
  /** Roles of the sections in order, or null where their headings are lost. */
  readonly sections: readonly string[] | null;
  /** Every figure that holds a number other than 0. */
  readonly figures: Readonly<Record<string, number>>;
  /** Figures by status; what stands in none of the lists is `reported`. `reported or inferred` takes both. */
  readonly statuses: Readonly<Record<string, readonly string[]>>;
  readonly units: Readonly<Record<string, string>>;
  readonly mustDoubt: readonly Finding[];
  /** Arithmetic flags other than these are a fault of the reading. */
  readonly mustFlag: readonly Finding[];
  readonly mustNotFlag: readonly string[];
  /** Nothing may be said above severity info. */
  readonly quiet?: true;
}

const EITHER = 'reported or inferred';

function statusOf(statuses: readonly FigureStatus[]): string {
  return statuses.length > 1 && statuses.includes('reported') ? EITHER : statuses.join(' or ');
}

/** The statuses that an entry of `Expected.statuses` accepts. */
export const acceptedStatuses = (name: string): readonly string[] => name.split(' or ');

function byStatus(figures: Truth['figures']): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [key, { statuses }] of Object.entries(figures)) {
    const name = statusOf(statuses);
    if (name !== 'reported') lists[name] = [...(lists[name] ?? []), key];
  }
  return lists;
}

/** What must be read, worked out from the truth alone. */
export function expectedOf(
  truth: Truth,
  readable: boolean,
  headings: 'kept' | 'lost',
  findings: Pick<Expected, 'mustDoubt' | 'mustFlag' | 'mustNotFlag' | 'quiet'>,
): Expected {
  const entries = Object.entries(truth.figures);
  return {
    readable,
    report: {
      agency: truth.agency,
      year: truth.year,
      editions: truth.editions,
      publishedOn: truth.publishedOn,
      periodStart: `${truth.year}-01-01`,
      periodEnd: `${truth.year}-12-31`,
    },
    sections: headings === 'kept' ? truth.sections.map(({ role }) => role) : null,
    figures: Object.fromEntries(entries.flatMap(([key, { value }]) => (value ? [[key, value]] : []))),
    statuses: byStatus(truth.figures),
    units: Object.fromEntries(
      entries.flatMap(([key, { unit }]) => (unit && key.includes('procurement') ? [[key, unit]] : [])),
    ),
    ...findings,
  };
}
