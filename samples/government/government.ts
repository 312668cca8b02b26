import type { Host } from './host.ts';
import { closed } from './hosts/closed.ts';
import { huifeng, liushang, mochi, tianlang, yanxi, zhuli } from './hosts/counties.ts';
import { auditOffice, finance, platform } from './hosts/departments.ts';
import { chenghuai, xiuxi } from './hosts/faulty.ts';
import { city } from './hosts/lanzhu.ts';
import { qunxian, youmu } from './hosts/own-software.ts';

/**
 * What may happen to the sites between two nights: a figure of one report becomes another under the same address and title,
 * a report is added to a list, one is taken away.
 */
export type Change = 'quiet-change' | 'new-report' | 'vanish';

export const CHANGES: readonly Change[] = ['quiet-change', 'new-report', 'vanish'];

/** The invented city of 兰渚 and everything under it: hosts with their pages, reports and traps. */
export function government(changes: ReadonlySet<Change>): readonly Host[] {
  const others = [
    finance(),
    auditOffice(),
    platform(),
    yanxi(),
    mochi(),
    liushang(),
    zhuli(changes.has('vanish')),
    huifeng(),
    tianlang(changes.has('new-report')),
    qunxian(),
    youmu(),
    chenghuai(),
    xiuxi(),
    ...closed(),
  ];
  return [city(changes.has('quiet-change'), others), ...others];
}
