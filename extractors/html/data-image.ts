/** A picture written into the page itself (RFC 2397), as word processors and editors paste it. */
const DATA_IMAGE = /^data:image\/[\w.+-]{1,40}(?:;[\w=-]{1,40})*;base64,/i;

/** The bytes of a picture that its address holds; null for any other address. */
export function dataImage(source: string): Uint8Array | null {
  const head = DATA_IMAGE.exec(source.slice(0, 200))?.[0];
  return head === undefined ? null : new Uint8Array(Buffer.from(source.slice(head.length), 'base64'));
}
