/** What the addresses of portals say by their shape alone. All take absolute, normalised addresses. */

/** A word for annual reports as one step of a path: `zfxxgknb`, `gkndbg`, `2024nb`, `xxgknb_72026`, `ndbg`. */
const ANNUAL_STEP = /\/(?:[a-z0-9_-]{0,40}?)(?:nb|ndbg)s?(?:\d{0,6}|_\d{1,8})(?=[/.?_]|$)/i;

export const hasAnnualStep = (url: string): boolean => ANNUAL_STEP.test(url);

const COLUMN =
  /\/(?:\?[^#]*)?$|\/(?:index|list|common_list|home|default|channel)[\w-]*\.\w{3,5}(?:\?|$)|[_-]list[\w-]*\.s?html?|\/col\/col\d+|\/column\/|\/columns\/[^/]+\/(?:index|$)|\/site\/tpl\/|\/channel_[0-9a-f]+\/?$|[?&](?:action|type|orgid|year|vc_xxgkarea|categorynum)=/i;
const ARTICLE =
  /\/t\d{8}_\d+\.|\/art_|\/art\/|\/post_\d+|\/mpost_\d+|\/content_\w+\.|\/content\.s?html?|\/info\/\d+\/\d+\.|\/(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d)?\/[\w-]+\.|\/[0-9a-f]{32}\.|\/doc_[0-9a-f]+|\/public\/\d+\/\d+\.|\/c\d+_\d+\.|\/\d{5,}\.s?html?|\/\d{12,}\/index\.|xxgkAnnualReport\.jsp|showinfo|[?&](?:docid|infoguid|messagekey)=|\/\d{4}[-/]\d{1,2}\/\d{1,2}\/|\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.html/i;

export const isArticle = (url: string): boolean => ARTICLE.test(url);
export const isColumn = (url: string): boolean => !isArticle(url) && COLUMN.test(url);

const EXTENSION = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)$/i;
const HANDLER =
  /\/downfile\.jsp|\/_content\/download\.jsp|\/downloadZtbAttach\.jspx|\/gkmlpt\/attachment\/|\/showfilecontent|[?&](?:attachguid|wbfileid)=/i;

/** Whether the address is a file's: by its extension, in a parameter that names a file, or by a download handler. */
export function isFile(url: string): boolean {
  if (HANDLER.test(url)) return true;
  const question = url.indexOf('?');
  if (question < 0) return EXTENSION.test(url);
  if (EXTENSION.test(url.slice(0, question))) return true;
  return /[?&](?:file(?:name|path|url)?|showname|name|path|url)=[^&]*\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)(?:&|$)/i.test(
    url,
  );
}

/** The page of a script that shows the file named in its query: `viewer.html?file=/a/b.pdf`. */
export function viewedFile(url: string): string | null {
  if (!/[?&]file=/i.test(url) || !/viewer|\/pdf|\.html?\?/i.test(url)) return null;
  const { searchParams } = new URL(url);
  return searchParams.get('file') ?? searchParams.get('File');
}

/** The directory an address stands in, with its host: `http://www.lanzhu.gov.cn/zwgk/ndbg/`. */
export function directoryOf(url: string): string {
  const path = url.replace(/[?#].*$/, '');
  return path.slice(0, path.lastIndexOf('/') + 1);
}

export const originOf = (url: string): string => new URL(url).origin;

/** A portal's front page. */
export const isHome = (url: string): boolean => /^\/(?:index\.\w+)?$/i.test(new URL(url).pathname) && !/[?#]/.test(url);
