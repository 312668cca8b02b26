import { bodyKind } from '../text/body-kind.ts';

/**
 * The latest years whose reports are out by now (Regulations on Open Government Information, art. 49): departments publish until 31
 * January, governments until 31 March. Whoever the article does not name is not held late before governments are.
 */
export interface YearsDue {
  readonly departments: number;
  readonly others: number;
}

export function yearsDue(now: Date): YearsDue {
  const last = now.getUTCFullYear() - 1;
  const since = (month: number): number => (now.getUTCMonth() >= month ? last : last - 1);
  return { departments: since(1), others: since(3) };
}

/** The latest year that is due of a body, by its name. */
export const yearDueOf = ({ departments, others }: YearsDue, body: string | null): number =>
  body !== null && bodyKind(body).kind === 'department' ? departments : others;
