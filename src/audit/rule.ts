import type { TableRole } from '../model/forms/form.ts';
import type { Message, Reading, ReportHead, Severity } from '../model/report.ts';

/**
 * What an audit rule is: a declaration of what it judges, and a pure check that gives each thing judged one of four
 * outcomes. A rule never repairs, never reads a file and never looks at another report.
 */

/** What one check judges. */
export type Scope = 'cell' | 'row' | 'column' | 'section' | 'table' | 'report';

/** What a rule can't do without: a field of the report's head, headings, or figures (`requests.*.total`). */
export type Need = `report.${keyof ReportHead}` | 'sections' | `${TableRole}.${string}`;

/** What a rule may look at: the reading of a document that is a report. */
export interface Facts extends Reading {
  readonly report: ReportHead;
}

/** What a check found wrong; the runner adds the rule's code, and its severity unless the finding has its own. */
export interface Finding {
  readonly cells: readonly string[];
  readonly message: Message;
  /** What the report says. */
  readonly observed: number | string | null;
  /** What it should say for the rule to pass. */
  readonly expected: number | string | null;
  readonly severity?: Severity;
}

export type Judgement =
  | { readonly outcome: 'passed' }
  /** The edition, the kind of body or the cell itself (a blank) leaves nothing to judge. */
  | { readonly outcome: 'not_applicable' }
  /** Something that is needed is missing or unreadable. Never to be shown as passed. */
  | { readonly outcome: 'could_not_run'; readonly reason: Message }
  | { readonly outcome: 'flagged'; readonly finding: Finding };

export const PASSED: Judgement = { outcome: 'passed' };
export const NOT_APPLICABLE: Judgement = { outcome: 'not_applicable' };
export const couldNotRun = (reason: Message): Judgement => ({ outcome: 'could_not_run', reason });
export const flagged = (finding: Finding): Judgement => ({ outcome: 'flagged', finding });

export interface Rule<Subject = unknown> {
  /** The catalogue's stable code; the module is its kebab-case. */
  readonly code: string;
  readonly title: Message;
  /** The usual severity of a flag. */
  readonly severity: Severity;
  readonly scope: Scope;
  /** The table it judges, or null for several or none. */
  readonly table: TableRole | null;
  readonly needs: readonly Need[];
  readonly explanation: Message;
  /** The article, notice or form it stands on. */
  readonly basis: Message;
  /** Innocent circumstances in which it stays silent, or null. */
  readonly notWhen: Message | null;
  /** The things to judge in this report, in printed order; none where the rule does not apply. */
  subjects(facts: Facts): readonly Subject[];
  check(subject: Subject, facts: Facts): Judgement;
  /** Folds the rule's findings on one report into fewer, where many would say the same thing. */
  gather?(findings: readonly Finding[]): readonly Finding[];
}

/** The subjects of a rule that judges the report as a whole. */
export const WHOLE_REPORT: readonly null[] = [null];
export const NO_SUBJECTS: readonly never[] = [];
