/** What the reader does with an element, by its name. Anything not listed is inline and read through. */
const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never shown, or shown as something other than their text. */
export const SKIPPED = names(
  'script style noscript template svg math object applet audio video canvas iframe frame frameset noframes select datalist button rt rp map area del s strike colgroup col head',
);

/** Begin and end a paragraph. */
export const BLOCKS = names(
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p search section summary ul table caption tbody thead tfoot tr td th',
);

export const HEADING_LEVEL: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };

/** White space inside them is shown as written. */
export const PREFORMATTED = names('pre listing xmp plaintext textarea');
