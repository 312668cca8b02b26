/** One thing wrong with a file of declarations. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const SHOWN = 50;

/** Declarations that can't be used, with all that is wrong with them. */
export class DeclarationError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.slice(0, SHOWN).map(({ file, line, message }) => `${file}:${line}: ${message}`);
    if (faults.length > SHOWN) lines.push(`and ${faults.length - SHOWN} more`);
    super(lines.join('\n'));
    this.name = 'DeclarationError';
    this.faults = faults;
  }
}
