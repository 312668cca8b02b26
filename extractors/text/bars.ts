/** The strokes that divide cells in a line of text; one behind a backslash is text. */
export const BAR = /(?<!\\)[|│┃║｜]/;

const RULER = /^[\s|│┃║｜+\-=:─━═┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫]+$/;
const RULER_MARK = /[-=─━═┄┈]{2,}|[┼╋╬├┣╠]/;

/** A line that is drawn between rows and holds no text. */
export const isRuler = (text: string): boolean => RULER.test(text) && RULER_MARK.test(text);
