import { openCompoundFile } from './compound-file.ts';

/** What an OLE compound file holds. `encrypted` is a DOCX, XLSX or PPTX under a password; `wps` a file of Microsoft Works. */
export type OleKind = 'doc' | 'xls' | 'encrypted' | 'wps' | 'unknown';

/** Names of streams that tell, the surest first. Files of WPS Office (.wps, .et) have those of Word and Excel. */
const STREAMS: readonly (readonly [string, OleKind])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['CONTENTS', 'wps'],
  ['MatOST', 'wps'],
];

/**
 * Tells DOC, XLS and encrypted Office files apart by the names of their streams.
 * @throws ReadError DAMAGED where the bytes are no whole OLE compound file
 */
export function oleKind(bytes: Uint8Array): OleKind {
  const { names } = openCompoundFile(bytes);
  return STREAMS.find(([name]) => names.has(name))?.[1] ?? 'unknown';
}
