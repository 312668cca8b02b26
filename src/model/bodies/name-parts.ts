import { bodyKind } from '../text/body-kind.ts';

/** A body's name taken apart: 绍兴市柯桥区财政局 is 绍兴市, 柯桥区 and 财政局. */
interface NameParts {
  /** The regions that head it, the largest first; whole words of the name. */
  readonly regions: readonly string[];
  /** What is left of it behind them. */
  readonly rest: string;
}

const REGION_END = /[省市县区旗盟州]/gu;
/** The national body that leads a local one: 国家税务总局绍兴市税务局. */
const LEADER = /^国家\p{Script=Han}{2,8}?局(?=\p{Script=Han})/u;

/** Whether a body is led by a national one and not by the government of its place: a tax bureau, a customs office. */
export const isLedFromAbove = (name: string): boolean => LEADER.test(name.replace(/\s+/gu, ''));

/** Whether the word for a region goes on behind a cut: 沙市|区, 津市|市, 杭州|市. */
function goesOn(head: string, behind: string): boolean {
  if (behind.startsWith('区')) return true;
  if (head.endsWith('津市')) return behind.startsWith('市');
  return head.endsWith('州') && !head.endsWith('自治州') && !/^(?:人民)?政府/u.test(behind);
}

/**
 * Cuts where what stands before is itself a region in the sense of `bodyKind`. A name that names no region has none: nothing
 * is guessed.
 */
export function nameParts(name: string): NameParts {
  const plain = name.replace(/\s+/gu, '').slice(0, 80).replace(LEADER, '');
  const regions: string[] = [];
  let start = 0;
  for (const { index } of plain.matchAll(REGION_END)) {
    const end = index + 1;
    const region = plain.slice(start, end);
    if (region.length < 2 || goesOn(region, plain.slice(end))) continue;
    const { kind, level } = bodyKind(`${region}人民政府`);
    if (kind !== 'government' || level === null) continue;
    regions.push(region);
    start = end;
  }
  return { regions, rest: plain.slice(start) };
}
