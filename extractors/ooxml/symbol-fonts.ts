/** Fonts whose digits and letters are pictures: what is written in them is not what is seen. */
const SYMBOL_FONTS =
  /^(?:symbol|wingdings.*|webdings|marlett|mt extra|zapf ?dingbats|opensymbol|ms outlook|bookshelf symbol.*)$/i;

export const isSymbolFont = (name: string | undefined): boolean => name !== undefined && SYMBOL_FONTS.test(name.trim());
