import type { Message } from '../../src/model/report.ts';
import { isOn } from '../ooxml/on-off.ts';
import { childOf, elementsOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { formatNumber, isKnownFormat } from './number-formats.ts';

/** Where a paragraph stands in a list: `w:numPr`. */
export interface NumberRef {
  readonly numId: string;
  /** Null where only a style says it: the level is then the one that names the style. */
  readonly level: number | null;
}

interface Level {
  readonly format: string;
  /** `（%1）`: the counters of the levels with what stands around them. */
  readonly text: string;
  readonly start: number;
  /** All counters of the text in Arabic digits. */
  readonly legal: boolean;
  /** False where the counter goes on although a higher level has moved (`w:lvlRestart w:val="0"`). */
  readonly restarts: boolean;
  readonly style: string | undefined;
  /** Its number is hidden or white. */
  readonly hidden: boolean;
}

/** A number as it is printed, and what of it may be printed otherwise. */
interface ListNumber {
  readonly text: string;
  readonly unsure: readonly Message[];
}

const NO_NUMBER: ListNumber = { text: '', unsure: [] };

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

const valueAt = (parent: XmlElement | undefined, ...names: string[]): string | undefined =>
  childOf(parent, ...names)?.attributes['w:val'];

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

function readLevel(level: XmlElement): Level {
  return {
    format: valueAt(level, 'w:numFmt') ?? valueAt(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt') ?? 'decimal',
    text: valueAt(level, 'w:lvlText') ?? '',
    start: wholeNumber(valueAt(level, 'w:start'), 0),
    legal: isOn(childOf(level, 'w:isLgl')),
    restarts: valueAt(level, 'w:lvlRestart') !== '0',
    style: valueAt(level, 'w:pStyle'),
    hidden: isOn(childOf(level, 'w:rPr', 'w:vanish')) || /^ffffff$/i.test(valueAt(level, 'w:rPr', 'w:color') ?? ''),
  };
}

const readLevels = (parent: XmlElement): Map<number, Level> =>
  new Map(
    elementsOf(parent, 'w:lvl')
      .map((level) => [wholeNumber(level.attributes['w:ilvl'], 0), readLevel(level)] as const)
      .filter(([place]) => place < LEVELS),
  );

function readLists(
  root: XmlElement | undefined,
  numberOfStyle: (style: string) => string | undefined,
): Map<string, List> {
  const abstracts = new Map(
    elementsOf(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
  );
  const nums = new Map(elementsOf(root, 'w:num').map((one) => [one.attributes['w:numId'] ?? '', one]));
  /** A list may only name a style whose list is meant; the style may name another. */
  const abstractOf = (numId: string, hops: number): string => {
    const id = valueAt(nums.get(numId), 'w:abstractNumId') ?? '';
    const style = valueAt(abstracts.get(id), 'w:numStyleLink');
    const linked = style === undefined || hops === 0 ? undefined : numberOfStyle(style);
    return linked === undefined || linked === numId ? id : abstractOf(linked, hops - 1);
  };
  return new Map(
    [...nums].map(([numId, num]): [string, List] => {
      const abstractId = abstractOf(numId, 10);
      const abstract = abstracts.get(abstractId);
      const levels = abstract ? readLevels(abstract) : new Map<number, Level>();
      const starts = new Map<number, number>();
      for (const override of elementsOf(num, 'w:lvlOverride')) {
        const level = wholeNumber(override.attributes['w:ilvl'], 0);
        for (const [, own] of readLevels(override)) levels.set(level, own);
        const start = valueAt(override, 'w:startOverride');
        if (start !== undefined) starts.set(level, wholeNumber(start, 0));
      }
      return [numId, { abstractId, levels, starts }];
    }),
  );
}

/**
 * The automatic numbers of a document (ISO/IEC 29500-1, 17.9). Holds the counters: ask once for each numbered
 * paragraph, in the order of the text.
 */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  /** Lists made from one abstract list count on together. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  /**
   * @param root `w:numbering`, if the document has one
   * @param numberOfStyle the list that a numbering style names
   */
  constructor(root: XmlElement | undefined, numberOfStyle: (style: string) => string | undefined) {
    this.#lists = readLists(root, numberOfStyle);
  }

  /** The number printed before the next paragraph of a list: `（一）`; `''` for bullets and lists that do not exist. */
  next({ numId, level: given }: NumberRef, style: string | undefined): ListNumber {
    const list = this.#lists.get(numId);
    if (!list) return NO_NUMBER;
    const own = style === undefined ? undefined : [...list.levels].find(([, one]) => one.style === style)?.[0];
    const at = given ?? own ?? 0;
    const level = list.levels.get(at);
    if (!level || at >= LEVELS) return NO_NUMBER;
    const counters = this.#counters.get(list.abstractId) ?? [];
    this.#counters.set(list.abstractId, counters);
    const place = `${numId}.${at}`;
    const override = this.#started.has(place) ? undefined : list.starts.get(at);
    this.#started.add(place);
    const last = counters[at];
    counters[at] = override ?? (last === undefined ? level.start : last + 1);
    for (let deeper = at + 1; deeper < LEVELS; deeper += 1) {
      if (list.levels.get(deeper)?.restarts !== false) counters[deeper] = undefined;
    }
    if (level.hidden) return NO_NUMBER;
    const { format } = level;
    const unknown = { zh: `编号格式 ${format}`, en: `the number format ${format} of a list` };
    return { text: this.#print(level, list, counters), unsure: isKnownFormat(format) ? [] : [unknown] };
  }

  #print({ text, format, legal }: Level, list: List, counters: readonly (number | undefined)[]): string {
    if (format === 'bullet') return '';
    return text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const level = list.levels.get(at);
      return formatNumber(counters[at] ?? level?.start ?? 1, legal ? 'decimal' : (level?.format ?? 'decimal'));
    });
  }
}

/** A number is set off from the text by a tab; behind （一） or 一、 nothing is needed. */
export const spaced = (number: string): string =>
  number === '' || /[、）．。：，]$/.test(number) ? number : `${number} `;
