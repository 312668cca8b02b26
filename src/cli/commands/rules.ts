import type { Rule } from '../../audit/rule.ts';
import { RULES, ruleOf } from '../../audit/rules/index.ts';
import { toJsonLine } from '../../export/json.ts';
import { textTable } from '../../export/text-table.ts';
import { type CliCommand, EXIT, formatOption, UsageError } from '../command.ts';
import { type Io, write } from '../io.ts';
import { type Language, languageOf, languageOption } from '../language.ts';

/** What of a rule is for its reader: everything but its code. */
const describe = ({ code, severity, scope, table, title, explanation, basis, notWhen, needs }: Rule) => ({
  ...{ code, severity, scope, table, title, explanation, basis, notWhen, needs },
});

function page(rule: Rule, language: Language): string {
  const parts: readonly (readonly [string, string | null])[] = [
    ['severity', rule.severity],
    ['judges', rule.table ? `${rule.scope} of ${rule.table}` : rule.scope],
    ['means', rule.explanation[language]],
    ['stands on', rule.basis[language]],
    ['silent when', rule.notWhen?.[language] ?? null],
    ['needs', rule.needs.join(', ')],
  ];
  const lines = parts.filter(([, text]) => text).map(([name, text]) => `  ${name.padEnd(12)}${text}`);
  return `${rule.code}  ${rule.title[language]}\n${lines.join('\n')}\n`;
}

function list(chosen: readonly Rule[], language: Language): string {
  const rows = chosen.map(({ code, severity, title }) => [code, severity, title[language]]);
  return textTable(['rule', 'severity', 'what it says'], rows);
}

export const rules: CliCommand = {
  usage: 'rules [code]',
  summary: 'list the audit rules, or explain one',
  details:
    'Lists the rules that every report is audited with; with a code, explains that rule: what it checks, on which ' +
    'article or form it stands, and when it stays silent. Codes never change their meaning.',
  examples: ['lanting rules', 'lanting rules T3-BALANCE --lang zh'],
  options: [formatOption('for reading, or one JSON array', ['table', 'json']), languageOption()],
  async run([code], { format, lang }, io: Io) {
    const language = languageOf(lang, io);
    const one = code === undefined ? null : ruleOf(String(code));
    if (one === undefined) {
      throw new UsageError(`there is no audit rule ${String(code)}; \`lanting rules\` lists them all`);
    }
    const wanted = one ? [one] : RULES;
    if (format === 'json') await write(io, `[\n${wanted.map((rule) => toJsonLine(describe(rule))).join(',\n')}\n]\n`);
    else await write(io, one ? page(one, language) : list(wanted, language));
    return EXIT.done;
  },
};
