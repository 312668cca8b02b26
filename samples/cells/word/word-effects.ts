import { WORD_CONTENTS } from './effects-contents.ts';
import { WORD_PROPERTIES } from './effects-properties.ts';
import { byRuns, run, type WordEffect } from './word-effect.ts';

export const WORD_EFFECTS: readonly WordEffect[] = [
  byRuns('(control)', '17.3.2.25', 'text', (text) => run(text)),
  ...WORD_PROPERTIES,
  ...WORD_CONTENTS,
];
