/** How the digits of one number become those of another by one slip of the pen. */
export type DigitEdit = 'wrong' | 'missing' | 'doubled' | 'added' | 'exchanged' | 'zeros' | 'sign';

function differing(from: string, to: string): number[] {
  return [...to].flatMap((digit, place) => (digit === from[place] ? [] : [place]));
}

/** Whether `short` is `long` without one digit; if so, which. */
function without(long: string, short: string): number | null {
  if (long.length !== short.length + 1) return null;
  for (let place = 0; place < long.length; place += 1) {
    if (long.slice(0, place) + long.slice(place + 1) === short) return place;
  }
  return null;
}

/**
 * The one slip that turns the right number into the printed one, or null. A digit alone on both sides tells nothing: any
 * digit becomes any other by one edit; and a 0 is no number with a digit lost.
 *
 * @param printed whole number as printed, may be negative
 * @param right whole number of at least 0
 */
export function digitEdit(printed: number, right: number): DigitEdit | null {
  if (printed === -right) return 'sign';
  const [from, to] = [String(printed), String(right)];
  if (printed <= 0 || right === 0 || !Number.isInteger(printed) || (from.length === 1 && to.length === 1)) return null;
  const [longer, shorter] = from.length > to.length ? [from, to] : [to, from];
  const zeros = longer.length - shorter.length;
  if (zeros > 0 && longer === shorter + '0'.repeat(zeros)) return 'zeros';
  if (from.length === to.length) {
    const [one = 0, other = 0, ...more] = differing(from, to);
    const places = differing(from, to).length;
    if (places === 1) return 'wrong';
    const exchanged = places === 2 && more.length === 0 && other === one + 1;
    return exchanged && from[one] === to[other] && from[other] === to[one] ? 'exchanged' : null;
  }
  const place = without(longer, shorter);
  if (place === null) return null;
  if (from.length < to.length) return 'missing';
  return from[place] === from[place - 1] || from[place] === from[place + 1] ? 'doubled' : 'added';
}
