import type { Edition } from '../../model/forms/form.ts';
import { figureKey } from '../../model/forms/variables.ts';
import type { Facts } from '../rule.ts';
import { both, type Counted } from './custom.ts';
import type { Sense } from './senses.ts';

const ACTS: Readonly<Record<Edition, Partial<Record<Sense, readonly string[]>>>> = {
  '2019': {
    issued: ['made', 'published'],
    proactive: ['published', 'made', 'public_total'],
    in_force: ['public_total'],
  },
  '2021': { issued: ['issued'], proactive: ['issued', 'in_force'], repealed: ['repealed'], in_force: ['in_force'] },
};

/** What a phrase on 规章 and 规范性文件 counts, by the act: issued, repealed, in force, made public. */
export function countedDocuments(senses: ReadonlySet<Sense>, { report }: Facts): Counted | null {
  const rows = (['normative', 'regulations'] as const).filter((row) => senses.has(row));
  const edition = report.editions.proactive ?? '2021';
  const act =
    (['repealed', 'in_force', 'proactive', 'issued'] as const).find((sense) => senses.has(sense)) ??
    (senses.has('new') ? 'issued' : null);
  const columns = act ? ACTS[edition][act] : undefined;
  if (columns === undefined || senses.has('and_so_on')) return null;
  const customs = columns.map((column) => ({
    name: both('第二表所列', 'table 2'),
    plus: rows.map((row) => figureKey('proactive', row, column)),
    minus: [],
  }));
  return { family: 'documents', id: `documents:${rows.join('+')}:${act}`, customs };
}
