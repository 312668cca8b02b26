/** What the reader does with an element, by its name. Anything not listed is inline and read through, as in a browser (HTML §3.2.2). */
const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never shown, or as something else than their text, wherever they stand: HTML §15.3.1 and the element's own section. */
export const NEVER_SHOWN = names(
  'script style noscript template title noembed noframes head datalist applet audio video canvas iframe frame frameset progress meter rp rt area colgroup col',
);

/** What paragraphs leave out: also controls, drawings, and what was crossed out. Cells look into these, see `cell-elements.ts`. */
export const SKIPPED = new Set([...NEVER_SHOWN, ...names('svg math object select button del s strike')]);

/** Begin and end a paragraph. */
export const BLOCKS = names(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p search section summary ul table caption tbody thead tfoot tr td th',
);

export const HEADING_LEVEL: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };

/** White space inside them is shown as written. */
export const PREFORMATTED = names('pre listing xmp plaintext textarea');
