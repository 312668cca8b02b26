import type { Doubt, Flag } from '../report.ts';

/**
 * Names in each flag the doubts of the reading that its figures are under. What looks like a fault of the report may then
 * be one of the reading, and whoever sees the flag must know it.
 */
export function nameDoubts(flags: readonly Flag[], doubts: readonly Doubt[]): readonly Flag[] {
  const readings = doubts.filter((doubt) => doubt.rule.startsWith('EX-'));
  if (flags.length === 0 || readings.length === 0) return flags;
  const byCell = new Map<string, Set<string>>();
  for (const { rule, cells } of readings) {
    for (const cell of cells) byCell.set(cell, (byCell.get(cell) ?? new Set()).add(rule));
  }
  return flags.map((flag) => {
    const rules = new Set(flag.cells.flatMap((cell) => [...(byCell.get(cell) ?? [])]));
    if (rules.size === 0) return flag;
    const names = [...rules].join(', ');
    const { zh, en } = flag.message;
    return {
      ...flag,
      message: {
        zh: `${zh}（所据数字的读取存疑：${names}）`,
        en: `${en} (its figures were read with doubt: ${names})`,
      },
    };
  });
}
