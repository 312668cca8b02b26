import { judgeDeadline, publishedBy } from '../deadline.ts';
import type { Rule } from '../rule.ts';

const CUSTOM = { zh: '乡镇、街道惯常的日期', en: 'the date customary for towns and subdistricts' };

export const pubLateLocal: Rule<null> = {
  code: 'PUB-LATE-LOCAL',
  title: { zh: '乡镇、街道年报晚于惯常日期', en: 'A town or subdistrict published after the customary date' },
  severity: 'info',
  scope: 'report',
  table: null,
  needs: ['report.agency', 'report.year', 'report.publishedOn'],
  explanation: {
    zh: '乡镇和街道惯于次年 1 月 31 日前公布；《条例》未点名要求，故只作提示。',
    en: 'Towns and subdistricts publish by 31 January by custom; the Regulation does not name them, so nothing is claimed to be wrong.',
  },
  basis: { zh: '惯例；各地通知', en: 'Custom; local notices' },
  notWhen: {
    zh: '发布日期不明；其他机关。地方通知所定的更早日期尚未收录。',
    en: 'The date of publication is unknown; other bodies. Earlier dates of local notices are not recorded yet.',
  },
  subjects: (facts) => publishedBy(facts, ({ kind }) => kind === 'town' || kind === 'subdistrict'),
  check: (_, facts) => judgeDeadline(facts, '01-31', CUSTOM, 'info'),
};
