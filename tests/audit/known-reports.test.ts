import { describe, expect, it } from 'vitest';
import { FORM_RULES } from '../../src/audit/rules/form-rules.ts';
import { PROSE_RULES } from '../../src/audit/rules/prose-rules.ts';
import { REPAIR_RULES } from '../../src/audit/rules/repair-rules.ts';
import { auditReport } from '../../src/audit/run-rules.ts';
import type { Edition, TableRole } from '../../src/model/forms/form.ts';
import type { Flag } from '../../src/model/report.ts';
import { DISTRICT, type KnownDocument, OFFICE } from '../known-documents.ts';
import { buildReading, type Cell, officialSections, section } from './build-reading.ts';

/** Three reports whose faults were found by eye. */

function auditKnown(
  { report, figures }: KnownDocument,
  editions: Record<TableRole, Edition>,
  cells: Record<string, Cell> = {},
) {
  const printed = Object.entries(figures).map(([key, value]) => [key, value ?? ''] as const);
  return auditReport(buildReading({ editions, report, cells: { ...Object.fromEntries(printed), ...cells } })).flags;
}

/** Rules with tests of their own on these reports: diagnoses, prose, and what the form asks beyond its sums. */
const OTHERS = new Set([...REPAIR_RULES, ...PROSE_RULES, ...FORM_RULES].map(({ code }) => code));
const basic = (flags: readonly Flag[]) => flags.filter(({ rule }) => !OTHERS.has(rule));
const about = (flags: readonly Flag[], prefix: string) => flags.filter(({ rule }) => rule.startsWith(prefix));
const only = (edition: Edition) => ({ proactive: edition, requests: edition, disputes: edition });

describe('兰亭街道 2020', () => {
  const cells = {
    'proactive.procurement.projects': 2,
    'proactive.procurement.amount': 11840,
    'requests.received.natural': 3,
    'requests.received.total': 3,
    'requests.granted.natural': 2,
    'requests.granted.total': 2,
    'requests.refused_third_party.total': 1,
    'requests.total.total': 1,
  };
  const sections = [
    section(
      null,
      '',
      'preamble',
      '本年度信息公开报告内容由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况等五部分组成。',
    ),
    ...officialSections().slice(0, 4),
    section('五', '存在的主要问题及改进情况', 'problems', ' '),
    section('五', '信息公开责任追究', 'extra'),
    section('六', '存在问题和不足', 'problems'),
    section('七', '其他需要报告的事项', 'other_matters'),
  ];
  const report = { agency: '兰亭街道', publishedOn: '2021-01-25' };
  const all = auditReport(buildReading({ edition: '2019', cells, sections, report })).flags;
  const flags = basic(all);
  const column = (applicant: string) =>
    ['received', 'carried_in', 'total', 'carried_out'].map((row) => `requests.${row}.${applicant}`);

  it('flags the six equalities that fail and no other arithmetic', () => {
    expect(
      about(flags, 'T').map(({ rule, cells, observed, expected }) => [rule, cells[0], observed, expected]),
    ).toEqual([
      ['T3-ROW-SUM', 'requests.refused_third_party.total', 1, 0],
      ['T3-ROW-SUM', 'requests.total.total', 1, 0],
      ['T3-RESULT-SUM', 'requests.total.natural', 0, 2],
      ['T3-RESULT-SUM', 'requests.total.total', 1, 3],
      ['T3-BALANCE', 'requests.received.natural', 3, 0],
      ['T3-BALANCE', 'requests.received.total', 3, 1],
    ]);
    expect(about(flags, 'T3-BALANCE').map(({ cells }) => cells)).toEqual([column('natural'), column('total')]);
    expect(about(all, 'T3-REPAIR').map(({ cells }) => cells)).toHaveLength(1);
  });

  it('flags the outline, the empty section, the promise of five parts and the amount without a unit; it was in time', () => {
    expect(flags.slice(6).map(({ rule, severity, cells }) => [rule, severity, ...cells])).toEqual([
      ['ST-SECTION-ORDER', 'warning'],
      ['ST-SECTION-EMPTY', 'warning'],
      ['ST-COUNT-CLAIM', 'info'],
      ['VAL-UNIT', 'info', 'proactive.procurement.amount'],
    ]);
  });
});

describe.each(OFFICE)('$report.agency 2019', (office) => {
  const amount = { value: 251000, raw: '251000元', unit: '元' };
  const flags = () =>
    basic(auditKnown(office, only('2019'), { 'proactive.procurement.amount': amount })).filter(
      ({ rule }) => !rule.startsWith('PUB-'),
    );

  it('names the eleven empty row totals and accuses no other cell', () => {
    const rows = ['granted', 'partial', 'refused_state_secret', 'refused_internal', 'refused_process', 'refused_query'];
    rows.push('unable_not_held', 'unable_creation', 'unable_unclear', 'declined_petition', 'declined_repeat');
    expect(flags().map(({ rule, severity, cells }) => ({ rule, severity, cells }))).toEqual([
      { rule: 'T3-TOTAL-BLANK', severity: 'warning', cells: rows.map((row) => `requests.${row}.total`) },
      { rule: 'VAL-BLANK-ZERO', severity: 'info', cells: [] },
      { rule: 'VAL-BLANK-ZERO', severity: 'info', cells: [] },
    ]);
  });

  it('counts the blanks, and the totals among them', () => {
    const [requests, disputes] = about(flags(), 'VAL-BLANK-ZERO');
    expect(Number(requests?.observed) + Number(disputes?.observed)).toBe(135);
    expect(requests?.message.zh).toContain('其中 11 个未填总计');
  });
});

describe.each(DISTRICT)('$report.agency 2023', (district) => {
  it('flags two sums of table 4 and the mixture of editions', () => {
    const editions = { proactive: '2021', requests: '2019', disputes: '2021' } as const;
    const flags = basic(auditKnown(district, editions)).filter(({ rule }) => !rule.startsWith('PUB-'));
    expect(flags.map(({ rule, severity, cells }) => [rule, severity, cells[0]])).toEqual([
      ['T4-SUM', 'error', 'disputes.review.total'],
      ['T4-SUM', 'error', 'disputes.suit_after_review.total'],
      ['ST-EDITION-YEAR', 'error', undefined],
    ]);
  });
});
