import type { Message, Section } from '../../model/report.ts';
import { headingOf, numberOf, OFFICIAL_SECTIONS, outlineOf, topHeadings } from '../outline.ts';
import { flagged, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

const PLACES = new Map(OFFICIAL_SECTIONS.map(({ role }, place) => [role, place]));

/** Headings and faults that a message names; what more there are is counted. */
const MOST = 12;

/** What is wrong, in one sentence. */
function listed(faults: readonly Message[]): Message {
  const others = faults.length - MOST;
  const all =
    others > 0 ? [...faults.slice(0, MOST), { zh: `等，另有 ${others} 处`, en: `and ${others} more` }] : faults;
  return { zh: all.map(({ zh }) => zh).join('；'), en: all.map(({ en }) => en).join('; ') };
}

/** Numbers that occur more than once. */
function numberedTwice(headings: readonly Section[]): Message[] {
  const byNumber = new Map<number, Section[]>();
  for (const section of headings) {
    const number = numberOf(section);
    if (number === null) continue;
    const same = byNumber.get(number);
    if (same) same.push(section);
    else byNumber.set(number, [section]);
  }
  return [...byNumber].flatMap(([number, sections]) => {
    if (sections.length < 2) return [];
    const names = [...sections.slice(0, MOST).map(headingOf), ...(sections.length > MOST ? ['…'] : [])].join('；');
    return [
      {
        zh: `编号 ${number} 出现 ${sections.length} 次（${names}）`,
        en: `number ${number} occurs ${sections.length} times (${names})`,
      },
    ];
  });
}

/** Where the count starts late, jumps or goes back. A repeated number is not named again here. */
function brokenCount(headings: readonly Section[]): Message[] {
  let before = 0;
  return headings.flatMap((section) => {
    const number = numberOf(section);
    const previous = before;
    if (number === null) return [];
    before = number;
    if (number === previous + 1 || number === previous) return [];
    const name = headingOf(section);
    if (number < previous) {
      return [
        {
          zh: `编号在“${name}”处由 ${previous} 退回 ${number}`,
          en: `the count goes back from ${previous} to ${number} at “${name}”`,
        },
      ];
    }
    return [
      {
        zh: `编号在“${name}”处由 ${previous} 跳到 ${number}`,
        en: `the count jumps from ${previous} to ${number} at “${name}”`,
      },
    ];
  });
}

/** Headings of the form without a number, or with one in brackets, where others are numbered as they should be. */
function oddNumbers(headings: readonly Section[]): Message[] {
  if (headings.every(({ number }) => number === null)) return [];
  return headings.flatMap((section) => {
    if (section.number === null && section.role !== 'extra') {
      return [{ zh: `“${headingOf(section)}”没有编号`, en: `“${headingOf(section)}” has no number` }];
    }
    if (section.number !== null && !/^[\p{L}\p{N}]+$/u.test(section.number)) {
      return [
        { zh: `“${headingOf(section)}”的编号带括号`, en: `the number of “${headingOf(section)}” stands in brackets` },
      ];
    }
    return [];
  });
}

/** Sections of the form out of their order or headed twice, and headings the form does not have. */
function brokenOrder(headings: readonly Section[]): Message[] {
  let furthest = -1;
  const seen = new Set<string>();
  return headings.flatMap((section) => {
    const place = PLACES.get(section.role);
    const name = headingOf(section);
    if (place === undefined) return [{ zh: `“${name}”不是规定的章节`, en: `“${name}” is no section of the form` }];
    if (seen.has(section.role))
      return [{ zh: `“${name}”与前面的章节重复`, en: `“${name}” repeats an earlier section` }];
    seen.add(section.role);
    if (place < furthest) return [{ zh: `“${name}”次序有误`, en: `“${name}” is out of order` }];
    furthest = place;
    return [];
  });
}

export const stSectionOrder: Rule<null> = {
  code: 'ST-SECTION-ORDER',
  title: { zh: '章节的次序或编号有误', en: 'Sections out of order, wrongly numbered or extra' },
  severity: 'info',
  scope: 'report',
  table: null,
  needs: ['sections'],
  explanation: {
    zh: '一级标题应为规定的六节，依次编号一至六，不缺、不重、不重新起号，也不另增章节。编号重复为警告，其余为提示；合为一条。',
    en: 'The top-level headings are the six of the form, in order, numbered 一 to 六 without gap, repeat or restart, and no others. A number that occurs twice makes it a warning. One flag tells all.',
  },
  basis: {
    zh: '国办公开办函〔2019〕60号、〔2021〕30号（“不宜泛化”）',
    en: 'The notices 国办公开办函〔2019〕60号 and 〔2021〕30号 (不宜泛化)',
  },
  notWhen: {
    zh: '所有标题都没有编号时，只看次序。',
    en: 'Where no heading has a number (they may be drawn by the page), only the order is judged.',
  },
  subjects: () => WHOLE_REPORT,
  check(_, facts) {
    const headings = topHeadings(facts);
    const twice = numberedTwice(headings);
    const faults = [...twice, ...brokenCount(headings), ...oddNumbers(headings), ...brokenOrder(headings)];
    if (faults.length === 0) return PASSED;
    const outline = outlineOf(headings);
    const wrong = listed(faults);
    return flagged({
      cells: [],
      severity: twice.length > 0 ? 'warning' : 'info',
      message: {
        zh: `${wrong.zh}。${outline.zh}`,
        en: `${wrong.en}. ${outline.en}`,
      },
      observed: headings.map(({ number, heading }) => number ?? heading.slice(0, 4)).join(' '),
      expected: OFFICIAL_SECTIONS.map(({ number }) => number).join(' '),
    });
  },
};
