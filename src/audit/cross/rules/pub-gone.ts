import { chineseDate } from '../../../model/messages/chinese-date.ts';
import { flagged, PASSED, WHOLE_REPORT } from '../../rule.ts';
import type { CrossRule } from '../cross-rule.ts';

export const pubGone: CrossRule<null> = {
  code: 'PUB-GONE',
  title: { zh: '年报已不可见', en: 'A report that was seen is gone' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: [],
  compares: ['sights'],
  explanation: {
    zh: '曾经公布的年报，在所有见过它的地址上都已不存在。',
    en: 'A report that was published is no longer at any address where it was seen.',
  },
  basis: { zh: '《政府信息公开条例》第四十九条、第五十条', en: 'Regulation, Articles 49 and 50' },
  notWhen: { zh: '另有地址仍可见（移址）。', en: 'Another address still shows it: it was moved.' },
  subjects: (_, { sights }) => (sights.some(({ goneSince }) => goneSince !== null) ? WHOLE_REPORT : []),
  check(_, __, { sights }) {
    const last = sights.toSorted((a, b) => (a.goneSince ?? '').localeCompare(b.goneSince ?? '')).at(-1);
    if (!last || sights.some(({ goneSince }) => goneSince === null)) return PASSED;
    const kept = sights.some(({ archived }) => archived);
    return flagged({
      cells: [],
      message: {
        zh: `${last.place} 自${chineseDate(last.goneSince ?? '')}起已无此年报（${chineseDate(last.seenAt)}初见），${kept ? '原件存有档案' : '原件未存档'}`,
        en: `${last.place} no longer has this report since ${last.goneSince?.slice(0, 10)} (first seen on ${last.seenAt.slice(0, 10)}); ${kept ? 'the archive keeps a copy' : 'no archived copy is kept'}`,
      },
      observed: null,
      expected: last.place,
    });
  },
};
