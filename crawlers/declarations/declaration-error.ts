import { BilingualError } from '../../src/model/messages/bilingual-error.ts';
import type { Language, Message } from '../../src/model/report.ts';

/** One thing wrong with a file of declarations. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: Message;
}

const SHOWN = 50;

/** Declarations that can't be used, with all that is wrong with them. */
export class DeclarationError extends BilingualError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super({ zh: linesOf(faults, 'zh'), en: linesOf(faults, 'en') });
    this.faults = faults;
  }
}

function linesOf(faults: readonly Fault[], language: Language): string {
  const lines = faults.slice(0, SHOWN).map(({ file, line, message }) => `${file}:${line}: ${message[language]}`);
  const more = faults.length - SHOWN;
  if (more > 0) lines.push(language === 'zh' ? `另有 ${more} 处` : `and ${more} more`);
  return lines.join('\n');
}
