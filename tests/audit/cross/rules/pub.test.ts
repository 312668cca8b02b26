import type { NextYear, Sight } from '../../../../src/audit/cross/companions.ts';
import { pubChanged } from '../../../../src/audit/cross/rules/pub-changed.ts';
import { pubGone } from '../../../../src/audit/cross/rules/pub-gone.ts';
import { pubMissing } from '../../../../src/audit/cross/rules/pub-missing.ts';
import { pubTwoVersions } from '../../../../src/audit/cross/rules/pub-two-versions.ts';
import { officialSections, section } from '../../build-reading.ts';
import { buildStoredReport, judgeCrossCases, type StoredReportParts } from '../judge-cross-cases.ts';

const PAGE = 'https://a.gov.cn/1.html';
const OWN_SITE = 'https://b.gov.cn/2.pdf';

const portal = (answeredAt: string | null) => ({ name: '绍兴市人民政府', answeredAt });
const next = (parts: Partial<NextYear> = {}): { next: NextYear } => ({
  next: {
    year: 2023,
    held: false,
    today: '2024-05-01',
    portal: portal('2024-04-20T01:00:00.000Z'),
    misled: null,
    ...parts,
  },
});
judgeCrossCases(pubMissing, [
  { name: 'the next report is held', outcome: 'passed', beside: next({ held: true }) },
  {
    name: 'the portal has none after the deadline',
    outcome: 'flagged',
    beside: next({ misled: { title: '绍兴市财政局2023年年报', url: PAGE, found: '绍兴市审计局2023年' } }),
    severity: 'warning',
    expected: 2023,
    says: ['2023年年报应于2024年1月31日前公布', '至2024年4月20日仍未见', '实为绍兴市审计局2023年'],
  },
  {
    name: 'a government has two months more',
    outcome: 'notApplicable',
    agency: '绍兴市人民政府',
    beside: next({ today: '2024-03-31' }),
  },
  { name: 'the deadline is not over', outcome: 'notApplicable', beside: next({ today: '2024-01-31' }) },
  { name: 'nobody looks for it', outcome: 'notApplicable', beside: next({ portal: null }) },
  { name: 'Article 49 does not bind it', outcome: 'notApplicable', agency: '绍兴市人民医院', beside: next() },
  {
    name: 'the portal has not answered since',
    outcome: 'couldNotRun',
    beside: next({ portal: portal('2024-01-20T01:00:00.000Z') }),
    says: ['绍兴市人民政府在期限之后尚未访问成功'],
  },
]);

const sight = (parts: Partial<Sight> = {}): Sight => ({
  place: PAGE,
  seenAt: '2023-01-20T01:00:00.000Z',
  goneSince: null,
  archived: false,
  shows: buildStoredReport(),
  before: [],
  ...parts,
});
const gone = { goneSince: '2024-02-03T04:05:06.000Z' };
judgeCrossCases(pubGone, [
  { name: 'moved', outcome: 'passed', beside: { sights: [sight(gone), sight({ place: OWN_SITE })] } },
  {
    name: 'gone everywhere',
    outcome: 'flagged',
    beside: {
      sights: [sight({ ...gone, archived: true }), sight({ place: OWN_SITE, goneSince: '2024-01-01T00:00:00.000Z' })],
    },
    severity: 'warning',
    expected: PAGE,
    says: [`${PAGE} 自2024年2月3日起已无此年报（2023年1月20日初见）`, '原件存有档案'],
  },
  { name: 'no place is gone', outcome: 'notApplicable', beside: { sights: [sight()] } },
]);

const granted = (natural: number, parts: StoredReportParts = {}) =>
  buildStoredReport({ place: PAGE, ...parts, details: { 'requests.granted.natural': natural } });
const corrected = { sections: [...officialSections(), section(null, '说明', 'extra', '本报告对原数据作了更正。')] };
const before = (shown = granted(3)) => [{ seenAt: '2023-01-10T00:00:00.000Z', shown }];
judgeCrossCases(pubChanged, [
  { name: 'said again', outcome: 'passed', beside: { sights: [sight({ shows: granted(3), before: before() })] } },
  {
    name: 'figures changed',
    outcome: 'flagged',
    beside: { sights: [sight({ shows: granted(4), before: before() })] },
    severity: 'warning',
    observed: 4,
    expected: 3,
    says: ['在2023年1月10日与2023年1月20日之间有 6 处改动', '3 → 4', '另 3 格'],
  },
  {
    name: 'words changed',
    outcome: 'flagged',
    beside: {
      sights: [
        sight({
          shows: granted(3, { sections: [section('一', '总体情况', 'overview', '改过的话。')] }),
          before: before(),
        }),
      ],
    },
    severity: 'info',
    says: ['数字未变'],
  },
  {
    name: 'a correction is stated',
    outcome: 'notApplicable',
    beside: { sights: [sight({ shows: granted(4, corrected), before: before() })] },
  },
  { name: 'never changed', outcome: 'notApplicable', beside: { sights: [sight()] } },
]);

const report = { place: PAGE, details: { 'requests.granted.natural': 3 } };
const two = (other: ReturnType<typeof granted>, parts: Partial<Sight> = {}) => ({
  sights: [sight({ shows: granted(3) }), sight({ place: OWN_SITE, shows: other, ...parts })],
});
judgeCrossCases(pubTwoVersions, [
  { name: 'the same figures', outcome: 'passed', ...report, beside: two(granted(3)) },
  {
    name: 'other figures',
    outcome: 'flagged',
    ...report,
    beside: two(granted(5)),
    severity: 'error',
    observed: 3,
    expected: 5,
    says: [`${PAGE} 与 ${OWN_SITE} 有 6 个数字不同`],
  },
  { name: 'one is marked as corrected', outcome: 'notApplicable', ...report, beside: two(granted(5, corrected)) },
  { name: 'the other is gone', outcome: 'notApplicable', ...report, beside: two(granted(5), gone) },
  { name: 'one address', outcome: 'notApplicable', ...report, beside: { sights: [sight()] } },
]);
