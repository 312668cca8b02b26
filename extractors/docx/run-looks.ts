import type { Message } from '../../src/model/report.ts';
import { type Rgb, sightOn, type ThemeColors } from '../ooxml/colors.ts';
import { childOf, type XmlElement } from '../ooxml/parse-xml.ts';
import { isSymbolFont } from '../ooxml/symbol-fonts.ts';
import type { RunProperties, Styles } from './styles.ts';
import { highlight, shading, textColor, textFill } from './word-colors.ts';
import { WORD_ELEMENTS } from './word-elements.ts';

/** What properties do to the characters of a run. */
interface RunLook {
  /** Hidden with all that is in the run. */
  readonly hidden: boolean;
  /** Of the size or colour of what nobody sees. */
  readonly unseen: boolean;
  readonly struck: boolean;
  /** Raised or lowered beside the text, as a note mark is. */
  readonly raised: boolean;
  /** Written from right to left. */
  readonly isLeftward: boolean;
  readonly unsure: readonly Message[];
}

export const notKnown = (name: string): Message => ({
  zh: `本程序不认识的 ${name}`,
  en: `${name}, which is not known here`,
});

/** Effects that draw an edge or a shadow around the characters, by which they are seen on their own colour. */
const EFFECTS = ['w:shadow', 'w:outline', 'w:emboss', 'w:imprint', 'w14:textOutline', 'w14:shadow', 'w14:glow'];

/** Half-points: text so small is not seen, or hardly; chosen here, the smallest type in print is 10. */
const [TINY, SMALL] = [4, 8];
/** Half-points by which text must be moved up or down to stand as a mark, and by which it leaves its line. */
const [RAISED, AWAY] = [4, 40];
/** Half-points, where neither the styles nor the defaults say (17.3.2.38). */
const USUAL_SIZE = 20;
/** Per cent of its width to which a character may be narrowed; twentieths of a point by which characters may be set closer. */
const [NARROW, CLOSE] = [33, -60];

const number = (properties: RunProperties, name: string): number =>
  Number(properties.element(name)?.attributes['w:val'] ?? Number.NaN);

const says = (zh: string, en: string): Message => ({ zh, en });

const USUAL_LOOK: RunLook = {
  hidden: false,
  unseen: false,
  struck: false,
  raised: false,
  isLeftward: false,
  unsure: [],
};

/** Most properties are a font, a size, weight and language: with these and no other a run is seen as it stands. */
function isUsual({ name, attributes }: XmlElement): boolean {
  if (WORD_ELEMENTS.harmlessRun.has(name)) return true;
  if (name === 'w:sz') return Number(attributes['w:val']) >= SMALL;
  if (name === 'w:color') return attributes['w:val'] === 'auto' && attributes['w:themeColor'] === undefined;
  return name === 'w:rFonts' && !isSymbolFont(attributes['w:ascii']) && !isSymbolFont(attributes['w:hAnsi']);
}

/** How runs look, by their own properties, their styles and what is behind them. */
export class RunLooks {
  readonly #styles: Styles;
  readonly #theme: ThemeColors;

  constructor(styles: Styles, theme: ThemeColors) {
    this.#styles = styles;
    this.#theme = theme;
  }

  /**
   * @param run `w:rPr`, if it has any
   * @param paragraph `w:pPr`, if it has any
   * @param behind the colours that may be behind the paragraph, one of which is
   */
  look(run: XmlElement | undefined, paragraph: XmlElement | undefined, behind: readonly Rgb[]): RunLook {
    const properties = this.#styles.runProperties(run, paragraph);
    if (properties.areUsual(isUsual)) return USUAL_LOOK;
    const unsure = properties.names().flatMap((name) => (WORD_ELEMENTS.run.has(name) ? [] : [notKnown(name)]));
    const size = number(properties, 'w:sz');
    const hidden = properties.toggle('w:vanish') || properties.toggle('w:specVanish');
    const unseen = size <= TINY || this.#isUnseen(properties, paragraph, behind, unsure);
    if (size > TINY && size < SMALL) unsure.push(says('极小的字', 'very small type'));
    unsure.push(...squeezed(properties), ...symbols(properties));
    const raised =
      /^(?:super|sub)script$/.test(properties.element('w:vertAlign')?.attributes['w:val'] ?? '') ||
      this.#isMoved(properties, size, paragraph);
    return {
      hidden,
      unseen,
      struck: properties.toggle('w:strike') || properties.toggle('w:dstrike'),
      raised,
      isLeftward: properties.toggle('w:rtl'),
      unsure,
    };
  }

  /** Colours that may be behind a paragraph: its own, or those behind the cell or page. */
  behind(paragraph: XmlElement | undefined, around: readonly Rgb[]): readonly Rgb[] {
    const own = shading(this.#styles.paragraphElement(paragraph, 'w:shd'), this.#theme);
    return own ? [own] : around;
  }

  #isUnseen(
    properties: RunProperties,
    paragraph: XmlElement | undefined,
    around: readonly Rgb[],
    unsure: Message[],
  ): boolean {
    const fill = properties.element('w14:textFill');
    const filled = fill && textFill(fill, this.#theme);
    if (filled === 'nothing' && properties.element('w14:textOutline') === undefined) return true;
    if (filled === 'unknown' || filled === 'nothing')
      unsure.push(says('文字填充 w14:textFill', 'a fill of the text (w14:textFill)'));
    const color = typeof filled === 'object' ? filled : textColor(properties.element('w:color'), this.#theme);
    if (!color) return false;
    const own = highlight(properties.element('w:highlight')) ?? shading(properties.element('w:shd'), this.#theme);
    const sights = (own ? [own] : this.behind(paragraph, around)).map((one) => sightOn(color, one));
    const isDrawnAround = EFFECTS.some((name) => properties.element(name) !== undefined);
    if (sights.every((sight) => sight === 'hidden') && !isDrawnAround) return true;
    if (sights.some((sight) => sight !== 'seen')) {
      unsure.push(says('与底色相近的字色', 'text hardly set off from its background'));
    }
    return false;
  }

  /** Moved up or down and smaller than the paragraph's own type. */
  #isMoved(properties: RunProperties, size: number, paragraph: XmlElement | undefined): boolean {
    const moved = number(properties, 'w:position');
    if (!(Math.abs(moved) >= RAISED)) return false;
    const usual = number(this.#styles.runProperties(undefined, paragraph), 'w:sz');
    return size < (Number.isNaN(usual) ? USUAL_SIZE : usual);
  }
}

function squeezed(properties: RunProperties): Message[] {
  const isSqueezed =
    number(properties, 'w:w') < NARROW ||
    number(properties, 'w:spacing') < CLOSE ||
    number(properties, 'w:fitText') < -CLOSE;
  const isAway = Math.abs(number(properties, 'w:position')) >= AWAY;
  const layout = properties.element('w:eastAsianLayout');
  return [
    ...(isSqueezed ? [says('挤在一起的字符', 'characters pushed together')] : []),
    ...(isAway ? [says('远离本行的字符', 'characters moved far off their line')] : []),
    ...(layout?.attributes['w:combine'] ? [says('双行合一', 'two lines in one')] : []),
  ];
}

function symbols(properties: RunProperties): Message[] {
  const fonts = properties.element('w:rFonts');
  const face = ['w:ascii', 'w:hAnsi'].map((name) => fonts?.attributes[name]).find(isSymbolFont);
  return face === undefined ? [] : [says(`符号字体 ${face}`, `the symbol font ${face}`)];
}

/** Whether something in a table style could hide text that has no properties of its own. */
export function hidesText(piece: XmlElement, theme: ThemeColors, behind: readonly Rgb[]): boolean {
  const run = childOf(piece, 'w:rPr');
  const own = shading(childOf(piece, 'w:tcPr', 'w:shd'), theme);
  const color = textColor(childOf(run, 'w:color'), theme);
  const isUnseen = color !== null && (own ? [own] : behind).some((one) => sightOn(color, one) !== 'seen');
  return isUnseen || ['w:vanish', 'w:strike', 'w:dstrike'].some((name) => childOf(run, name) !== undefined);
}
