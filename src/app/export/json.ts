import { unicodeEscape } from './printable.ts';

const RAW_CONTROLS = /[\u007f-\u009f\u2028\u2029]/g;

/**
 * A value as one line of JSON. `JSON.stringify` leaves DEL, the C1 controls and the line separators as they are; they
 * are escaped here, which is the same JSON, so that a terminal that shows it is not driven by what a document holds.
 */
export const toJsonLine = (value: unknown): string => JSON.stringify(value).replace(RAW_CONTROLS, unicodeEscape);
