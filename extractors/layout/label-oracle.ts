/** What the layout asks about the words of the forms, which it does not know itself. */
export interface LabelOracle {
  /** Whether a text is known as a label of the forms. */
  readonly isLabel: (text: string) => boolean;
  /** Whether a label of the forms begins so, or is so. */
  readonly beginsLabel: (text: string) => boolean;
  /** Whether a line is the heading of a section that every report has. */
  readonly isHeading: (text: string) => boolean;
}
