import type { Message } from '../report.ts';

/** What is written alike in both languages: names, numbers, the words of others. */
export const both = (text: string): Message => ({ zh: text, en: text });
