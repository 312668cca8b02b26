import type { Family } from './family.ts';

/** Any other software: links judged by title, path and marks; whatever pager the page has. */
export const GENERIC: Family = { name: 'generic', address: null, marks: [], links: null };
