import type { Doubt, Message, Severity } from '../report.ts';

/** What every doubt of one kind has in common. Readers raise doubts about their own reading; rules of the audit judge the report. */
export interface DoubtKind {
  /** The catalogue's stable code; the module is its kebab-case. */
  readonly code: string;
  /** The usual severity; a doubt may differ from it where the explanation says why. */
  readonly severity: Severity;
  readonly title: Message;
  readonly explanation: Message;
}

/** Other readings that a doubt lists at most. */
const MOST_ALTERNATIVES = 20;

/** @param cells keys of every figure that may be wrong; none for a doubt about the document */
type Raise = (
  severity: Severity,
  cells: readonly string[],
  message: Message,
  alternatives?: readonly (readonly string[])[],
) => Doubt;

/** Declares a kind of doubt, with a function for each message that it can have. */
export function doubtKind<Messages>(kind: DoubtKind, messages: (raise: Raise) => Messages): DoubtKind & Messages {
  const raise: Raise = (severity, cells, message, alternatives = []) => ({
    rule: kind.code,
    severity,
    cells,
    message,
    ...(alternatives.length > 0 ? { alternatives: alternatives.slice(0, MOST_ALTERNATIVES) } : {}),
  });
  return { ...kind, ...messages(raise) };
}
