/** What is known of a format: its name in messages, its true media type, and, where no reader takes it, what to do. */
export interface FormatInfo {
  readonly name: string;
  readonly mediaType: string;
  readonly instead?: string;
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const AS_DOCX = 'open it in a word processor and save it as DOCX';
const AS_XLSX = 'open it in a spreadsheet program and save it as XLSX';
const UNPACK = 'unpack it and name the folder';

/** Every format that is told apart, read or not. */
export const FORMATS = {
  html: { name: 'HTML', mediaType: 'text/html' },
  text: { name: 'plain text', mediaType: 'text/plain' },
  mime: { name: 'MHT (a web page with its parts)', mediaType: 'multipart/related' },
  pdf: { name: 'PDF', mediaType: 'application/pdf' },
  docx: { name: 'DOCX', mediaType: `${OOXML}.wordprocessingml.document` },
  doc: { name: 'DOC', mediaType: 'application/msword' },
  xlsx: { name: 'XLSX', mediaType: `${OOXML}.spreadsheetml.sheet` },
  zip: { name: 'ZIP', mediaType: 'application/zip' },
  png: { name: 'PNG', mediaType: 'image/png' },
  jpeg: { name: 'JPEG', mediaType: 'image/jpeg' },
  gif: { name: 'GIF', mediaType: 'image/gif' },
  bmp: { name: 'BMP', mediaType: 'image/bmp' },
  tiff: { name: 'TIFF', mediaType: 'image/tiff' },
  webp: { name: 'WebP', mediaType: 'image/webp' },
  xls: { name: 'XLS', mediaType: 'application/vnd.ms-excel' },
  xlsb: { name: 'XLSB', mediaType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.12', instead: AS_XLSX },
  works: { name: 'Microsoft Works', mediaType: 'application/vnd.ms-works', instead: AS_DOCX },
  ole: { name: 'an OLE file of no kind known here', mediaType: 'application/x-ole-storage', instead: AS_DOCX },
  pptx: { name: 'PPTX', mediaType: `${OOXML}.presentationml.presentation`, instead: 'print it to PDF' },
  odf: { name: 'OpenDocument', mediaType: 'application/vnd.oasis.opendocument.text', instead: AS_DOCX },
  ofd: { name: 'OFD', mediaType: 'application/ofd', instead: 'open it in an OFD reader and save it as PDF' },
  rtf: { name: 'RTF', mediaType: 'application/rtf', instead: AS_DOCX },
  spreadsheetml: { name: 'XML Spreadsheet 2003', mediaType: 'application/vnd.ms-excel', instead: AS_XLSX },
  wordml: { name: 'Word XML', mediaType: 'application/msword', instead: AS_DOCX },
  rar: { name: 'RAR', mediaType: 'application/vnd.rar', instead: UNPACK },
  '7z': { name: '7z', mediaType: 'application/x-7z-compressed', instead: UNPACK },
  gzip: { name: 'GZIP', mediaType: 'application/gzip', instead: UNPACK },
} as const satisfies Readonly<Record<string, FormatInfo>>;

export type Format = keyof typeof FORMATS;

export const formatInfo = (format: Format): FormatInfo => FORMATS[format];
