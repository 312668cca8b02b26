import { NEEDS_REPAIR, type Open, type OpenElements } from './open-elements.ts';
import type { PageAttribute } from './page-node.ts';
import type { TagRole } from './tag-roles.ts';

/** Puts a part of a table where it belongs, closing what is open in the table and adding parts that were left out. */
export function startPart(open: OpenElements, name: string, role: TagRole, attributes: PageAttribute[]): void {
  if (!leaveCell(open)) return;
  if (open.role === 'columns' && role !== 'column') open.pop();
  if (role === 'column') {
    if (open.role !== 'columns') {
      backToTable(open);
      open.push('colgroup', 'columns', []);
    }
    open.appendEmpty(name, attributes);
    return;
  }
  if (role === 'cell') {
    if (open.role === 'table') open.push('tbody', 'section', []);
    if (open.role === 'section') open.push('tr', 'row', []);
  } else if (role === 'row') {
    if (open.role === 'row') open.pop();
    if (open.role === 'table') open.push('tbody', 'section', []);
  } else {
    backToTable(open);
  }
  open.push(name, role, attributes);
}

/** Closes the open cell or caption of the innermost table; false where no table is open. */
function leaveCell(open: OpenElements): boolean {
  const place = open.inScope(
    ({ role }) => role === 'table' || role === 'cell' || role === 'caption',
    (role) => role === 'marker',
  );
  if (place < 0) {
    if (open.stack.some(({ role }) => role === 'table')) throw NEEDS_REPAIR;
    return false;
  }
  if ((open.stack[place] as Open).role !== 'table') open.popTo(place, false);
  return true;
}

function backToTable(open: OpenElements): void {
  while (open.role !== 'table') open.pop();
}

/** The end tag of a table or of a part of one. */
export function endPart(open: OpenElements, name: string, role: TagRole): void {
  if (open.role === 'columns' && role !== 'columns' && role !== 'column') open.pop();
  const place = open.inScope(
    ({ node, role: own }) => own === role && (role === 'table' || node.name === name),
    (other) => other === 'table' || other === 'marker' || (other === 'cell' && role === 'caption'),
  );
  if (place < 0) {
    if (role === 'section' || open.stack.some(({ role: other }) => other === 'marker')) throw NEEDS_REPAIR;
    return;
  }
  // Inside a caption only the ends of the caption and of the table count.
  if (role !== 'table' && role !== 'caption' && open.stack.some((other, at) => at > place && other.role === 'caption'))
    return;
  open.popTo(place, false);
}
