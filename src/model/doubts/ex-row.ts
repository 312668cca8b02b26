import { quote } from '../text/quote.ts';
import { doubtKind } from './doubt-kind.ts';

export const exRow = doubtKind(
  {
    code: 'EX-ROW',
    severity: 'warning',
    title: { zh: '行缺失、多出或格数不符', en: 'A row is missing, left over, or has another number of cells' },
    explanation: {
      zh: '表式中的行没有找到、有数字的行无处对应、或一行的格数与表头不同；写明各数如何放置。',
      en: 'A row of the form was not found, a row with figures matched nothing, or a row has not as many cells as its header; the message says how its values were placed.',
    },
  },
  (raise) => ({
    byPosition: (cells: readonly string[], found: string, official: string) =>
      raise('warning', cells, {
        zh: `一行的标签“${quote(found)}”无法辨认，按位置认作“${official}”`,
        en: `A row labelled “${quote(found)}” could not be recognised and was taken for “${official}” by its place`,
      }),

    missing: (cells: readonly string[], official: string) =>
      raise('warning', cells, {
        zh: `未找到“${official}”一行`,
        en: `The row “${official}” was not found`,
      }),

    tableMissing: (cells: readonly string[], title: string) =>
      raise('warning', cells, {
        zh: `未找到“${title}”表，其数字均未读到`,
        en: `The table “${title}” was not found; none of its figures was read`,
      }),

    editionAssumed: (cells: readonly string[], title: string, edition: string) =>
      raise('warning', cells, {
        zh: `“${title}”表中没有能区分版本的行，按 ${edition} 年版读取`,
        en: `No row of the table “${title}” tells its edition; it was read as that of ${edition}`,
      }),

    endsInside: (cells: readonly string[]) =>
      raise('warning', cells, {
        zh: '文档在这一行中结束，可能不完整',
        en: 'The document ends in this row; it may be cut off',
      }),

    unmatched: (found: string, values: readonly string[]) =>
      raise('warning', [], {
        zh: `有数字的一行“${quote(found)}”（${quote(values.join(' '))}）与表式任何一行都不对应，未采用`,
        en: `A row with figures, “${quote(found)}” (${quote(values.join(' '))}), matches no row of the form and was left out`,
      }),

    inParts: (
      cells: readonly string[],
      official: string,
      parts: readonly string[],
      how: 'total' | 'added' | 'first',
    ) => {
      const taken = {
        total: { zh: '取其合计行', en: 'the line of their sum was taken' },
        added: { zh: '取各行之和', en: 'their sum was taken' },
        first: { zh: '只取第一行', en: 'only the first was taken' },
      }[how];
      return raise('warning', cells, {
        zh: `“${official}”一行之下紧接有表式所无的行，可能是分项填写（${quote(parts.join('；'))}），${taken.zh}`,
        en: `Right below the row “${official}” stand lines that the form does not have; it may be printed in parts (${quote(parts.join('; '))}): ${taken.en}`,
      });
    },

    repeated: (cells: readonly string[], official: string, lines: readonly string[]) =>
      raise('warning', cells, {
        zh: `“${official}”一行出现 ${lines.length} 次而数字不同（${quote(lines.join('；'))}），取其中一行`,
        en: `The row “${official}” stands ${lines.length} times with different figures (${quote(lines.join('; '))}); one of them was taken`,
      }),

    offColumns: (cells: readonly string[], official: string) =>
      raise('warning', cells, {
        zh: `“${official}”一行有空白，且各格与表头的列不对齐，可能缺失单元格`,
        en: `The row “${official}” has blanks, and its cells do not stand under the columns of the header; a cell may be lost`,
      }),

    blanksUnsure: (cells: readonly string[]) =>
      raise('warning', cells, {
        zh: `同一表中有数字的行未能对应或未能确认，这 ${cells.length} 个空白可能并非空白`,
        en: `Rows of the same table that hold figures match no row of the form for certain; these ${cells.length} blanks may not be blank`,
      }),

    unplaced: (cells: readonly string[], official: string, found: readonly string[], expected: number) =>
      raise('error', cells, {
        zh: `“${official}”一行有 ${found.length} 格（${quote(found.join(' '))}），表式为 ${expected} 格，无法确定各数归属，未采用`,
        en: `The row “${official}” has ${found.length} cells (${quote(found.join(' '))}) where the form has ${expected}; which figure belongs where can't be told, so none was taken`,
      }),

    placedBySum: (cells: readonly string[], official: string, found: readonly string[], expected: number) =>
      raise('warning', cells, {
        zh: `“${official}”一行有 ${found.length} 格（${quote(found.join(' '))}），表式为 ${expected} 格，按合计关系只有一种放法`,
        en: `The row “${official}” has ${found.length} cells (${quote(found.join(' '))}) where the form has ${expected}; only one placement agrees with the sums`,
      }),

    placedByHeader: (cells: readonly string[], official: string, found: number, expected: number, agrees: boolean) =>
      raise('warning', cells, {
        zh: `“${official}”一行有 ${found} 格，表头为 ${expected} 列，按上下位置对应${agrees ? '，与合计关系相符' : ''}`,
        en: `The row “${official}” has ${found} cells under a header of ${expected} columns; they were placed by position${agrees ? ', which agrees with the sums' : ''}`,
      }),

    besideHeader: (cells: readonly string[], official: string, found: number, expected: number) =>
      raise('warning', cells, {
        zh: `“${official}”一行有 ${found} 格，表头为 ${expected} 列，所取各格不在表头各列之下，可能移位`,
        en: `The row “${official}” has ${found} cells under a header of ${expected} columns, and those taken do not stand below it; they may be shifted`,
      }),

    absent: (cells: readonly string[], official: string) =>
      raise('warning', cells, {
        zh: `“${official}”之后没有数字，整行按空白读取`,
        en: `Nothing stands behind “${official}”; the whole row was read as blank`,
      }),
  }),
);
