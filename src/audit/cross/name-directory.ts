import { nameParts } from '../../model/bodies/name-parts.ts';
import type { Body } from './companions.ts';

const GOVERNMENT = /^(?:人民政府|行政公署|政府)$/u;
const LOCAL = /(?:街道办事处|街道|[镇乡]人民政府|[镇乡]|苏木)$/u;

/** What a body may be called: its name, without its regions for a town or street, the place alone for a government. */
function calledBy({ name }: Body): readonly string[] {
  const { regions, rest } = nameParts(name);
  const place = regions.at(-1);
  if (place !== undefined && GOVERNMENT.test(rest)) return [name, place, regions.join('')];
  if (!LOCAL.test(rest)) return [name];
  return [name, rest, rest.replace(/人民政府$|办事处$/u, '')];
}

/** Finds the bodies that a name stands for; none for a name that no body of the corpus bears. */
export function nameDirectory(bodies: readonly Body[]): (name: string) => readonly Body[] {
  const byName = new Map<string, Body[]>();
  for (const body of bodies) {
    for (const name of new Set(calledBy(body))) {
      const known = byName.get(name);
      if (known) known.push(body);
      else byName.set(name, [body]);
    }
  }
  return (name) => byName.get(name) ?? [];
}
