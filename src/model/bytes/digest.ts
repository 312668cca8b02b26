import { createHash } from 'node:crypto';

/** SHA-256 in hex, 64 digits; of a text, that of its UTF-8. Shorten it only where nobody gains by two contents alike. */
export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
