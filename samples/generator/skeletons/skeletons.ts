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
