import type { PathPart } from '../path-rules.ts';
import type { Paint } from './colour.ts';
import type { Unclear } from './unclear.ts';

/** An outline that clips what is drawn, where it is no upright box. */
export interface ClipShape {
  readonly parts: readonly PathPart[];
  readonly evenOdd: boolean;
}

/** How the characters of one text operation are painted. */
export interface Ink {
  readonly paints: readonly Paint[];
  readonly order: number;
  readonly mirrored: boolean;
  readonly clips: readonly ClipShape[];
  /** What of it is not followed here. */
  readonly unclear: Unclear | null;
}
