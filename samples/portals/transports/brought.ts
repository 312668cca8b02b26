import type { Page } from '../../government/page.ts';
import type { Part } from '../graph.ts';

/** A list as pages and ways. */
export type Brought = Part & {
  /** What answers questions at an address that several lists share: `path number`. */
  readonly serves?: Readonly<Record<string, Page>>;
  /** Its page is that of other lists as well. */
  readonly shell?: boolean;
};
