/**
 * A copy of a text that shares no memory with it. A part cut from a string keeps the whole string alive; what goes into a
 * cache must not keep the page it came from.
 */
export const detach = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
