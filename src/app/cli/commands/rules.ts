import { ALL_RULES, anyRuleOf, type RuleText } from '../../../audit/all-rules.ts';
import type { DoubtKind } from '../../../model/doubts/doubt-kind.ts';
import { DOUBT_KINDS, doubtKindOf } from '../../../model/doubts/index.ts';
import type { TableRole } from '../../../model/forms/form.ts';
import type { Language, Message } from '../../../model/report.ts';
import { SEVERITY_NAMES } from '../../export/code-names.ts';
import { toJsonLine } from '../../export/json.ts';
import { textTable } from '../../export/text-table.ts';
import { type CliCommand, EXIT, formatOption, UsageError } from '../command.ts';
import { write } from '../io.ts';

/** What of a rule is for its reader: everything but its code. */
const describe = ({ code, severity, scope, table, title, explanation, basis, notWhen, needs }: RuleText) => ({
  ...{ code, severity, scope, table, title, explanation, basis, notWhen, needs },
});

const HEADINGS = {
  en: { code: 'rule', severity: 'severity', judges: 'judges', title: 'what it says' },
  zh: { code: '规则', severity: '程度', judges: '对象', title: '含义' },
} satisfies Record<Language, unknown>;

const PARTS = {
  en: { means: 'means', basis: 'stands on', notWhen: 'silent when', needs: 'needs' },
  zh: { means: '说明', basis: '依据', notWhen: '不适用', needs: '所需' },
} satisfies Record<Language, unknown>;

const COLON: Readonly<Record<Language, string>> = { en: ': ', zh: '：' };
const COMMA: Readonly<Record<Language, string>> = { en: ', ', zh: '，' };

const SCOPES: Readonly<Record<RuleText['scope'], Message>> = {
  cell: { zh: '单元格', en: 'cell' },
  row: { zh: '行', en: 'row' },
  column: { zh: '列', en: 'column' },
  section: { zh: '章节', en: 'section' },
  table: { zh: '表', en: 'table' },
  report: { zh: '整份报告', en: 'report' },
};

const TABLES: Readonly<Record<TableRole, Message>> = {
  proactive: { zh: '第二表（主动公开）', en: 'proactive' },
  requests: { zh: '第三表（收到和处理申请）', en: 'requests' },
  disputes: { zh: '第四表（行政复议、行政诉讼）', en: 'disputes' },
};

/** `  name: text`, a line each; what has no text is left out. */
const linesOf = (parts: readonly (readonly [name: string, text: string | undefined])[], language: Language): string =>
  parts.flatMap(([name, text]) => (text ? [`  ${name}${COLON[language]}${text}\n`] : [])).join('');

function page(rule: RuleText, language: Language): string {
  const [headings, parts] = [HEADINGS[language], PARTS[language]];
  const judged = [SCOPES[rule.scope], ...(rule.table ? [TABLES[rule.table]] : [])];
  const lines = linesOf(
    [
      [headings.severity, SEVERITY_NAMES[rule.severity][language]],
      [headings.judges, judged.map((one) => one[language]).join(COMMA[language])],
      [parts.means, rule.explanation[language]],
      [parts.basis, rule.basis[language]],
      [parts.notWhen, rule.notWhen?.[language]],
      [parts.needs, rule.needs.join(', ') || undefined],
    ],
    language,
  );
  return `${rule.code}  ${rule.title[language]}\n${lines}`;
}

function doubtPage({ code, severity, title, explanation }: DoubtKind, language: Language): string {
  const [headings, parts] = [HEADINGS[language], PARTS[language]];
  const lines = linesOf(
    [
      [headings.severity, SEVERITY_NAMES[severity][language]],
      [parts.means, explanation[language]],
    ],
    language,
  );
  return `${code}  ${title[language]}\n${lines}`;
}

function list(chosen: readonly RuleText[], language: Language): string {
  const { code, severity, title } = HEADINGS[language];
  return textTable(
    [code, severity, title],
    [...chosen, ...DOUBT_KINDS].map((entry) => [
      ...[entry.code, SEVERITY_NAMES[entry.severity][language], entry.title[language]],
    ]),
  );
}

export const rules: CliCommand = {
  details: {
    zh: '列出核查每份报告所用的规则；给出代码则解释该规则：核查什么，依据哪一条款或表式，何时不适用。EX- 和 DOC- 开头的代码是对读取的存疑，不针对报告。代码的含义永不改变。',
    en:
      'Lists the rules that every report is audited with; with a code, explains that rule: what it checks, on which ' +
      'article or form it stands, and when it stays silent. EX- and DOC- codes are doubts about the reading, not about ' +
      'the report. Codes never change their meaning.',
  },
  examples: ['lanting rules', 'lanting rules T3-BALANCE --lang zh'],
  options: [formatOption({ zh: '供阅读，或一个 JSON 数组', en: 'for reading, or one JSON array' }, ['table', 'json'])],
  async run([code], { format }, io) {
    const { language } = io;
    const doubt = doubtKindOf(String(code));
    if (doubt) {
      await write(io, format === 'json' ? `[${toJsonLine(doubt).trimEnd()}]\n` : doubtPage(doubt, language));
      return EXIT.done;
    }
    const one = code === undefined ? null : anyRuleOf(String(code));
    if (one === undefined) {
      throw new UsageError({
        zh: `没有核查规则 ${String(code)}；\`lanting rules\` 列出全部`,
        en: `there is no audit rule ${String(code)}; \`lanting rules\` lists them all`,
      });
    }
    const wanted = one ? [one] : ALL_RULES;
    if (format === 'json') await write(io, `[\n${wanted.map((rule) => toJsonLine(describe(rule))).join(',\n')}\n]\n`);
    else await write(io, one ? page(one, language) : list(wanted, language));
    return EXIT.done;
  },
};
