import { canonicalStem, plainName } from './canonical-stem.ts';
import { nameParts } from './name-parts.ts';

/** The name of a public body taken apart, in the spelling in which bodies are compared. */
interface BodyName {
  /** The smallest region that the name says, 青岚县; null where it says none. */
  readonly place: string | null;
  /** The regions that it says above that one, the largest first. */
  readonly above: readonly string[];
  /** The body itself: 财政局, 城关镇, 东大街街道; 人民政府 for the government of the place. */
  readonly rest: string;
  /** The rest begins with a region's bare word, as 县财政局 and 市财政局 do. */
  readonly bare: '省' | '市' | '县' | '区' | '旗' | null;
}

const BARE =
  /^([省市县区旗])(?=(?:人民政府|政府)|\p{Script=Han}{1,20}(?:局|委|委员会|厅|办|办公室|中心)$)(?!市?场|政(?!府|务|协)|容|级|域)/u;

/** No name begins so: a cut before it would go through a name. */
const MIDDLE = /^(?:人民政府|政府|办事处)/u;

/** Whether some two characters stand twice in it, without which nothing can be said twice. */
const REPEATS = /(..).*\1/u;

function split(plain: string): BodyName {
  const { regions, rest } = nameParts(plain);
  const distinct = regions.filter((region, at) => region !== regions[at - 1]);
  const place = distinct.at(-1) ?? null;
  const bare = place === null ? ((BARE.exec(rest)?.[1] as BodyName['bare'] | undefined) ?? null) : null;
  return { place, above: distinct.slice(0, -1), rest: canonicalStem(bare ? rest.slice(1) : rest), bare };
}

/** The half that says more, where a name is said twice: 小湾乡人民政府澄阳市小湾乡, 青岚县人民政府青岚县. */
function saidTwice(plain: string): string | null {
  if (!REPEATS.test(plain)) return null;
  for (let cut = 2; cut <= plain.length - 2; cut += 1) {
    const [first, second] = [plain.slice(0, cut), plain.slice(cut)];
    if (MIDDLE.test(second)) continue;
    const [a, b] = [split(first), split(second)];
    if (a.rest !== b.rest || (a.place !== null && b.place !== null && a.place !== b.place)) continue;
    const regions = ({ place, above }: BodyName): number => above.length + (place === null ? 0 : 1);
    return regions(b) > regions(a) ? second : first;
  }
  return null;
}

/** A name as it is printed, but once where it is said twice. */
export const saidOnce = (name: string): string => saidTwice(plainName(name)) ?? name;

/**
 * Splits a name as it is printed: 碚州市青岚县财政局 is 财政局 of 青岚县, 东大街街道办事处 is 东大街街道 of a place that is not said.
 * Traditional characters, widths and spaces don't count, nor that a name is said twice.
 */
export function splitBodyName(name: string): BodyName {
  const plain = plainName(name);
  return split(saidTwice(plain) ?? plain);
}
