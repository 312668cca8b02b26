/** Containers of an article's text in the portal software there is, by id or class. */
const CONTENT =
  /(?:^|\s)(?:ucap-?content|zoom(?:con)?|trs_editor|trs_ueditor|trs_editor_view|custom_unionstyle|vsb_content\w*|v_news_content|bt_content|article[-_]?content|article|j-fontcontent|pages_content|xxgk_content|zw-content|wzzw-article|ivs_content|webeditorview|artile_zw|main-txt|news_cont_d_wrap|tyxxy_main)(?=\s|$)/i;
const CONTENT_TAGS = new Set(['ucapcontent', 'article']);

const FRAME =
  /(?:^|[\s_-])(?:header|footer|foot|nav|navbar|menu|topbar|copyright|friend(?:ly)?-?links?|yqlj)(?=[\s_-]|\d|$)/i;
const FRAME_TAGS = new Set(['header', 'footer', 'nav']);

/** Whether an element with these marks holds an article's text. */
export const isContent = (name: string, marks: string): boolean =>
  CONTENT_TAGS.has(name) || (marks !== '' && CONTENT.test(marks));

/** Whether it is the head, foot or menu that all pages of the site share. */
export const isFrame = (name: string, marks: string): boolean =>
  FRAME_TAGS.has(name) || (marks !== '' && FRAME.test(marks));

const ROW_TAGS = new Set(['li', 'tr', 'dd', 'dt', 'p']);

export const isRow = (name: string): boolean => ROW_TAGS.has(name);

const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Hidden lines and links are padding; a hidden `div` may be a tab that waits to be chosen, and counts. */
export const isHidden = (name: string, style: string | undefined, hidden: string | undefined): boolean =>
  (hidden !== undefined || (style !== undefined && HIDDEN.test(style))) &&
  (ROW_TAGS.has(name) || name === 'a' || name === 'span');
