import type { Branch } from './hubs.ts';
import { branchOf, type ItemPaths, type Placed } from './place-steps.ts';
import { type HostPlan, hrefOf } from './site.ts';

const SIDE_LINKS = 40;

/** Beside every page of the column: its neighbours as tabs, or the column as a tree. */
export function sideOf(
  plan: HostPlan,
  placed: Placed,
  siblings: readonly Placed[],
  root: Placed,
  paths: ItemPaths,
): string {
  const from = placed.path;
  const linked = (one: Branch): string => `<a href="${hrefOf(plan, from, one.path)}">${one.text}</a>`;
  const pages = (all: readonly Placed[]): readonly Placed[] => all.filter(({ step }) => step.kind !== 'leaf');
  if (plan.drawn.side === 'tabs' && siblings.length > 1) {
    return plan.template.tabs(
      pages(siblings)
        .map((one) => branchOf(one, paths))
        .map(({ text, path }) => ({ text, href: hrefOf(plan, from, path) })),
    );
  }
  if (plan.drawn.side !== 'tree' || root.children.length === 0) return '';
  const groups = pages(root.children).slice(0, SIDE_LINKS);
  return `<ul class="tree"><li>${linked(branchOf(root, paths))}<ul>${groups.map((one) => `<li>${linked(branchOf(one, paths))}</li>`).join('')}</ul></li></ul>`;
}
