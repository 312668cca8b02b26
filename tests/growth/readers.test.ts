import { holdGrowth } from '../sweep/hold-growth.ts';

/** Dimensions that once showed a fault, and one or two more of each reader; `npm run sweep -- growth` goes along all. */
holdGrowth([
  {
    reader: 'page',
    shapes: [
      'headings of one name',
      'nested tables',
      'rows that span down',
      'rules of a style sheet, and elements with a class',
      'one long run of spaces',
      'numbers of a cell',
    ],
  },
  { reader: 'text', shapes: ['headings of one name', 'known rows drawn with tabs', 'one long line of spaces'] },
  {
    reader: 'docx',
    shapes: ['open fields', 'fields in fields', 'runs and properties of a paragraph', 'levels of a list'],
  },
  { reader: 'xlsx', shapes: ['merged cells', 'hidden columns'] },
  {
    reader: 'pdf',
    shapes: ['ruled tables', 'full lines of text', 'rows of a ruled table', 'characters over each other'],
  },
  { reader: 'archive', shapes: ['head lines of a part', 'boundaries'] },
]);
