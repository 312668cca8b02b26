import type { Entry } from './column.ts';
import { endingOf, fileBytes, mediaTypeOf } from './files.ts';
import type { Attached } from './host.ts';
import { type Answer, html, type Pages } from './page.ts';

/** In place of a file that is gone: an error page under the file's name, with status 200. */
const GONE = html('<html><head><title>提示信息</title></head><body>您访问的文件不存在或已被删除！</body></html>');

export const ERROR_PAGE = 'error page';

/** A kept file as an answer. */
export const fileAnswer = (name: string, more: Partial<Answer> = {}): Answer =>
  name === ERROR_PAGE ? GONE : { type: mediaTypeOf(name), body: fileBytes(name), ...more };

/** The ending that the address of an attachment has. */
export const endingFor = (name: string): string => (name === ERROR_PAGE ? 'pdf' : endingOf(name));

/** What the link to an attachment says. */
const labelOf = ({ title }: Entry, name: string): string => `附件：${title}.${endingFor(name)}`;

/** The files of an item under the addresses that `place` gives them: as pages, as part of the truth, and as links. */
export function attach(
  entry: Entry,
  place: (name: string, index: number) => { path: string; href?: string },
  more: Partial<Answer> = {},
): { pages: Pages; attached: Attached[]; links: string } {
  const placed = entry.attached.map((name, index) => ({ name, ...place(name, index) }));
  return {
    pages: Object.fromEntries(placed.map(({ name, path }) => [path, fileAnswer(name, more)])),
    attached: placed.map(({ name, path }) => ({ path, file: name === ERROR_PAGE ? null : name })),
    links: placed
      .map(({ name, path, href = path }) => `<p><a href="${href}">${labelOf(entry, name)}</a></p>`)
      .join('\n'),
  };
}
