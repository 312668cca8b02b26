/** What a sentence of a preamble is made of. */
interface Who {
  readonly agency: string;
  /** What the body calls itself for short: 我镇, 本局. */
  readonly self: string;
  readonly year: number;
}

/** A preamble, and whether it names the body. */
export interface Phrasing {
  readonly names: boolean;
  readonly text: (who: Who) => string;
}

export const naming = (text: Phrasing['text']): Phrasing => ({ names: true, text });
export const nameless = (text: Phrasing['text']): Phrasing => ({ names: false, text });

const ACT = '《中华人民共和国政府信息公开条例》';
const span = (year: number) => `所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;

/** Sentences that begin a report. Half of what was written stands in `kept-aside.ts`. */
export const PHRASINGS: readonly Phrasing[] = [
  naming(({ agency, year }) => `根据${ACT}要求，特编制${agency}${year}年政府信息公开工作年度报告。${span(year)}`),
  naming(({ agency, year }) => `根据上级的统一部署和要求，现将${year}年${agency}政府信息公开情况报告如下：`),
  naming(({ agency, year }) => `根据${ACT}和有关规定，现将${agency}${year}年度政府信息公开工作情况报告如下`),
  naming(
    ({ agency, self, year }) =>
      `本报告依据《条例》，结合${agency}（以下简称“${self}”）政府信息公开工作有关统计数据撰写。${span(year)}`,
  ),
  naming(
    ({ agency, year }) =>
      `本报告由${agency}按照${ACT}和国务院办公厅的格式编制，全文包括总体情况等六个部分。${span(year)}`,
  ),
  naming(({ agency, year }) => `按照${ACT}规定，${agency}现公布${year}年政府信息公开年度报告。`),
  naming(({ agency, year }) => `现向社会公布《${agency}${year}年政府信息公开工作年度报告》。${span(year)}`),
  naming(({ agency, year }) => `${agency}根据${ACT}第五十条的规定，编制${year}年政府信息公开工作年度报告。`),
  naming(({ agency, year }) => `${year}年，${agency}认真贯彻落实${ACT}，现将政府信息公开工作情况报告如下：`),
  naming(
    ({ agency, year }) =>
      `依据${ACT}第四十九条，${agency}编制了${year}年度政府信息公开工作年度报告，现予公布。如对报告有疑问，请与${agency}办公室联系，电话：0599-2000000。`,
  ),
  nameless(({ self, year }) => `根据${ACT}规定，现将${self}${year}年度政府信息公开工作情况报告如下`),
  nameless(
    ({ self, year }) =>
      `按照国务院办公厅和省政府办公厅的要求，${self}编制了${year}年政府信息公开工作年度报告。${span(year)}`,
  ),
  nameless(({ year }) => `本报告根据${ACT}和上级人民政府办公室的通知编制，由总体情况等六部分组成。${span(year)}`),
  nameless(
    ({ self, year }) =>
      `为进一步推进政务公开，根据市委、市政府的安排，${self}对${year}年度的工作作了总结，现公布如下。`,
  ),
];
