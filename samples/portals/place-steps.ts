import type { Rng } from '../generator/rng.ts';
import type { Branch } from './hubs.ts';
import type { Item } from './items.ts';
import type { HostPlan } from './site.ts';
import type { Step } from './steps.ts';

/** A step with its address, and what is above it. */
export interface Placed {
  readonly step: Step;
  readonly path: string;
  readonly number: number;
  readonly above: readonly { readonly path: string; readonly title: string }[];
  readonly children: readonly Placed[];
}

/** Numbers of a host, one after the other, with gaps as a portal's own ids have them. */
export function counter(rng: Rng): () => number {
  let last = rng.int(10, 60);
  return () => {
    last += rng.int(1, 3);
    return last;
  };
}

/** The page that shows any list, by the number behind the #. */
const SHELL = '/gk/index.html';

/** Where each item stands, by its number. */
export type ItemPaths = Map<number, string>;

/** Gives every step of the tree an address, and every item one below the page that first lists it. */
export function place(
  plan: HostPlan,
  step: Step,
  trail: readonly string[],
  above: Placed['above'],
  next: () => number,
  paths: ItemPaths,
): Placed {
  const { addresses, drawn } = plan;
  const number = next();
  const slugs = [...trail, step.term[1]];
  const column = step.kind === 'leaf' ? '' : addresses.column(slugs, number);
  const path = step.kind === 'list' && drawn.fragment === 'yes' ? `${SHELL}#${number}` : column;
  const items: readonly Item[] = step.kind === 'hub' ? [] : step.kind === 'leaf' ? [] : step.items;
  for (const item of items) {
    if (!paths.has(item.number)) paths.set(item.number, addresses.article(column, item.number, item.date));
  }
  const here = [...above, { path, title: step.term[0] }];
  const children =
    step.kind === 'hub' ? step.children.map((child) => place(plan, child, slugs, here, next, paths)) : [];
  if (step.kind === 'hub') {
    for (const child of step.children) {
      if (child.kind === 'leaf' && !paths.has(child.item.number)) {
        paths.set(child.item.number, addresses.article(column, child.item.number, child.item.date));
      }
    }
  }
  return { step, path, number, above, children };
}

/** The step as a link, with those below it. */
export function branchOf({ step, path, children }: Placed, paths: ItemPaths): Branch {
  const to = step.kind === 'leaf' ? (paths.get(step.item.number) ?? '/') : path;
  return { text: step.term[0], path: to, below: children.map((child) => branchOf(child, paths)) };
}
