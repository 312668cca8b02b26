/** Bounds on hostile input. The largest real page seen is under 2 MB; the bounds leave room and still end quickly. */
export const LIMITS = {
  /** Bytes of one document. */
  bytes: 32 * 1024 * 1024,
  /** Nested elements. A browser stops at 512. */
  depth: 2_000,
  /** Cells of one grid, after spans. */
  gridSlots: 200_000,
  /** Columns of one grid. */
  gridColumns: 1_000,
  /** Comparisons of all style rules of one page with its elements: a page of a portal has some ten thousand. */
  styleSteps: 2_000_000,
  /** Blocks of one document. */
  blocks: 200_000,
  /** Sections of one report, each under its heading. The form has six; a report with a heading for every department has some sixty. */
  sections: 300,
  /** Members of one archive and of those inside it. A year's reports of a whole city are some hundred. */
  archiveMembers: 2_000,
  /** Bytes that the members of one archive may unpack to, all told. */
  archiveBytes: 512 * 1024 * 1024,
  /** Times its packed size that a member of a ZIP may unpack to. Pages reach 20, empty styled cells of a sheet 60, white scans 100; a bomb begins at 1,000. */
  zipRatio: 200,
  /** Bytes that a member of a ZIP may unpack to whatever its ratio: no bomb is that small. */
  zipRatioFrom: 4 * 1024 * 1024,
  /** Archives inside one another. */
  archiveDepth: 2,
  /** Pixels of one picture: an A3 page at 300 dpi has 17 million. */
  picturePixels: 60_000_000,
  /** Dark runs in a picture, each a pixel wide: a page has some ten thousand, a photograph or noise many more. */
  pictureRuns: 300_000,
  /** Ruling lines in a picture: a page of tables has some two hundred. */
  pictureRules: 4_000,
  /** Nested elements of one part of an Office document; tables in tables stay below a hundred. */
  xmlDepth: 400,
  /** Elements of one part of an Office document that carry anything. */
  xmlElements: 2_000_000,
  /** Parts of one Office document: as a rule some ten, and one for each picture. */
  ooxmlParts: 5_000,
  /** Bytes of all parts of one Office document, inflated. */
  ooxmlBytes: 128 * 1024 * 1024,
  /** Pages of one PDF. The longest real report has about 60. */
  pdfPages: 500,
  /** Bytes that one stream of a PDF may unpack to: a drawn page has some 100 KB, an A3 scan in colour 50 MB. */
  pdfStream: 128 * 1024 * 1024,
  /** Characters and lines drawn in one PDF; a report has some 20,000. */
  pdfMarks: 2_000_000,
  /** Characters drawn on one page of a PDF: one set in the smallest print has 12,000. */
  pdfPageGlyphs: 50_000,
  /** Lines drawn on one page of a PDF, each side of a cell by itself: a page of tables has some two thousand, a map many more. */
  pdfPageRules: 20_000,
  /** Operations of one page of a PDF, and the numbers of its paths: a page has some ten thousand. */
  pdfPageOperations: 500_000,
  /** Pages of one PDF that are drawn for recognition. */
  pdfPictures: 60,
  /** Milliseconds for the pages of one PDF, looked at between pages. */
  pdfTime: 15_000,
} as const;
