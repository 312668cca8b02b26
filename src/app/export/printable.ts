/** A character as its JSON escape: `\u001b`. */
export const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Text from documents, made safe to show. Control characters (C0 but tab and line feed, DEL, C1) could drive the
 * reader's terminal, and the marks that turn the writing direction could make one line look like another: both are
 * written out as escapes, so that they are seen and do nothing.
 */
export const printable = (text: string): string => text.replace(UNSAFE, unicodeEscape);

/** `printable`, and on one line: runs of white space become one space. */
export const printableLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());
