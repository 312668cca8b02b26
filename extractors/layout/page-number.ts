/** `- 3 -`, `第3页`, `第 3 页 共 5 页`, `3/5`, and a browser's foot: an address and `1/5`. */
const PAGE_NUMBER =
  /^(?:[-—–－_·•~\s]+\d{1,4}[-—–－_·•~\s]+|第\s*\d{1,4}\s*页(?:[\s,，/／]*[（(]?\s*共\s*\d{1,4}\s*页[)）]?)?|\d{1,4}\s*[/／]\s*\d{1,4}|(?:file|https?):\/\/\S+(?:\s+\d{1,4}\s*\/\s*\d{1,4})?)$/i;
const BARE_NUMBER = /^\d{1,4}$/;
const OTHER_LETTER = /(?![第页頁共])\p{L}/u;

/** Whether a line can be nothing but the number of its page. */
export const isPageNumber = (text: string): boolean => PAGE_NUMBER.test(text);

/** Whether a line is a number alone, which counts the pages only if it goes on from page to page. */
export const isBareNumber = (text: string): boolean => BARE_NUMBER.test(text);

/** Whether a recognised line may be the number of its page: its signs are often misread, but there are no words in it. */
export const mayBePageNumber = (text: string): boolean => !OTHER_LETTER.test(text);

/** What lines at the head or foot of several pages have in common: all but their numbers and gaps. */
export const runningShape = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '');
