import type { Edition } from '../../model/forms/form.ts';
import { tableOf } from '../../model/forms/forms.ts';
import { figureKey } from '../../model/forms/variables.ts';
import type { Message } from '../../model/report.ts';
import type { Facts } from '../rule.ts';
import { both, type Counted, type Family } from './custom.ts';
import type { Sense } from './senses.ts';

const GROUPS: Partial<Record<Sense, string>> = {
  refused: 'refused',
  unable: 'unable',
  declined: 'declined',
  otherwise: 'other',
};
const SINGLE_ROWS: readonly Sense[] = ['granted', 'partial'];
const REASONS: readonly Sense[] = [
  'refused_state_secret', 'refused_law', 'refused_security', 'refused_third_party', 'refused_internal', 'refused_process',
  'refused_enforcement', 'refused_query', 'unable_not_held', 'unable_creation', 'unable_unclear', 'declined_petition',
  'declined_repeat', 'declined_publication', 'declined_excessive', 'declined_reissue', 'other_no_correction', 'other_no_payment',
]; // biome-ignore format: in groups
const ORGANISATIONS = ['business', 'research', 'welfare', 'legal', 'other'];
const KINDS: readonly Sense[] = ['business', 'research', 'welfare', 'legal'];

/** The rows of （三） to （六） in an edition: those of a group, or the one row of that name. */
function rowsOfGroup(edition: Edition, group: string): string[] {
  const rows = tableOf(edition, 'requests').blocks[0]?.rows ?? [];
  return rows.filter((row) => row.key === group || row.groups?.includes(group)).map(({ key }) => key);
}

function resultRows(edition: Edition, sense: Sense): string[] {
  const group = GROUPS[sense];
  return group ? rowsOfGroup(edition, group) : [sense];
}

type Rows = { readonly name: Message; readonly plus: readonly string[]; readonly minus?: readonly string[] };

const RECEIVED: Rows = { name: both('本年新收', 'received in the year'), plus: ['received'] };
const CARRIED_IN: Rows = { name: both('上年结转', 'carried over from last year'), plus: ['carried_in'] };
const CARRIED_OUT: Rows = { name: both('结转下年度', 'carried over to next year'), plus: ['carried_out'] };
const IN: Rows = { name: both('新收加结转', 'received and carried over'), plus: ['received', 'carried_in'] };
const HANDLED: Rows = { name: both('办理结果总计', 'results, total'), plus: ['total'] };
const HANDLED_NEW: Rows = {
  name: both('新收减结转下年度', 'received less carried over'),
  plus: ['received'],
  minus: ['carried_out'],
};

function columnsOf(senses: ReadonlySet<Sense>): readonly string[] | null {
  const kinds = KINDS.filter((kind) => senses.has(kind));
  if (kinds.length > 0) return senses.has('natural') || senses.has('and_so_on') ? null : kinds;
  if (senses.has('natural')) return senses.has('organisations') ? ['total'] : ['natural'];
  return senses.has('organisations') ? ORGANISATIONS : ['total'];
}

function flowRows(senses: ReadonlySet<Sense>): readonly Rows[] {
  const asks = senses.has('received') || senses.has('new');
  if (senses.has('carried_in')) return asks ? [IN] : [CARRIED_IN];
  if (senses.has('carried_out')) return [CARRIED_OUT];
  if (senses.has('carried')) return asks ? [IN] : [CARRIED_IN, CARRIED_OUT];
  const rows: Rows[] = [];
  if (asks) rows.push(RECEIVED, ...(senses.has('new') ? [] : [IN]));
  if (senses.has('handled') || senses.has('worked'))
    rows.push(HANDLED, HANDLED_NEW, ...(senses.has('worked') ? [IN] : []));
  return rows;
}

/** The result a phrase names. A reason beside its group is either; with 等 it is the group. */
function resultCustoms(senses: ReadonlySet<Sense>, edition: Edition): readonly Rows[] {
  const name = both('所称办理结果', 'the results named');
  const groups = [...senses].filter((sense) => GROUPS[sense] !== undefined || SINGLE_ROWS.includes(sense));
  const reasons = REASONS.filter((reason) => senses.has(reason));
  if (groups.length === 0) return reasons.length > 0 && !senses.has('and_so_on') ? [{ name, plus: reasons }] : [];
  const ofGroups = { name, plus: groups.flatMap((group) => resultRows(edition, group)) };
  if (reasons.length === 0 || senses.has('and_so_on')) return [ofGroups];
  return [{ name: both('所称原因', 'the reasons named'), plus: reasons }, ofGroups];
}

const FAMILY_OF_FLOW = (senses: ReadonlySet<Sense>): Family =>
  senses.has('carried') || senses.has('carried_in') || senses.has('carried_out')
    ? senses.has('received') || senses.has('new')
      ? 'received'
      : 'carried'
    : senses.has('received') || senses.has('new')
      ? 'received'
      : 'handled';

/** What a phrase on requests counts: rows of table 3 by the words for flows, results and reasons, columns by those for applicants. */
export function countedRequests(senses: ReadonlySet<Sense>, parent: Counted | null, { report }: Facts): Counted | null {
  const columns = columnsOf(senses);
  if (columns === null) return null;
  const edition = report.editions.requests ?? '2021';
  const results = resultCustoms(senses, edition);
  const isApplicant = columns[0] !== 'total' || columns.length > 1;
  let rows = results.length > 0 ? results : flowRows(senses);
  let family: Family = results.length > 0 ? 'result' : isApplicant ? 'applicant' : FAMILY_OF_FLOW(senses);
  if (rows.length === 0) {
    if (!isApplicant) return null;
    rows = parent?.family === 'handled' ? [HANDLED, HANDLED_NEW, RECEIVED, IN] : [RECEIVED, IN];
    family = 'applicant';
  }
  const cells = (keys: readonly string[] | undefined) =>
    (keys ?? []).flatMap((row) => columns.map((column) => figureKey('requests', row, column)));
  const customs = rows.map(({ name, plus, minus }) => ({ name, plus: cells(plus), minus: cells(minus) }));
  return { family, id: `${family}:${customs[0]?.plus.join('+') ?? ''}`, customs };
}
