import type { Message, Section } from '../../model/report.ts';
import { parseWholeNumber } from '../../model/text/numerals.ts';
import { quote } from '../../model/text/quote.ts';
import { headingOf, numberOf, OFFICIAL_SECTIONS, topHeadings } from '../outline.ts';
import { type Facts, flagged, PASSED, type Rule } from '../rule.ts';

/** 五部分, 6个部分, 六大部分; not 第五部分 (one of them), and not 一部分 (some). */
const COUNT = /(?<![第前后数])([二两三四五六七八九十]{1,3}|\d{1,2})\s*(?:个|大)?\s*(?:部分|部份|章节)/u;
/** Looked for first: most reports make no such promise, and finding that out must be cheap. */
const WORDS = ['部分', '部份', '章节'];
/** The sentence must speak of the report itself, and of what it is made of. */
const ABOUT = /报告|年报|全文|总体情况/u;
const MADE_OF = /组成|构成|分为|分|共|包括|包含|由/u;
const FEWEST = 3;

interface Claim {
  readonly sentence: string;
  readonly promised: number;
}

/** Sentences that promise a number of parts, from where such sentences stand: before and in the overview. */
function claims({ sections }: Facts): readonly Claim[] {
  const texts = sections.filter(({ role }) => role === 'preamble' || role === 'overview').map(({ text }) => text);
  return texts
    .filter((text) => WORDS.some((word) => text.includes(word)) && COUNT.test(text))
    .flatMap((text) => text.split(/[。；;！]/u))
    .flatMap((sentence) => {
      const promised = parseWholeNumber(COUNT.exec(sentence)?.[1] ?? '');
      const speaks = ABOUT.test(sentence) && MADE_OF.test(sentence);
      return promised !== null && promised >= FEWEST && speaks ? [{ sentence, promised }] : [];
    });
}

/** Sections of the form that the sentence lists and the report lacks; a sentence that names fewer than two lists none. */
function namedButAbsent(sentence: string, headings: readonly Section[]): readonly string[] {
  const list = sentence.slice(Math.max(0, sentence.search(/由|包括|包含|分为|：|:/u)), COUNT.exec(sentence)?.index);
  const named = OFFICIAL_SECTIONS.filter(({ mention }) => mention.test(list));
  if (named.length < 2) return [];
  return named.filter(({ role }) => headings.every((section) => section.role !== role)).map(({ heading }) => heading);
}

export const stCountClaim: Rule<Claim> = {
  code: 'ST-COUNT-CLAIM',
  title: { zh: '所称部分数与实有章节不符', en: 'The parts promised are not the parts present' },
  severity: 'info',
  scope: 'report',
  table: null,
  needs: ['sections'],
  explanation: {
    zh: '开头称“由……等五部分组成”的，部分数和所列名称应与实有的一级章节相符；编号有重复的，按编号数或标题数均可。',
    en: 'A sentence such as 由…五部分组成 agrees in number and names with the top-level sections; where a number occurs twice, the count of numbers and that of headings both do.',
  },
  basis: { zh: '前后一致', en: 'Consistency; seen in published reports' },
  notWhen: { zh: '没有这样的句子。', en: 'There is no such sentence.' },
  subjects: claims,
  check({ sentence, promised }, facts) {
    const headings = topHeadings(facts);
    const numbered = headings.filter((section) => numberOf(section) !== null);
    const counted = numbered.length > 0 ? numbered : headings;
    const numbers = numbered.length > 0 ? new Set(numbered.map(numberOf)).size : headings.length;
    const fits = promised === counted.length || promised === numbers;
    const absent = namedButAbsent(sentence, headings);
    if (fits && absent.length === 0) return PASSED;
    const names = counted.map((section) => headingOf(section));
    const lacking: Message =
      absent.length > 0
        ? { zh: `；所列“${absent.join('”“')}”文中没有`, en: `; listed and not there: ${absent.join(', ')}` }
        : { zh: '', en: '' };
    const found: Message =
      numbers === counted.length
        ? { zh: `实有 ${numbers} 部分`, en: `there are ${numbers}` }
        : {
            zh: `实有 ${numbers} 个编号、${counted.length} 个标题`,
            en: `there are ${numbers} numbers over ${counted.length} headings`,
          };
    return flagged({
      cells: [],
      message: {
        zh: `文中称有 ${promised} 部分，${found.zh}（${names.join('；')}）${lacking.zh}。原句：“${quote(sentence, 120)}”`,
        en: `the text promises ${promised} parts, ${found.en} (${names.join('; ')})${lacking.en}. It says: “${quote(sentence, 120)}”`,
      },
      observed: promised,
      expected: numbers,
    });
  },
};
