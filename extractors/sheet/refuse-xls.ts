import { ReadError } from '../read-error.ts';

/** XLS (BIFF) is not read: no library that does is kept up and free of known holes. Always throws. */
export function refuseXls(): never {
  throw new ReadError('UNSUPPORTED_FORMAT', {
    zh: '此文件是 Excel 97 至 2003 的工作簿（XLS），本程序不读；请打开后另存为 XLSX 或 CSV',
    en: 'the file is an Excel 97 to 2003 workbook (XLS), which this program does not read; open it and save it as XLSX or CSV',
  });
}
