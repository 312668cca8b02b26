import type { RuleText } from './all-rules.ts';
import { CROSS_RULES } from './cross/rules/index.ts';
import type { Scope } from './rule.ts';

/** The page `src/audit/README.md`, written from the rules themselves. */

const INTRODUCTION = `# The audit of a report

Generated from the rules by \`renderCatalogue\` in \`catalogue.ts\`; to bring it up to date, run
\`npx vitest run tests/audit/catalogue.test.ts -u\`.

\`auditReport\` in \`run-rules.ts\` lays one reading before every rule of \`rules/index.ts\` and returns the flags and, for each
rule, how it ended. Read \`rule.ts\` first, then \`sums.ts\` for what an empty cell counts for (the sums
themselves stand in \`src/model/forms/arithmetic.ts\`), then any rule.

Each thing a rule judges comes to one of four outcomes: **passed**, **flagged**, **not applicable** (the edition, the kind of
body or an empty cell leaves nothing to judge) or **could not run** (something it needs is missing or unreadable, or the rule
itself broke). What could not run is never shown as passed.

Severities: \`error\`, the report contradicts itself, its form or the law; \`warning\`, probably wrong, with an innocent
explanation; \`info\`, worth knowing. A flag may differ from its rule's usual severity where the rule says so.

What the reading could not make out is told once, as a doubt: rules that would blame the report for it could not run. A flag names
the doubts that its figures are under, and is no error where one of them, a warning or worse, leaves open what stands there; a doubt
of severity info does not, for there was one way to read it (\`doubted.ts\`).

\`cross/\` holds the rules that judge a report beside others (years, bodies, addresses, likeness); \`auditCorpus\` runs them over the
corpus after every ingest and crawl, where what they compare has changed.

To add a rule: a module \`rules/<code in lower case>.ts\`, a line in \`rules/index.ts\`, a table of cases in \`tests/audit/rules/\`
(one that passes, one that is flagged, one where the rule stands aside), and this page anew. Codes are never given a new meaning.
`;

const SCOPES: Readonly<Record<Scope, string>> = {
  cell: 'each cell',
  row: 'each row',
  column: 'each column',
  section: 'each section',
  table: 'each table',
  report: 'the report',
};

/** The file name of a rule's module: T3-ROW-SUM is t3-row-sum. */
export const moduleOf = (rule: Pick<RuleText, 'code'>): string => rule.code.toLowerCase();

const CROSS = new Set(CROSS_RULES.map(({ code }) => code));

const pathOf = (rule: RuleText): string => `${CROSS.has(rule.code) ? 'cross/' : ''}rules/${moduleOf(rule)}.ts`;

function entry(rule: RuleText): string {
  const { code, title, severity, scope, needs, explanation, basis, notWhen } = rule;
  const lines = [
    `### ${code}`,
    `${title.en} · ${title.zh}`,
    [
      `- ${explanation.en}`,
      `- ${explanation.zh}`,
      `- Severity: ${severity}. Judges: ${SCOPES[scope]}. Needs: ${needs.map((need) => `\`${need}\``).join(', ') || 'the prose'}.`,
      ...(notWhen ? [`- Silent when: ${notWhen.en} ${notWhen.zh}`] : []),
      `- Basis: ${basis.en}. ${basis.zh}。`,
    ].join('\n'),
  ];
  return lines.join('\n\n');
}

/** The whole page, in Markdown. */
export function renderCatalogue(rules: readonly RuleText[]): string {
  const table = rules.map(
    (rule) => `| [${rule.code}](${pathOf(rule)}) | ${rule.severity} | ${rule.title.en} | ${rule.title.zh} |`,
  );
  const index = ['| code | severity | title | 标题 |', '|---|---|---|---|', ...table].join('\n');
  const parts = ['## Rules', index, '## Catalogue', ...rules.map(entry)];
  return `${[INTRODUCTION.trim(), ...parts].join('\n\n')}\n`;
}
