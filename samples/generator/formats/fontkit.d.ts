/** The little of fontkit (it comes with pdfkit, without types) that pdf-lib is given. */
declare module 'fontkit' {
  interface Subset {
    encode(): Uint8Array;
  }
  interface Font {
    createSubset(): Subset;
  }
  export function create(bytes: Uint8Array): Font;
}
