import { ReadError } from '../read-error.ts';
import type { Parts } from './guard-ooxml.ts';
import { elementsOf, parseXml } from './parse-xml.ts';

/** What a part points to. */
interface Relation {
  /** The last word of the relation's type: `image`, `styles`, `officeDocument`, `aFChunk`. */
  readonly type: string;
  /** Name of the part, or the address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

export type Relations = ReadonlyMap<string, Relation>;

/** `../media/image1.png` seen from `word/document.xml` is `media/image1.png`. */
function resolvePart(from: string, target: string): string {
  const folders = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '' && step !== '.') folders.push(step);
  }
  return folders.join('/');
}

/** The relations of a part by id; none where the container has no list of them. `''` is the container itself. */
export function relationsOf(parts: Parts, part: string): Relations {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const bytes = parts.get(name);
  const entries = bytes ? elementsOf(parseXml(bytes, name)) : [];
  return new Map(
    entries.map(({ attributes }): [string, Relation] => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      const external = TargetMode === 'External';
      const target = external ? Target : resolvePart(part, Target);
      return [Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, external }];
    }),
  );
}

/** The name of the part that a relation of some type leads to; undefined where there is none. */
export const partOfType = (parts: Parts, relations: Relations, type: string): string | undefined =>
  [...relations.values()].find((one) => one.type === type && !one.external && parts.has(one.target))?.target;

/**
 * The main part of an Office document, by the container's own relations.
 * @throws ReadError where there is none
 */
export function mainPart(parts: Parts, fallback: string): string {
  const main = partOfType(parts, relationsOf(parts, ''), 'officeDocument') ?? fallback;
  if (parts.has(main)) return main;
  throw new ReadError('DAMAGED', {
    zh: `Office 文档缺少主体部分（${main}）；请打开文件并重新保存`,
    en: `the Office document has no main part (${main}); open the file and save it again`,
  });
}
