import type { Language, Message } from '../report.ts';

/** A value whose messages have become texts of one language. */
export type Told<T> = T extends Message ? string : T extends object ? { readonly [K in keyof T]: Told<T[K]> } : T;

const isMessage = (value: object): value is Message =>
  'zh' in value && 'en' in value && Object.keys(value).length === 2;

/** Every message in a value, at any depth, put into a language: for JSON whose messages are to be plain texts. */
export function tell<T>(value: T, language: Language): Told<T>;
export function tell(value: unknown, language: Language): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isMessage(value)) return value[language];
  if (Array.isArray(value)) return value.map((item) => tell(item, language));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, tell(item, language)]));
}
