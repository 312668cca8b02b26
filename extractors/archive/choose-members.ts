import type { ZipEntry } from '../bytes/list-zip.ts';

/** What systems and hidden folders leave in archives. `..` is no hidden name, but part of a label. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|Thumbs\.db$|desktop\.ini$|\.(?!\.?(?:\/|$)))/i;

/** The folder that a browser or a word processor lays beside a saved page: `page.files/`, `page_files/`, `page.fld/`. */
const PAGE_FOLDER = /^(?<page>(?:.*\/)?[^/]+)(?:\.files|_files|\.fld)\//i;
const PAGE = /\.(?:html?|mht|mhtml|doc|xls)$/i;

/** The members that may each be a document: no folders, no litter, and no parts of a saved page that is itself there. */
export function chooseMembers(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const pages = new Set(entries.flatMap(({ name }) => (PAGE.test(name) ? [name.replace(PAGE, '').toLowerCase()] : [])));
  const isPart = (name: string): boolean => pages.has(PAGE_FOLDER.exec(name)?.groups?.page?.toLowerCase() ?? '\0');
  return entries.filter(({ name, directory }) => !directory && !LITTER.test(name) && !isPart(name));
}
