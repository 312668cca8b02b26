/** A straight line along an axis: a stroke, or the long side of a thin filled shape. */
export interface RulingLine {
  readonly vertical: boolean;
  /** x of a vertical line, y of a horizontal one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
