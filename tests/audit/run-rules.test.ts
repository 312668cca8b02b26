import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate } from '../../samples/generator/generate.ts';
import { extractPage } from '../../src/app/pipeline/extract.ts';
import { type Facts, PASSED, type Rule, WHOLE_REPORT } from '../../src/audit/rule.ts';
import { FORM_RULES } from '../../src/audit/rules/form-rules.ts';
import { RULES } from '../../src/audit/rules/index.ts';
import { PROSE_RULES } from '../../src/audit/rules/prose-rules.ts';
import { REPAIR_RULES } from '../../src/audit/rules/repair-rules.ts';
import { auditReport, runRule } from '../../src/audit/run-rules.ts';
import { identitiesOf } from '../../src/model/forms/identities.ts';
import { variablesOfTable } from '../../src/model/forms/variables.ts';
import { type Figure, type Flag, isFailure, type Reading, type Severity } from '../../src/model/report.ts';
import { consistentReading, withCells } from './arbitrary-reading.ts';
import { buildReading, figure } from './build-reading.ts';

const ARITHMETIC = new Set(['T3-ROW-SUM', 'T3-RESULT-SUM', 'T3-BALANCE', 'T4-SUM']);
/** Diagnoses, prose and the form beyond its sums are judged on whole reports, in tests of their own. */
const OTHERS = new Set([...REPAIR_RULES, ...PROSE_RULES, ...FORM_RULES].map(({ code }) => code));
const symptoms = (flags: readonly Flag[]) => flags.filter(({ rule }) => !OTHERS.has(rule));
const codes = (reading: Reading) => symptoms(auditReport(reading).flags).map(({ rule }) => rule);

const summedKeys = (edition: '2019' | '2021') =>
  [...variablesOfTable(edition, 'requests'), ...variablesOfTable(edition, 'disputes')].map(({ key }) => key);
const isTotal = (key: string) => key.endsWith('.total') || key.startsWith('requests.total.');
const blank = figure('');

describe('auditReport', () => {
  it('says nothing of a document that is no report', () => {
    expect(auditReport({ ...buildReading(), report: null })).toEqual({ flags: [], outcomes: [], repair: null });
  });

  it('gives every rule an outcome, in order', () => {
    const { outcomes } = auditReport(buildReading());
    expect(outcomes.map(({ rule }) => rule)).toEqual(RULES.map(({ code }) => code));
    for (const { passed, flagged, notApplicable, couldNotRun } of outcomes) {
      expect(passed + flagged + notApplicable + couldNotRun).toBeGreaterThan(0);
    }
  });

  it('never shows as passed what could not run', () => {
    const figures: Record<string, Figure> = {};
    const nowhere = { proactive: null, requests: null, disputes: null };
    const report = { ...buildReading().report, editions: nowhere, year: null, agency: null, publishedOn: null };
    const { outcomes } = auditReport({ report: report as Facts['report'], sections: [], figures, doubts: [] });
    expect(outcomes.filter(({ passed }) => passed > 0)).toEqual([]);
  });

  it('finds nothing in a table that is consistent', () => {
    fc.assert(
      fc.property(consistentReading, (reading) => {
        expect(symptoms(auditReport(reading).flags)).toEqual([]);
      }),
    );
  });

  it('finds nothing but the remark when zeros are left blank', () => {
    fc.assert(
      fc.property(consistentReading, fc.infiniteStream(fc.boolean()), (reading, coin) => {
        const zeros = summedKeys(reading.edition).filter((key) => !isTotal(key) && reading.figures[key]?.value === 0);
        const chosen = zeros.filter(() => coin.next().value);
        const flags = codes(withCells(reading, Object.fromEntries(chosen.map((key) => [key, blank]))));
        expect(flags.filter((code) => code !== 'VAL-BLANK-ZERO')).toEqual([]);
        expect(flags.length > 0).toBe(chosen.length > 0);
      }),
    );
  });

  it('names exactly the totals that are left empty over numbers, and accuses no sum for them', () => {
    fc.assert(
      fc.property(consistentReading, fc.infiniteStream(fc.boolean()), (reading, coin) => {
        const totals = summedKeys(reading.edition).filter(isTotal);
        const chosen = totals.filter((key) => coin.next().value && reading.figures[key]?.value !== 0);
        const blanked = withCells(reading, Object.fromEntries(chosen.map((key) => [key, blank])));
        const flags = symptoms(auditReport(blanked).flags);
        expect(flags.filter(({ rule }) => !rule.endsWith('-TOTAL-BLANK'))).toEqual([]);
        expect(flags.flatMap(({ cells }) => cells).toSorted()).toEqual(chosen.toSorted());
      }),
    );
  });

  it('finds any one changed cell of tables 3 and 4, and names it', () => {
    fc.assert(
      fc.property(consistentReading, fc.nat(), fc.nat({ max: 999 }), (reading, place, value) => {
        const keys = summedKeys(reading.edition);
        const key = keys[place % keys.length] ?? '';
        fc.pre(reading.figures[key]?.value !== value);
        const flags = symptoms(auditReport(withCells(reading, { [key]: figure(value) })).flags);
        const naming = flags.filter(({ rule, cells }) => ARITHMETIC.has(rule) && cells.includes(key));
        expect(naming.length).toBeGreaterThan(0);
        expect(flags.filter(({ rule }) => !ARITHMETIC.has(rule))).toEqual([]);
      }),
    );
  });

  it('gives the same flags for the same reading', () => {
    const reading = buildReading({ cells: { 'requests.granted.total': 9, 'disputes.review.total': '-' } });
    expect(auditReport(reading)).toEqual(auditReport(structuredClone(reading)));
  });

  it('names the doubts of the reading that a flag’s figures are under', () => {
    const doubt = (rule: string, ...cells: string[]) =>
      ({ rule, severity: 'warning', cells, message: { zh: '', en: '' } }) as const;
    const { flags } = auditReport(
      buildReading({
        cells: { 'requests.granted.total': 9, 'disputes.review.total': 4 },
        doubts: [
          doubt('EX-LABEL', 'requests.granted.natural', 'requests.granted.total'),
          doubt('EX-GRID', 'requests.granted.total'),
          doubt('EX-ROW', 'requests.partial.total'),
          doubt('DOC-ODD', 'disputes.review.total'),
        ],
      }),
    );
    const [row] = flags.filter(({ rule }) => rule === 'T3-ROW-SUM');
    expect(row?.message.zh).toContain('（所据数字的读取存疑：EX-LABEL, EX-GRID）');
    expect(row?.message.en).toContain('(its figures were read with doubt: EX-LABEL, EX-GRID)');
    expect(flags.find(({ rule }) => rule === 'T4-SUM')?.message.zh).not.toContain('存疑');
  });
});

describe('a flag on figures that a doubt leaves open', () => {
  const doubted = (rule: string, severity: Severity) =>
    auditReport(
      buildReading({
        cells: { 'disputes.review.total': 4 },
        doubts: [{ rule, severity, cells: ['disputes.review.total'], message: { zh: '', en: '' } }],
      }),
    ).flags.find((flag) => flag.rule === 'T4-SUM')?.severity;

  it.each([
    // There was one way to read the cells.
    ['EX-RUN-SPLIT', 'info', 'error'],
    ['EX-VALUE', 'info', 'error'],
    ['EX-OCR', 'info', 'error'],
    // The copies of a table differ: that is the report.
    ['EX-READERS', 'warning', 'error'],
    // Nothing of the reading.
    ['DOC-FRONT-MATTER', 'warning', 'error'],
    ['T3-SUBTOTAL', 'error', 'error'],
    // What stands in the cells is open.
    ['EX-ROW', 'warning', 'warning'],
    ['EX-LABEL', 'warning', 'warning'],
    ['EX-OCR', 'error', 'warning'],
    ['EX-GRID', 'warning', 'warning'],
  ] as const)('%s of severity %s makes it %s', (rule, severity, expected) => {
    expect(doubted(rule, severity)).toBe(expected);
  });

  it('is no error in any report whose figures agree, whatever the reading makes of it', () => {
    const errors = Array.from({ length: 60 }, (_, seed) => generate(seed + 1)).flatMap(({ bytes, path, truth }) => {
      const read = extractPage(bytes, path);
      if (isFailure(read)) return [];
      const unreadable = (cell: string) => truth.figures[cell]?.statuses.includes('unreadable');
      return read.flags.filter(
        ({ rule, severity, cells }) => severity === 'error' && rule !== 'ST-EDITION-YEAR' && !cells.some(unreadable),
      );
    });
    expect(errors).toEqual([]);
  });
});

describe('runRule', () => {
  const base: Omit<Rule, 'subjects' | 'check'> = {
    code: 'TEST',
    title: { zh: '', en: '' },
    severity: 'error',
    scope: 'report',
    table: null,
    needs: [],
    explanation: { zh: '', en: '' },
    basis: { zh: '', en: '' },
    notWhen: null,
  };
  const broken = () => {
    throw new Error('a fault of ours');
  };
  const facts = buildReading() as Facts;

  it('takes an exception in a check as could-not-run, and goes on', () => {
    const rule: Rule = { ...base, subjects: () => [1, 2], check: (subject) => (subject === 1 ? broken() : PASSED) };
    const outcome = runRule(rule, facts, []);
    expect(outcome).toMatchObject({ passed: 1, couldNotRun: 1 });
    expect(outcome.reasons).toEqual([{ zh: '规则运行出错：a fault of ours', en: 'the rule broke: a fault of ours' }]);
  });

  it('takes an exception in choosing the subjects as could-not-run', () => {
    const outcome = runRule({ ...base, subjects: broken, check: () => PASSED }, facts, []);
    expect(outcome).toMatchObject({ passed: 0, notApplicable: 0, couldNotRun: 1 });
  });

  it('counts a field the document does not give as could-not-run', () => {
    const rule: Rule = { ...base, needs: ['report.title'], subjects: () => WHOLE_REPORT, check: () => PASSED };
    const outcome = runRule(rule, { ...facts, report: { ...facts.report, title: null } }, []);
    expect(outcome).toMatchObject({ passed: 0, couldNotRun: 1, reasons: [{ zh: '不知道标题' }] });
  });
});

describe('the form’s identities', () => {
  it.each(['2019', '2021'] as const)('are all judged in edition %s', (edition) => {
    const judged = auditReport(buildReading({ edition })).outcomes.filter(({ rule }) => ARITHMETIC.has(rule));
    const identities = identitiesOf(edition, 'requests').length + identitiesOf(edition, 'disputes').length;
    expect(judged.reduce((sum, { passed }) => sum + passed, 0)).toBe(identities);
  });
});
