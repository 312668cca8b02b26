import { isShortFor } from '../../model/bodies/short-names.ts';
import { bodyKind } from '../../model/text/body-kind.ts';
import { foldText } from '../../model/text/fold.ts';
import { quote } from '../../model/text/quote.ts';
import { looksLikeBody, parseTitle } from '../../model/text/report-title.ts';
import { couldNotRun, type Facts, flagged, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

/** Names of the publisher other than the title's: those the page gives, told by the doubt, and the signature under the text. */
function publishers({ doubts, sections }: Facts): readonly string[] {
  const given = doubts
    .filter(({ rule }) => rule === 'DOC-FRONT-MATTER')
    .flatMap(({ alternatives = [] }) => alternatives.flat());
  const lines = sections.at(-1)?.text.split('\n').slice(-3) ?? [];
  const signed = lines.map((line) => line.trim()).filter((line) => bodyKind(line).kind !== 'other');
  return [...given, ...signed].filter(looksLikeBody);
}

export const stTitle: Rule<null> = {
  code: 'ST-TITLE',
  title: { zh: '标题未写明机关、年度，或与发布机关不符', en: 'A title without body or year, or of another body' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: ['report.title', 'report.year'],
  explanation: {
    zh: '标题应写明机关、年度和“政府信息公开工作年度报告”：缺机关或年度的为提示，年度与报告所述年度不同、机关与发布或落款机关不符的为警告。',
    en: 'The title names body, year and kind: info where body or year is lacking; a warning where the year is not the report’s, or the body not the one that publishes or signs.',
  },
  basis: { zh: '国办公开办函〔2021〕30号；前后一致', en: '国办公开办函〔2021〕30号; consistency' },
  notWhen: { zh: '简称（如“市发改委”）视为同一机关。', en: 'An established short name (市发改委) is the same body.' },
  subjects: () => WHOLE_REPORT,
  check(_, facts) {
    const { title, year, agency } = facts.report;
    const parsed = parseTitle(title ?? '');
    if (parsed === null) return couldNotRun({ zh: '标题无法解析', en: 'the title can’t be taken apart' });
    const shown = quote(parsed.title, 60);
    if (parsed.year !== null && parsed.year !== year) {
      return flagged({
        cells: [],
        message: {
          zh: `标题“${shown}”的年度与报告年度 ${year} 不同`,
          en: `the title “${shown}” is not of ${year}, the year of the report`,
        },
        observed: parsed.year,
        expected: year,
      });
    }
    const named = parsed.agency;
    const other =
      named === null ? undefined : publishers(facts).find((name) => !isShortFor(foldText(name), foldText(named)));
    if (named !== null && other !== undefined) {
      return flagged({
        cells: [],
        message: {
          zh: `标题中的机关“${quote(named)}”与发布或落款机关“${quote(other)}”不符`,
          en: `the title names ${quote(named)}, but ${quote(other)} publishes or signs`,
        },
        observed: quote(named),
        expected: quote(other),
      });
    }
    const lacking = [
      ...(named === null ? [{ zh: '机关', en: 'body' }] : []),
      ...(parsed.year === null ? [{ zh: '年度', en: 'year' }] : []),
    ];
    if (lacking.length === 0) return PASSED;
    return flagged({
      cells: [],
      severity: 'info',
      message: {
        zh: `标题“${shown}”未写明${lacking.map(({ zh }) => zh).join('和')}`,
        en: `the title “${shown}” names no ${lacking.map(({ en }) => en).join(' and no ')}`,
      },
      observed: shown,
      expected: [named ?? agency, year === null ? null : `${year}年`].filter((part) => part !== null).join('') || null,
    });
  },
};
