import { ReadError } from '../read-error.ts';

/** XLS (BIFF) is not read: no library that does is kept up and free of known holes. Always throws. */
export function refuseXls(): never {
  throw new ReadError(
    'UNSUPPORTED_FORMAT',
    'the file is an Excel 97 to 2003 workbook (XLS), which this program does not read; open it and save it as XLSX or CSV',
  );
}
