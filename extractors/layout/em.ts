/** Points of an em of a PDF: tables of reports are set in 五号. */
export const EM = 10.5;

/** A distance measured in points on tables set in 五号, in ems: so it holds for letters of any size and unit. */
export const inEms = (points: number): number => points / EM;
