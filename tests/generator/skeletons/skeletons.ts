import type { Skeleton } from '../page.ts';
import { gkmlpt } from './gkmlpt.ts';
import { hanweb } from './hanweb.ts';
import { legacy } from './legacy.ts';
import { lonsun } from './lonsun.ts';
import { bare, plain } from './plain.ts';
import { trs } from './trs.ts';
import { ucap } from './ucap.ts';
import { vsb } from './vsb.ts';

export const SKELETONS: readonly Skeleton[] = [trs, ucap, hanweb, vsb, gkmlpt, lonsun, legacy, plain, bare];

export function skeletonOf(name: string): Skeleton {
  const found = SKELETONS.find((skeleton) => skeleton.name === name);
  if (!found)
    throw new Error(`no skeleton is called ${name}; there are ${SKELETONS.map((one) => one.name).join(', ')}`);
  return found;
}
