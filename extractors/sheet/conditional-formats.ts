import type { Message } from '../../src/model/report.ts';
import { isFalse } from '../ooxml/on-off.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { type CellStyle, type Differential, readDifferential } from './cell-styles.ts';
import { type CellValue, type ShownText, showValue } from './cell-text.ts';
import { named, PLAIN_FONT } from './font-look.ts';
import { parseRange, type Range } from './references.ts';
import { colorOf, type Palette } from './sheet-colors.ts';

/** Whether a rule holds for a value; undefined where that would need the formulas of the sheet. */
type Holds = (value: number | string) => boolean | undefined;

interface Rule {
  readonly ranges: readonly Range[];
  readonly priority: number;
  readonly holds: Holds;
  /** What it puts on a cell; several for a scale of colours, any of which may be meant. */
  readonly looks: readonly Differential[];
  /** It shows a bar or a sign in place of the value. */
  readonly replaces: boolean;
  readonly what: Message;
}

/** More rules than a form can have; beyond them every cell that any covers is doubted. */
const MOST_RULES = 500;

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const COMPARED: Readonly<Record<string, (value: number, one: number, two: number) => boolean>> = {
  equal: (value, one) => value === one,
  notEqual: (value, one) => value !== one,
  greaterThan: (value, one) => value > one,
  greaterThanOrEqual: (value, one) => value >= one,
  lessThan: (value, one) => value < one,
  lessThanOrEqual: (value, one) => value <= one,
  between: (value, one, two) => value >= Math.min(one, two) && value <= Math.max(one, two),
  notBetween: (value, one, two) => value < Math.min(one, two) || value > Math.max(one, two),
};
/** Formulas without a reference; all others are beyond this program. */
const CONSTANTS: Readonly<Record<string, boolean>> = {
  TRUE: true,
  FALSE: false,
  '1': true,
  '0': false,
  'TRUE()': true,
  'FALSE()': false,
};

function holdsOf({ attributes }: XmlElement, formulas: readonly string[]): Holds {
  const { type, operator = '' } = attributes;
  if (type === 'expression') return () => CONSTANTS[(formulas[0] ?? '').trim().replace(/^=/, '').toUpperCase()];
  if (type === 'colorScale') return () => undefined;
  const compare = COMPARED[operator];
  const [one, two = one] = formulas.map((text) => text.trim());
  if (type !== 'cellIs' || !compare || one === undefined || !NUMBER.test(one) || !NUMBER.test(two ?? '')) {
    return () => undefined;
  }
  return (value) => (typeof value === 'number' ? compare(value, Number(one), Number(two)) : undefined);
}

function looksOf(rule: XmlElement, differentials: readonly Differential[], palette: Palette): Differential[] {
  const own = childOf(rule, 'x14:dxf');
  if (own) return [readDifferential(own, palette)];
  const scale = childOf(rule, 'x:colorScale') ?? childOf(rule, 'x14:colorScale');
  if (scale) {
    return elementsOf(scale).flatMap((color) => {
      const fill = /:color$/.test(color.name) ? colorOf(color, palette) : null;
      return fill ? [{ format: undefined, font: undefined, fill }] : [];
    });
  }
  const look = differentials[Number(rule.attributes.dxfId ?? -1)];
  return look ? [look] : [];
}

const replaces = (rule: XmlElement): boolean =>
  elementsOf(rule).some(({ name, attributes }) => /:(?:dataBar|iconSet)$/.test(name) && isFalse(attributes.showValue));

function ruleOf(rule: XmlElement, sqref: string, differentials: readonly Differential[], palette: Palette): Rule {
  const formulas = elementsOf(rule)
    .filter(({ name }) => name === 'x:formula' || name === 'xm:f')
    .map(textOf);
  const { type = '', priority } = rule.attributes;
  return {
    ranges: sqref.split(/\s+/).flatMap((text) => parseRange(text) ?? []),
    priority: Number(priority ?? Number.MAX_SAFE_INTEGER),
    holds: holdsOf(rule, formulas),
    looks: looksOf(rule, differentials, palette),
    replaces: replaces(rule),
    what: named(`条件格式（${type}）`, `a conditional format (${type})`),
  };
}

function withLook(style: CellStyle, { format, font, fill }: Differential): CellStyle {
  const own = font ?? PLAIN_FONT;
  return {
    ...style,
    format: format ?? style.format,
    fill: fill === undefined ? style.fill : fill,
    font: {
      ...style.font,
      color: own.color ?? style.font.color,
      struck: own.struck || style.font.struck,
      tiny: own.tiny || style.font.tiny,
      unsure: [...style.font.unsure, ...own.unsure],
    },
  };
}

const covers = ({ top, left, bottom, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** The conditional formats of a sheet (ISO/IEC 29500-1, 18.3.1.18, and those of newer programs beside them). */
export class ConditionalFormats {
  readonly #rules: readonly Rule[];

  /** @param root `x:worksheet` */
  constructor(root: XmlElement, differentials: readonly Differential[], palette: Palette) {
    const plain = elementsOf(root, 'x:conditionalFormatting').flatMap((format) =>
      elementsOf(format, 'x:cfRule').map((rule) => ruleOf(rule, format.attributes.sqref ?? '', differentials, palette)),
    );
    const newer = elementsOf(childOf(root, 'x:extLst'), 'x:ext').flatMap((ext) =>
      elementsOf(childOf(ext, 'x14:conditionalFormattings'), 'x14:conditionalFormatting').flatMap((format) =>
        elementsOf(format, 'x14:cfRule').map((rule) =>
          ruleOf(rule, textOf(childOf(format, 'xm:sqref') ?? ''), differentials, palette),
        ),
      ),
    );
    this.#rules = [...plain, ...newer].sort((a, b) => a.priority - b.priority);
  }

  /** What a cell shows, with the rules that hold for it; those that may hold and would change it make it unsure. */
  show(value: CellValue, style: CellStyle, from1904: boolean, row: number, column: number): ShownText {
    const plain = showValue(value, style, from1904);
    if (this.#rules.length === 0) return plain;
    const rules = this.#rules
      .slice(0, MOST_RULES)
      .filter(({ ranges }) => ranges.some((range) => covers(range, row, column)));
    if (rules.length === 0 && this.#rules.length <= MOST_RULES) return plain;
    let shown = plain;
    const unsure: Message[] =
      this.#rules.length > MOST_RULES ? [named('过多的条件格式', 'too many conditional formats')] : [];
    let decided = false;
    for (const { holds, looks, replaces: hidden, what } of rules) {
      if (hidden) unsure.push(what);
      const isMet = holds(value.value);
      if (isMet === false) continue;
      for (const look of looks) {
        const changed = showValue(value, withLook(style, look), from1904);
        if (isMet && !decided) shown = changed;
        else if (changed.text !== plain.text || changed.unsure.length > plain.unsure.length) unsure.push(what);
      }
      decided ||= isMet === true;
    }
    return { text: shown.text, unsure: [...shown.unsure, ...unsure] };
  }
}
