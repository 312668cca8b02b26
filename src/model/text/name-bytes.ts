const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const GB_18030 = new TextDecoder('gb18030', { fatal: true });

function decodeWith(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a name is UTF-8: then it is the same as text and as bytes. */
export const isUtf8Name = (bytes: Uint8Array): boolean => decodeWith(UTF_8, bytes) !== null;

/**
 * The name of a file as text: UTF-8 where its bytes are that, else GB18030, as Chinese systems write it. Nothing is lost: of a
 * name that is neither, each byte beyond ASCII stands as in an address: `%B1`.
 */
export const decodeName = (bytes: Uint8Array): string =>
  decodeWith(UTF_8, bytes) ??
  decodeWith(GB_18030, bytes) ??
  Array.from(bytes, (byte) => (byte < 0x80 && byte !== PERCENT ? String.fromCharCode(byte) : percent(byte))).join('');

const PERCENT = 0x25;
const percent = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
