import { chineseDate } from '../../../model/messages/chinese-date.ts';
import { flagged, NOT_APPLICABLE, PASSED } from '../../rule.ts';
import { changedFigures, describeChanges, saysCorrected } from '../changed-figures.ts';
import type { Sight } from '../companions.ts';
import type { CrossRule } from '../cross-rule.ts';

export const pubChanged: CrossRule<Sight> = {
  code: 'PUB-CHANGED',
  title: { zh: '公布后数字有改动而未说明', en: 'Figures changed after publication without a word' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: [],
  compares: ['sights'],
  explanation: {
    zh: '同一地址先后的年报数字不同，且未注明更正；仅文字改动的为提示。',
    en: 'An address shows figures that differ from those it showed before, and no correction is stated; a remark where the text alone changed.',
  },
  basis: { zh: '公布后的数字应可追溯', en: 'Published figures are to be relied on' },
  notWhen: { zh: '注明更正的；此前的读取已不可比。', en: 'A correction is stated.' },
  subjects: (_, { sights }) => sights.filter(({ before }) => before.length > 0),
  check({ place, shows, before, seenAt }) {
    const [last] = before;
    if (!last || saysCorrected(shows)) return NOT_APPLICABLE;
    const changes = changedFigures(last.shown, shows);
    const texts = [shows, last.shown].map(({ sections }) =>
      sections.map(({ text }) => text.replace(/\s/g, '')).join('\n'),
    );
    const dates = [last.seenAt, seenAt].map((time) => time.slice(0, 10));
    const between = dates.map(chineseDate).join('与');
    if (changes.length === 0 && texts[0] === texts[1]) return PASSED;
    if (changes.length === 0) {
      return flagged({
        cells: [],
        severity: 'info',
        message: {
          zh: `${place} 的文字在${between}之间有改动，数字未变`,
          en: `the text at ${place} changed between ${dates[0]} and ${dates[1]}; the figures did not`,
        },
        observed: dates[1] ?? null,
        expected: null,
      });
    }
    const described = describeChanges(changes, shows);
    const [first] = changes;
    return flagged({
      cells: changes.map(({ key }) => key),
      message: {
        zh: `${place} 的数字在${between}之间有 ${changes.length} 处改动，未注明更正：${described.zh}`,
        en: `${changes.length} figures at ${place} changed between ${dates[0]} and ${dates[1]} with no correction stated: ${described.en}`,
      },
      observed: first?.to ?? null,
      expected: first?.from ?? null,
    });
  },
};
