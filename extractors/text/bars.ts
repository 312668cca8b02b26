/** The strokes that divide cells in a line of text; one behind a backslash is text. */
export const BAR = /(?<!\\)[|│┃║｜]/;

const RULER = /^[\s|│┃║｜+\-=:─━═┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫]+$/;
const RULER_MARK = /[-=─━═┄┈]{2,}|[┼╋╬├┣╠]/;

/** `|:-:|:-|`: a rule of Markdown may be one dash wide. */
const ALIGNED = /^[\s|]*:?-+:?(?:\s*\|\s*:?-+:?)*[\s|]*$/;

/** A line that is drawn between rows and holds no text. */
export const isRuler = (text: string): boolean =>
  RULER.test(text) && (RULER_MARK.test(text) || (text.includes(':') && ALIGNED.test(text)));
