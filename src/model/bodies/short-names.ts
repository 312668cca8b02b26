/** Words that a body's name is given with and without. A government's office publishes for it. */
const OPTIONAL = /人民(?=政府)|办公[室厅]$|办事处$|管理(?=委员会)/gu;

/** Whether the characters of one name stand in another in their order: 市发改委 in 绍兴市发展和改革委员会. */
function isWithin(short: string, long: string): boolean {
  const characters = [...short];
  let next = 0;
  for (const character of long) if (character === characters[next]) next += 1;
  return next === characters.length;
}

/** Whether two names may be one body's, one of them short for the other. */
export function isShortFor(one: string, other: string): boolean {
  const [a, b] = [one.replace(OPTIONAL, ''), other.replace(OPTIONAL, '')];
  return isWithin(a, b) || isWithin(b, a);
}
