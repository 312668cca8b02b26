import { TABLE_ROLES } from '../model/forms/form.ts';
import type { Flag, Message, Reading, Repair, ReportHead } from '../model/report.ts';
import { besideDoubts } from './doubted.ts';
import { tableName } from './labels.ts';
import { topHeadings } from './outline.ts';
import { repairReport } from './repair/repair-report.ts';
import { couldNotRun, type Facts, type Finding, type Judgement, type Need, NO_SUBJECTS, type Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

/** How a rule ended for the things it judges: how many of them came to each of the four outcomes. */
export interface RuleOutcome {
  readonly rule: string;
  readonly passed: number;
  /** Things judged, not flags: a rule may gather several into one flag. */
  readonly flagged: number;
  readonly notApplicable: number;
  readonly couldNotRun: number;
  /** Why, once for each that could not run. */
  readonly reasons: readonly Message[];
}

export interface AuditResult {
  /** In the order of the rules, then in printed order. */
  readonly flags: readonly Flag[];
  /** One for each rule, in the order of the rules; none for a document that is no report. */
  readonly outcomes: readonly RuleOutcome[];
}

interface ReportAudit extends AuditResult {
  /** What would make the tables add up, where they don't and it can be told. */
  readonly repair: Repair | null;
}

/** Audits one report with every rule. Pure: the same reading always gives the same result. */
export function auditReport(reading: Reading): ReportAudit {
  const { report } = reading;
  if (report === null) return { flags: [], outcomes: [], repair: null };
  const facts: Facts = { ...reading, report };
  const flags: Flag[] = [];
  const outcomes = RULES.map((rule) => runRule(rule, facts, flags));
  return { flags: besideDoubts(flags, reading.doubts), outcomes, repair: repairReport(facts) };
}

/** Runs one rule and adds what it finds to `flags`. What breaks inside the rule is counted as could-not-run. */
export function runRule(rule: Rule, facts: Facts, flags: Flag[]): RuleOutcome {
  const reasons = missingTables(rule, facts);
  const findings: Finding[] = [];
  let passed = 0;
  let notApplicable = 0;
  const subjects = attempt(() => rule.subjects(facts), NO_SUBJECTS, reasons);
  const unmet = subjects.length > 0 ? unmetNeed(rule, facts) : null;
  if (unmet) reasons.push(unmet);
  else if (subjects.length === 0 && reasons.length === 0) notApplicable = 1;
  else {
    for (const subject of subjects) {
      const judgement = judge(rule, subject, facts);
      if (judgement.outcome === 'passed') passed += 1;
      else if (judgement.outcome === 'not_applicable') notApplicable += 1;
      else if (judgement.outcome === 'flagged') findings.push(judgement.finding);
      else reasons.push(judgement.reason);
    }
  }
  const gathered =
    findings.length > 1 ? attempt(() => rule.gather?.(findings) ?? findings, findings, reasons) : findings;
  for (const { severity = rule.severity, ...finding } of gathered)
    flags.push({ rule: rule.code, severity, ...finding });
  return { rule: rule.code, passed, flagged: findings.length, notApplicable, couldNotRun: reasons.length, reasons };
}

function judge(rule: Rule, subject: unknown, facts: Facts): Judgement {
  try {
    return rule.check(subject, facts);
  } catch (error) {
    return couldNotRun(failure(error));
  }
}

function attempt<T>(run: () => T, otherwise: T, reasons: Message[]): T {
  try {
    return run();
  } catch (error) {
    reasons.push(failure(error));
    return otherwise;
  }
}

function failure(error: unknown): Message {
  const detail = error instanceof Error ? error.message : String(error);
  return { zh: `规则运行出错：${detail}`, en: `the rule broke: ${detail}` };
}

/** A rule that judges several tables judges those that are there; each that is not is one thing it could not judge. */
function missingTables(rule: Rule, { report }: Facts): Message[] {
  const missing = TABLE_ROLES.filter((role) => report.editions[role] === null);
  if (missing.length === 0) return [];
  const needed = missing.filter((role) => rule.needs.some((need) => need.startsWith(`${role}.`)));
  return needed.map((role) => ({
    zh: `文中没有${tableName(role).zh}`,
    en: `${tableName(role).en} is not in the document`,
  }));
}

const HEAD_NAMES: Readonly<Record<keyof ReportHead, Message>> = {
  title: { zh: '标题', en: 'the title' },
  agency: { zh: '发布机关', en: 'the publishing body' },
  year: { zh: '报告年度', en: 'the year of the report' },
  edition: { zh: '表式版本', en: 'the edition of the form' },
  editions: { zh: '各表版本', en: 'the editions of the tables' },
  publishedOn: { zh: '发布日期', en: 'the date of publication' },
  periodStart: { zh: '统计起始日', en: 'the start of the period' },
  periodEnd: { zh: '统计截止日', en: 'the end of the period' },
};

function unmetNeed(rule: Rule, facts: Facts): Message | null {
  for (const need of rule.needs) {
    const lack = lackOf(need, facts);
    if (lack) return lack;
  }
  return null;
}

function lackOf(need: Need, facts: Facts): Message | null {
  if (need === 'sections') {
    return topHeadings(facts).length > 0 ? null : { zh: '未找到任何章节标题', en: 'no section heading was found' };
  }
  if (!need.startsWith('report.')) return null;
  const field = need.slice('report.'.length) as keyof ReportHead;
  if (facts.report[field] !== null) return null;
  return { zh: `不知道${HEAD_NAMES[field].zh}`, en: `${HEAD_NAMES[field].en} is not known` };
}
