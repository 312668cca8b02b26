import type { Message } from '../report.ts';
import { systemReason } from './system-reason.ts';

/** An error for people: `text` is its message in both languages, of which the program shows one; `message` is the English one. */
export class BilingualError extends Error {
  readonly text: Message;

  constructor(text: Message, options?: ErrorOptions) {
    super(text.en, options);
    this.name = new.target.name;
    this.text = text;
  }
}

/** What an error says, in both languages; of an error that is not ours, a known reason of the system, else its own words. */
export const textOf = (error: unknown): Message => (error instanceof BilingualError ? error.text : systemReason(error));
