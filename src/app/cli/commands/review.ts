import { userInfo } from 'node:os';
import { openCorpus } from '../../../../db/connect.ts';
import { findAnomalies } from '../../../../db/queries/find-anomalies.ts';
import { findFlag } from '../../../../db/queries/find-flag.ts';
import { saveReview } from '../../../../db/save-review.ts';
import type { ReviewDecision } from '../../../../db/schema.ts';
import { switchRule } from '../../../../db/switch-rule.ts';
import { anyRuleOf } from '../../../audit/all-rules.ts';
import { REVIEW_NAMES } from '../../export/code-names.ts';
import { printableLine } from '../../export/printable.ts';
import { type CliCommand, CliOption, EXIT, InvalidValue, UsageError } from '../command.ts';
import { corpusOption, corpusPath } from '../corpus-option.ts';
import { type Io, write } from '../io.ts';

const SWITCHES: Readonly<Record<string, boolean>> = { off: true, on: false };

const DECISIONS: Readonly<Record<string, ReviewDecision>> = {
  confirm: 'confirmed',
  dismiss: 'dismissed',
  reopen: 'open',
};

function note(value: string): string {
  if (value.trim() === '') throw new InvalidValue({ zh: '不能为空。', en: 'It must not be empty.' });
  return value;
}

interface Switch {
  readonly rule: string;
  readonly isOff: boolean;
  readonly agency: unknown;
  readonly why: unknown;
  readonly by: unknown;
}

async function switchFor({ rule: code, isOff, agency, why, by }: Switch, path: string, io: Io): Promise<number> {
  const rule = anyRuleOf(code);
  if (!rule)
    throw new UsageError({
      zh: `没有核查规则 ${code}；\`lanting rules\` 列出全部`,
      en: `there is no audit rule ${code}; \`lanting rules\` lists them all`,
    });
  if (typeof agency !== 'string') throw new UsageError({ zh: '请用 --agency 指明机关', en: 'name the body: --agency' });
  if (isOff && typeof why !== 'string') throw new UsageError({ zh: '请用 --note 说明理由', en: 'say why: --note' });
  const corpus = await openCorpus(path);
  try {
    const bodies = await switchRule(corpus, {
      ...{ rule: rule.code, agency, isOff, note: typeof why === 'string' ? why : '' },
      ...{ reviewer: typeof by === 'string' ? by : userInfo().username, decidedAt: new Date().toISOString() },
    });
    await write(
      io,
      io.language === 'zh'
        ? `已对${agency}${isOff ? '停用' : '恢复'} ${rule.code}${bodies > 1 ? `（同名机关 ${bodies} 个）` : ''}\n`
        : `${rule.code} is ${isOff ? 'off' : 'on'} for ${agency}${bodies > 1 ? ` (${bodies} bodies of that name)` : ''}\n`,
    );
    return EXIT.done;
  } finally {
    await corpus.destroy();
  }
}

export const review: CliCommand = {
  details: {
    zh: '写下人工对一条异常的决定：confirm（确认）、dismiss（驳回）或 reopen（重新待定）。FLAG 是 `lanting audit` 第一列所示的编号，也可更长。决定针对所发现的内容（规则、机关、年度、单元格和数值），因此重新读取和新版本只要所说相同，决定仍然有效。以最后一次决定为准，历次决定都保留。FLAG 处写规则代码时，off 和 on 对 --agency 所指的机关停用或恢复该规则；off 须附 --note。',
    en:
      'Writes down a person’s decision on a flag: confirm, dismiss or reopen. FLAG is what `lanting audit` shows in its first ' +
      'column, or more of it. The decision holds for what was found (rule, body, year, cells and values), so it outlives reading the ' +
      'report again and new versions of it as long as they say the same. The last decision counts; all are kept. With the code of ' +
      'a rule in place of a flag, off and on switch that rule for the body that --agency names; off needs a --note.',
  },
  examples: [
    'lanting review 3f2a91c0 confirm --note "called the office: a slip"',
    'lanting review 3f2a91c0 dismiss --note "two offices report together" --by wang',
    'lanting review H-SUM off --agency 兰渚市人民政府 --note "its report covers the city office only"',
    'lanting audit --review open',
  ],
  options: [
    corpusOption(),
    new CliOption('--note <text>', { zh: '理由', en: 'why' }).argParser(note),
    new CliOption('--agency <name>', {
      zh: '用于 off 和 on：机关全称',
      en: 'with off and on: the body, by its whole name',
    }).argParser(note),
    new CliOption('--by <name>', {
      zh: '由谁决定；默认为你在本系统的用户名',
      en: 'who decides; by default your name on this system',
    }).argParser(note),
  ],
  async run([flag, decision], { db, note: why, by, agency }, io) {
    const isOff = SWITCHES[String(decision)];
    if (isOff !== undefined) return switchFor({ rule: String(flag), isOff, agency, why, by }, corpusPath(db, io), io);
    const decided = DECISIONS[String(decision)];
    if (!decided)
      throw new UsageError({
        zh: `没有决定 ${String(decision)}；可用 confirm、dismiss、reopen、off、on`,
        en: `there is no decision ${String(decision)}; confirm, dismiss, reopen, off and on are`,
      });
    const start = String(flag).toLowerCase();
    if (!/^[0-9a-f]{6,64}$/.test(start))
      throw new UsageError({
        zh: 'FLAG 应为 6 至 64 位十六进制数字，如 `lanting audit` 所示',
        en: 'FLAG must be 6 to 64 hexadecimal digits, as `lanting audit` shows them',
      });
    const corpus = await openCorpus(corpusPath(db, io));
    try {
      const fingerprint = await findFlag(corpus, start);
      await saveReview(corpus, {
        ...{ fingerprint, decision: decided, decidedAt: new Date().toISOString() },
        reviewer: typeof by === 'string' ? by : userInfo().username,
        ...(typeof why === 'string' ? { note: why } : {}),
      });
      const [anomaly] = await findAnomalies(corpus, { fingerprint });
      const about = anomaly
        ? `${anomaly.agency ?? '?'} ${anomaly.year ?? '?'} ${anomaly.rule}: ${anomaly[`message_${io.language}`]}`
        : '';
      await write(io, `${fingerprint.slice(0, 8)} ${REVIEW_NAMES[decided][io.language]}  ${printableLine(about)}\n`);
      return EXIT.done;
    } finally {
      await corpus.destroy();
    }
  },
};
