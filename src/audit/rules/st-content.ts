import type { Message } from '../../model/report.ts';
import { bodyKind } from '../../model/text/body-kind.ts';
import { toSimplified } from '../../model/text/traditional.ts';
import { topHeadings } from '../outline.ts';
import { type Facts, flagged, NOT_APPLICABLE, PASSED, type Rule } from '../rule.ts';
import { GOVERNMENT_TOPICS, OVERVIEW_TOPICS, PROBLEM_TOPICS, type Topic, untreated } from '../topics.ts';

interface Duty {
  readonly topics: readonly Topic[];
  readonly where: Message;
  /** Whether a report of this edition and body has the duty. */
  readonly due: (facts: Facts) => boolean;
  /** The text in which the topics are looked for; null where the section is not there, which is another rule's. */
  readonly text: (facts: Facts) => string | null;
}

function textOf(role: 'overview' | 'problems', facts: Facts): string | null {
  const sections = topHeadings(facts).filter((section) => section.role === role);
  return sections.length > 0 ? sections.map(({ text }) => text).join('\n') : null;
}

/** 1. of the overview, numbered like chapters, stands in sections of its own. */
const withExtras = (facts: Facts): string | null => {
  const overview = textOf('overview', facts);
  if (overview === null) return null;
  const extras = topHeadings(facts).filter(({ role }) => role === 'extra');
  return [overview, ...extras.flatMap(({ heading, text }) => [heading, text])].join('\n');
};

const DUTIES: readonly Duty[] = [
  {
    topics: OVERVIEW_TOPICS,
    where: { zh: '总体情况', en: 'the overview' },
    due: ({ report }) => report.edition === '2021',
    text: withExtras,
  },
  {
    topics: GOVERNMENT_TOPICS,
    where: { zh: '政府的年报', en: 'the report of a government' },
    due: ({ report }) => report.agency !== null && bodyKind(report.agency).kind === 'government',
    text: ({ sections }) => sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n'),
  },
  {
    topics: PROBLEM_TOPICS,
    where: { zh: '存在的主要问题及改进情况', en: 'the section on problems' },
    due: () => true,
    text: (facts) => textOf('problems', facts),
  },
];

export const stContent: Rule<Duty> = {
  code: 'ST-CONTENT',
  title: { zh: '规定的内容未提及', en: 'Matters that the prose does not treat' },
  severity: 'info',
  scope: 'section',
  table: null,
  needs: ['sections'],
  explanation: {
    zh: '2021 年版：总体情况应写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面；政府的年报还应写工作考核、社会评议和责任追究结果；第五部分应既有问题，也有改进。按常用词查找。',
    en: 'Edition 2021: the overview treats proactive disclosure, requests, management, platforms and supervision; a government’s report also assessment, review by the public and liability; section 五 names both a problem and a measure. Looked for by their usual words.',
  },
  basis: {
    zh: '《政府信息公开条例》第五十条第一款第四项；国办公开办函〔2021〕30号',
    en: 'Regulation, Article 50 ¶1 (四); 国办公开办函〔2021〕30号',
  },
  notWhen: {
    zh: '部门不必写考核、评议和追究；2019 年版不要求五个方面；该节不存在时由 ST-SECTION-MISSING 提示。',
    en: 'Departments need not treat assessment; edition 2019 does not ask for the five; a missing section is left to ST-SECTION-MISSING.',
  },
  subjects: (facts) => DUTIES.filter(({ due }) => due(facts)),
  check({ topics, where, text }, facts) {
    const found = text(facts);
    if (found === null) return NOT_APPLICABLE;
    const first = untreated(topics, found);
    // Only where something lacks may the text be in traditional characters.
    const lacking = first.length > 0 ? untreated(first, toSimplified(found)) : first;
    if (lacking.length === 0) return PASSED;
    const treated = topics.filter((topic) => !lacking.includes(topic));
    const list = (some: readonly Topic[], of: 'zh' | 'en') =>
      some.map((topic) => topic[of]).join(of === 'zh' ? '、' : ', ');
    return flagged({
      cells: [],
      message: {
        zh: `${where.zh}未提及${list(lacking, 'zh')}；已提及${list(treated, 'zh') || '：无'}`,
        en: `${where.en} says nothing of ${list(lacking, 'en')}; it treats ${list(treated, 'en') || 'none of these'}`,
      },
      observed: list(treated, 'zh'),
      expected: list(topics, 'zh'),
    });
  },
};
