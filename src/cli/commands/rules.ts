import { ALL_RULES, anyRuleOf, type RuleText } from '../../audit/all-rules.ts';
import { DOUBT_CODES, type DoubtCode, doubtCode } from '../../doubt-codes.ts';
import { toJsonLine } from '../../export/json.ts';
import { textTable } from '../../export/text-table.ts';
import { type CliCommand, EXIT, formatOption, UsageError } from '../command.ts';
import { type Io, write } from '../io.ts';
import { type Language, languageOf, languageOption } from '../language.ts';

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

function page(rule: RuleText, language: Language): string {
  const [headings, parts] = [HEADINGS[language], PARTS[language]];
  const lines: readonly (readonly [string, string | undefined])[] = [
    [headings.severity, rule.severity],
    [headings.judges, rule.table ? `${rule.scope}, ${rule.table}` : rule.scope],
    [parts.means, rule.explanation[language]],
    [parts.basis, rule.basis[language]],
    [parts.notWhen, rule.notWhen?.[language]],
    [parts.needs, rule.needs.join(', ') || undefined],
  ];
  const shown = lines.flatMap(([name, text]) => (text ? [`  ${name}: ${text}\n`] : []));
  return `${rule.code}  ${rule.title[language]}\n${shown.join('')}`;
}

function doubtPage({ code, severity, title, explanation }: DoubtCode, language: Language): string {
  const [headings, parts] = [HEADINGS[language], PARTS[language]];
  return `${code}  ${title[language]}\n  ${headings.severity}: ${severity}\n  ${parts.means}: ${explanation[language]}\n`;
}

function list(chosen: readonly RuleText[], language: Language): string {
  const { code, severity, title } = HEADINGS[language];
  return textTable(
    [code, severity, title],
    [...chosen, ...DOUBT_CODES].map((entry) => [entry.code, entry.severity, entry.title[language]]),
  );
}

export const rules: CliCommand = {
  usage: 'rules [code]',
  summary: 'list the audit rules and the doubts of the reading, or explain one',
  details:
    'Lists the rules that every report is audited with; with a code, explains that rule: what it checks, on which ' +
    'article or form it stands, and when it stays silent. EX- and DOC- codes are doubts about the reading, not about ' +
    'the report. Codes never change their meaning.',
  examples: ['lanting rules', 'lanting rules T3-BALANCE --lang zh'],
  options: [formatOption('for reading, or one JSON array', ['table', 'json']), languageOption()],
  async run([code], { format, lang }, io: Io) {
    const language = languageOf(lang, io);
    const doubt = doubtCode(String(code));
    if (doubt) {
      await write(io, format === 'json' ? `[${toJsonLine(doubt).trimEnd()}]\n` : doubtPage(doubt, language));
      return EXIT.done;
    }
    const one = code === undefined ? null : anyRuleOf(String(code));
    if (one === undefined) {
      throw new UsageError(`there is no audit rule ${String(code)}; \`lanting rules\` lists them all`);
    }
    const wanted = one ? [one] : ALL_RULES;
    if (format === 'json') await write(io, `[\n${wanted.map((rule) => toJsonLine(describe(rule))).join(',\n')}\n]\n`);
    else await write(io, one ? page(one, language) : list(wanted, language));
    return EXIT.done;
  },
};
