import { exAppearance } from '../../src/model/doubts/ex-appearance.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { Block, Document } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { readThemeColors } from '../ooxml/colors.ts';
import { guardOoxml, type Parts } from '../ooxml/guard-ooxml.ts';
import { isTrue } from '../ooxml/on-off.ts';
import { childOf, elementsOf, parseXml, type XmlElement } from '../ooxml/parse-xml.ts';
import { mainPart, partOfType, relationsOf } from '../ooxml/relations.ts';
import { ReadError } from '../read-error.ts';
import { readCellStyles, readDifferentials } from './cell-styles.ts';
import { textRuns } from './cell-text.ts';
import { named } from './font-look.ts';
import { readSheet, type Workbook } from './read-sheet.ts';
import { sheetToBlocks } from './sheet-blocks.ts';
import { readPalette } from './sheet-colors.ts';
import { readDrawings } from './sheet-drawings.ts';

/** A sheet's name says something where it holds more than the program's own `Sheet1` or 工作表1. */
const TELLING_NAME = /\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}/u;

function optional(parts: Parts, part: string | undefined): XmlElement | undefined {
  const bytes = part === undefined ? undefined : parts.get(part);
  return bytes && part !== undefined ? parseXml(bytes, part) : undefined;
}

function readWorkbook(parts: Parts, main: string, root: XmlElement | undefined): Workbook {
  const relations = relationsOf(parts, main);
  const partNamed = (type: string): XmlElement | undefined => optional(parts, partOfType(parts, relations, type));
  const styles = partNamed('styles');
  const palette = readPalette(styles, readThemeColors(partNamed('theme')));
  const { fullCalcOnLoad, forceFullCalc } = childOf(root, 'x:calcPr')?.attributes ?? {};
  return {
    strings: elementsOf(partNamed('sharedStrings'), 'x:si').map((item) => textRuns(item, palette)),
    styles: readCellStyles(styles, palette),
    differentials: readDifferentials(styles, palette),
    palette,
    recalculated: isTrue(fullCalcOnLoad) || isTrue(forceFullCalc),
    from1904: isTrue(childOf(root, 'x:workbookPr')?.attributes.date1904),
  };
}

/**
 * Reads an XLSX workbook (also XLSM and strict OOXML) into the intermediate document: the sheets that are shown, in order,
 * each figure as its cell prints it. Locators are `sheet!B3`.
 *
 * @throws ReadError for containers and parts that are damaged, hostile or beyond the limits; UNSUPPORTED_FORMAT for XLSB
 */
export async function readXlsx(bytes: Uint8Array): Promise<Document> {
  const parts = await guardOoxml(bytes);
  const main = mainPart(parts, 'xl/workbook.xml');
  if (main.endsWith('.bin')) {
    throw new ReadError('UNSUPPORTED_FORMAT', {
      zh: '工作簿为二进制格式（XLSB），本程序不读；请另存为 XLSX',
      en: 'the workbook is binary (XLSB), which this program does not read; save it as XLSX',
    });
  }
  const relations = relationsOf(parts, main);
  const root = optional(parts, main);
  const workbook = readWorkbook(parts, main, root);
  const blocks: Block[] = [];
  const doubts: Doubt[] = [];
  for (const { attributes } of elementsOf(childOf(root, 'x:sheets'), 'x:sheet')) {
    const { name = '', state = 'visible' } = attributes;
    const target = relations.get(attributes['r:id'] ?? '');
    const part = target?.type === 'worksheet' ? parts.get(target.target) : undefined;
    if (state !== 'visible' || !part || !target) continue;
    const sheet = readSheet(part, target.target, workbook);
    const drawings = readDrawings(parts, target.target);
    const content = [...sheetToBlocks(sheet, name, drawings.covers), ...drawings.blocks];
    const unknown = sheet.unknown.map((element) => named(`元素 ${element}`, `the element ${element}`));
    doubts.push(...[...unknown, ...drawings.unplaced].map(exAppearance.somewhere));
    if (content.length > 0 && TELLING_NAME.test(name)) {
      blocks.push({ kind: 'paragraph', text: name, at: { path: `${name}!` } });
    }
    blocks.push(...content);
    if (blocks.length > LIMITS.blocks) {
      throw new ReadError('TOO_LARGE', {
        zh: `工作簿的段落和表格超过 ${LIMITS.blocks} 个；不是年度报告`,
        en: `the workbook has more than ${LIMITS.blocks} paragraphs and tables; it is no report`,
      });
    }
  }
  return { blocks, marks: { meta: {} }, doubts };
}
