import type { Section } from '../../../src/model/report.ts';
import { officialSections } from '../build-reading.ts';

/** The official sections with a text in the overview (or another one), as a reader hands it on. */
export const telling = (text: string, role: Section['role'] = 'overview'): Section[] =>
  officialSections().map((one) => (one.role === role ? { ...one, text } : one));
