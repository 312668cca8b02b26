/** The parts of `npm run sweep`, in the order in which they run. */
export interface SweepPart {
  readonly name: string;
  /** Beside this file; run by vitest. */
  readonly file: string;
  readonly says: string;
  /** What `--seeds` chooses in it, and what it takes without. */
  readonly seeds: string;
}

export const PARTS: readonly SweepPart[] = [
  {
    name: 'documents',
    file: 'documents.sweep.ts',
    says: 'generated pages and texts are read exactly, or doubted',
    seeds: 'documents; 0-1999, and 200 of any size',
  },
  {
    name: 'layouts',
    file: 'layouts.sweep.ts',
    says: 'tables drawn as text in every layout that tools make of them are read exactly',
    seeds: 'reports in each layout; 0-39',
  },
  {
    name: 'fronts',
    file: 'fronts.sweep.ts',
    says: 'body and year of a report are right or doubted, wherever it names them; half of the phrasings is kept aside and only counted',
    seeds: 'pages; 0-999 of each half',
  },
  {
    name: 'formats',
    file: 'formats.sweep.ts',
    says: 'generated Word files, workbooks and PDFs are read exactly, or doubted; PDFs of this machine’s Chromium among them',
    seeds: 'documents of each format; 0-199 of Word, fewer of the others',
  },
  {
    name: 'scans',
    file: 'scans.sweep.ts',
    says: 'generated scans are recognised to 99 of 100 cells, and every other cell is doubted; the demo recognises its samples',
    seeds: 'scans of each kind; 3-5 upright, one sideways, one without lines',
  },
  {
    name: 'cells',
    file: 'cells.sweep.ts',
    says: 'cells that HTML, Word, sheets and PDF show otherwise than they hold are read as a person sees them, or doubted',
    seeds: 'documents of each effect and position, open and (from 1000 on) sealed; 0',
  },
  {
    name: 'mutations',
    file: 'mutations.sweep.ts',
    says: 'one cell of a table of a sample lost, doubled, moved or merged: each figure is right, doubted or missing',
    seeds: 'hundredths of all edits, 0-99; all of them',
  },
  {
    name: 'audit',
    file: 'audit.sweep.ts',
    says: 'right reports raise no alarm, and slips whose truth is known are found and undone',
    seeds: 'right reports; 1-2000',
  },
  {
    name: 'growth',
    file: 'growth.sweep.ts',
    says: 'the steps of every reader grow no faster than its input, along every dimension',
    seeds: 'nothing',
  },
  {
    name: 'walks',
    file: 'walks.sweep.ts',
    says: 'every report of a drawn government that is said to be within reach is reached by the reference walk',
    seeds: 'governments; 1-200 of the open half, 1-100 of that kept aside',
  },
  {
    name: 'crawl',
    file: 'crawl.sweep.ts',
    says: 'governments drawn with words and templates kept aside are found: reports, bodies, reasons, manners',
    seeds: 'governments; 1-200',
  },
  {
    name: 'kills',
    file: 'kills.sweep.ts',
    says: 'crawls that are killed fifty times (the sample government, drawn ones, one with a browser) end as one that nobody disturbed',
    seeds: 'crawls, by the moments of their kills; 20261123',
  },
];
