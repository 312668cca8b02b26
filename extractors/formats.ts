import { both } from '../src/model/messages/both.ts';
import type { Message } from '../src/model/report.ts';

/** What is known of a format: its name in messages, its true media type, and, where no reader takes it, what to do. */
interface FormatInfo {
  readonly name: Message;
  readonly mediaType: string;
  readonly instead?: Message;
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const AS_DOCX = { zh: '请用文字处理软件打开并另存为 DOCX', en: 'open it in a word processor and save it as DOCX' };
const AS_XLSX = { zh: '请用电子表格软件打开并另存为 XLSX', en: 'open it in a spreadsheet program and save it as XLSX' };
const UNPACK = { zh: '请解压后给出文件夹', en: 'unpack it and name the folder' };

/** Every format that is told apart, read or not. */
export const FORMATS = {
  html: { name: both('HTML'), mediaType: 'text/html' },
  text: { name: { zh: '纯文本', en: 'plain text' }, mediaType: 'text/plain' },
  mime: {
    name: { zh: 'MHT（网页连同其各部分）', en: 'MHT (a web page with its parts)' },
    mediaType: 'multipart/related',
  },
  pdf: { name: both('PDF'), mediaType: 'application/pdf' },
  docx: { name: both('DOCX'), mediaType: `${OOXML}.wordprocessingml.document` },
  doc: { name: both('DOC'), mediaType: 'application/msword' },
  xlsx: { name: both('XLSX'), mediaType: `${OOXML}.spreadsheetml.sheet` },
  zip: { name: both('ZIP'), mediaType: 'application/zip' },
  png: { name: both('PNG'), mediaType: 'image/png' },
  jpeg: { name: both('JPEG'), mediaType: 'image/jpeg' },
  gif: { name: both('GIF'), mediaType: 'image/gif' },
  bmp: { name: both('BMP'), mediaType: 'image/bmp' },
  tiff: { name: both('TIFF'), mediaType: 'image/tiff' },
  webp: { name: both('WebP'), mediaType: 'image/webp' },
  xls: { name: both('XLS'), mediaType: 'application/vnd.ms-excel' },
  xlsb: { name: both('XLSB'), mediaType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.12', instead: AS_XLSX },
  works: { name: both('Microsoft Works'), mediaType: 'application/vnd.ms-works', instead: AS_DOCX },
  ole: {
    name: { zh: '种类不明的 OLE 文件', en: 'an OLE file of no kind known here' },
    mediaType: 'application/x-ole-storage',
    instead: AS_DOCX,
  },
  pptx: {
    name: both('PPTX'),
    mediaType: `${OOXML}.presentationml.presentation`,
    instead: { zh: '请打印为 PDF', en: 'print it to PDF' },
  },
  odf: { name: both('OpenDocument'), mediaType: 'application/vnd.oasis.opendocument.text', instead: AS_DOCX },
  ofd: {
    name: both('OFD'),
    mediaType: 'application/ofd',
    instead: { zh: '请用 OFD 阅读器打开并另存为 PDF', en: 'open it in an OFD reader and save it as PDF' },
  },
  rtf: { name: both('RTF'), mediaType: 'application/rtf', instead: AS_DOCX },
  spreadsheetml: {
    name: { zh: 'XML 电子表格 2003', en: 'XML Spreadsheet 2003' },
    mediaType: 'application/vnd.ms-excel',
    instead: AS_XLSX,
  },
  wordml: { name: both('Word XML'), mediaType: 'application/msword', instead: AS_DOCX },
  rar: { name: both('RAR'), mediaType: 'application/vnd.rar', instead: UNPACK },
  '7z': { name: both('7z'), mediaType: 'application/x-7z-compressed', instead: UNPACK },
  gzip: { name: both('GZIP'), mediaType: 'application/gzip', instead: UNPACK },
} as const satisfies Readonly<Record<string, FormatInfo>>;

export type Format = keyof typeof FORMATS;

export const formatInfo = (format: Format): FormatInfo => FORMATS[format];
