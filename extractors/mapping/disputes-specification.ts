import { exGrid } from '../../src/model/doubts/ex-grid.ts';
import { isBroken } from '../../src/model/forms/arithmetic.ts';
import type { Edition } from '../../src/model/forms/form.ts';
import { tableOf } from '../../src/model/forms/forms.ts';
import { identitiesOf } from '../../src/model/forms/identities.ts';
import type { Doubt } from '../../src/model/report.ts';
import type { HeaderColumn } from './align-columns.ts';
import type { PrefixCheck } from './digit-runs.ts';
import { formRows } from './form-rows.ts';
import type { LabelReading } from './label-index.ts';
import type { TableCopy } from './locate-tables.ts';
import type { TableSpecification } from './map-table.ts';
import { looksLikeValue, parseNumber } from './parse-number.ts';
import { type PlacedRow, placeRow } from './place-row.ts';
import { type HeaderCell, headerCells } from './read-header.ts';
import { isInferred, type LineCell, namedColumns, type TableLine } from './table-line.ts';
import { hasFigures } from './unsure-blanks.ts';

const BLOCK = tableOf('2021', 'disputes').blocks[0];
const RESULTS: readonly string[] = BLOCK?.columns.map(({ key }) => key) ?? [];
const PROCEDURES: readonly string[] = BLOCK?.rows.map(({ key }) => key) ?? [];

const procedureOf = (reading: LabelReading | null): string | null => reading?.rows.disputes[0] ?? null;

/** Where a value may go: procedure and result as one key of the row. */
const slot = (procedure: string, result: string): string => `${procedure}.${result}`;

interface Header {
  /** Results as printed, left to right over all header lines of one table. */
  readonly results: readonly string[];
  /** The grid columns of the results, index by index. */
  readonly places: readonly HeaderCell[];
  readonly procedures: readonly string[];
  /** The cells of the procedures, index by index. */
  readonly captions: readonly Caption[];
}

interface Caption extends LineCell {
  readonly block: number;
}

const EMPTY: Header = { results: [], places: [], procedures: [], captions: [] };

function addHeader(header: Header, line: TableLine): Header {
  const places: HeaderCell[] = [];
  const procedures: string[] = [];
  const captions: Caption[] = [];
  for (const { cell, reading } of line.reading.labels) {
    const procedure = procedureOf(reading);
    if (procedure) {
      procedures.push(procedure);
      captions.push({ ...cell, block: line.block });
    } else if (!reading.hits.some(({ kind }) => kind === 'group')) {
      const named = headerCells([{ cell, reading }], 'disputes', BLOCK?.columns ?? []);
      for (const place of named) if (place.key !== null) places.push(place);
    }
  }
  return {
    results: lastOf([...header.results, ...places.map(({ key }) => key as string)]),
    places: lastOf([...header.places, ...places]),
    procedures: lastOf([...header.procedures, ...procedures]),
    captions: lastOf([...header.captions, ...captions]),
  };
}

/** Names of a header that are kept, the last ones: no more than these can be one table's, and more than a table's tell that they are not. */
const MOST_NAMES = 100;
const lastOf = <T>(names: readonly T[]): readonly T[] => (names.length > MOST_NAMES ? names.slice(-MOST_NAMES) : names);

const isOrder = (results: readonly string[]): boolean =>
  results.length === RESULTS.length && RESULTS.every((key) => results.includes(key));

/** Whether a caption covers the five results of its group, or begins with them where cells are drawn without spans. */
function isOver(caption: Caption, group: number, places: readonly HeaderCell[]): boolean {
  const first = places[group * RESULTS.length];
  const last = places[(group + 1) * RESULTS.length - 1];
  if (!first || !last || caption.column !== first.column) return false;
  return caption.colSpan === 1 || caption.column + caption.colSpan === last.column + last.colSpan;
}

/** Whether the procedures that are named, each once, stand as in the form. */
const areAsInForm = (procedures: readonly string[]): boolean =>
  procedures.every((key, index) => PROCEDURES.indexOf(key) > PROCEDURES.indexOf(procedures[index - 1] ?? ''));

const isInOrder = (places: readonly HeaderCell[]): boolean =>
  places.every(({ column }, index) => column > (places[index - 1]?.column ?? -1));

/**
 * The printed order of the fifteen places, or the form's where the header can't be read as three groups of five; `sure` where
 * the captions stand in the order of the form, or each over its five.
 */
function printedOrder(
  header: Header,
  { block, borders }: TableLine,
): { slots: string[]; printed: boolean; sure: boolean } {
  const { results, procedures, places, captions } = header;
  const groups = [0, 1, 2].map((index) => results.slice(index * RESULTS.length, (index + 1) * RESULTS.length));
  const readable = results.length === RESULTS.length * 3 && groups.every(isOrder);
  const ordered = PROCEDURES.every((key) => procedures.includes(key)) && procedures.length === PROCEDURES.length;
  const names = ordered ? procedures : PROCEDURES;
  // One may be misprinted, if the others stand over what is theirs.
  const covered =
    isInOrder(places) &&
    captions.every(
      (caption, index) => caption.block === block && isOver(caption, names.indexOf(procedures[index] ?? ''), places),
    );
  const asInForm = areAsInForm(procedures);
  const complete = ordered && asInForm;
  const sure = borders === 'marked' ? complete || (covered && (ordered || asInForm)) : ordered || asInForm;
  return {
    slots: names.flatMap((name, index) =>
      (readable ? (groups[index] ?? RESULTS) : RESULTS).map((key) => slot(name, key)),
    ),
    printed: readable,
    sure,
  };
}

/** Whether the sum of each procedure that is complete among the first parts holds. */
function sumsHold(slots: readonly string[], edition: Edition): PrefixCheck {
  const places = new Map(slots.map((place, index) => [keyOf(place), index]));
  const placeOf = (key: string) => places.get(key) ?? slots.length;
  const sums = identitiesOf(edition, 'disputes').map((identity) => {
    return { identity, size: 1 + Math.max(...[...identity.left, ...identity.right].map(placeOf)) };
  });
  return (parts) => {
    const numbers = (key: string) => parseNumber(parts[placeOf(key)] ?? '').value;
    return !sums.some(({ identity, size }) => size === parts.length && isBroken(identity, numbers));
  };
}

const keyOf = (place: string): string => `disputes.${place}`;

/** Gathers what the lines of table 4 hold, however it is laid out. */
class DisputeLines {
  readonly #edition: Edition;
  readonly placed: PlacedRow[] = [];
  readonly strays: TableLine[] = [];
  printed = true;
  /** Whether the captions tell the procedure of all that was placed. */
  sure = true;
  #header: Header = EMPTY;
  #procedure: string | null = null;
  #used = new Set<string>();

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  add(line: TableLine): void {
    const { label, labels, values } = line.reading;
    const result =
      labels.length === 1 || namedColumns(line, 'disputes') === 1 ? (label?.column.disputes ?? null) : null;
    const named = labels.find(({ reading }) => procedureOf(reading) !== null);
    const procedure = procedureOf(label) ?? procedureOf(named?.reading ?? null);
    // The misprinted name of a procedure is no value.
    const filled = values.filter(({ text }) => text !== '' && looksLikeValue(text)).length;
    const headed = this.#header.results.length >= RESULTS.length;
    const blankRow =
      result !== null ||
      (headed &&
        values.length >= RESULTS.length &&
        procedureOf(label) !== null &&
        namedColumns(line, 'disputes') === 0);
    if (values.length === 0 || (filled === 0 && labels.length > 0 && !blankRow)) {
      this.#startHeader(line, procedure);
    } else if (filled === 0 && labels.length === 0) {
      this.#empty.push({ line, header: this.#header, procedure: this.#procedure });
    } else if (result !== null) {
      this.#resultLine(line, result, procedure);
    } else {
      this.#valueLine(line, procedure);
    }
  }

  /** Empty lines are spacers where every procedure has its values, and else values left blank. */
  finish(): void {
    for (const { line, header, procedure } of this.#empty) {
      if (PROCEDURES.every((key) => this.#used.has(key))) return;
      this.#header = header;
      this.#procedure = procedure;
      this.#valueLine(line, null);
    }
  }
  readonly #empty: { line: TableLine; header: Header; procedure: string | null }[] = [];

  /** A table whose values are all blank ends where the next begins. */
  #takeEmpty(): void {
    const last = this.#empty.at(-1);
    if (!last || this.#sinceValues || last.header.results.length !== RESULTS.length) return;
    this.#empty.pop();
    this.#valueLine(last.line, null);
  }

  #startHeader(line: TableLine, procedure: string | null): void {
    this.#takeEmpty();
    if (this.#used.size > 0 && this.#header.results.length > 0 && this.#sinceValues) this.#header = EMPTY;
    this.#sinceValues = false;
    this.#header = addHeader(this.#header, line);
    if (procedure !== null) this.#procedure = procedure;
  }
  #sinceValues = false;

  /** One line of values: all fifteen, or the five of one procedure. */
  #valueLine(line: TableLine, named: string | null): void {
    const { values } = line.reading;
    const wide = line.reading.label !== null || this.#header.results.length === RESULTS.length;
    const single =
      (named !== null && values.filter(({ text }) => text !== '').length <= RESULTS.length) ||
      (values.length <= RESULTS.length && wide && this.#header.results.length !== RESULTS.length * 3);
    this.#sinceValues = true;
    if (single) {
      const free = PROCEDURES.find((key) => !this.#used.has(key));
      const procedure = named ?? (this.#procedure && !this.#used.has(this.#procedure) ? this.#procedure : free);
      if (!procedure || this.#used.has(procedure)) {
        this.strays.push(line);
        return;
      }
      const last = this.#header.results.slice(-RESULTS.length);
      const printed = isOrder(last);
      this.#place(
        line,
        procedure,
        (printed ? last : RESULTS).map((key) => slot(procedure, key)),
        printed ? this.#header.places.slice(-RESULTS.length) : undefined,
      );
      this.#used.add(procedure);
      return;
    }
    if (this.#used.size > 0) {
      this.strays.push(line);
      return;
    }
    const { slots, printed, sure } = printedOrder(this.#header, line);
    this.printed = printed;
    this.sure = sure;
    this.#place(line, 'line', slots, printed ? this.#header.places : undefined);
    for (const key of PROCEDURES) this.#used.add(key);
  }

  /** A table turned on its side: a result a line, the procedures as columns, or one value for the procedure at hand. */
  #resultLine(line: TableLine, result: string, procedure: string | null): void {
    const { values } = line.reading;
    if (procedure !== null) this.#procedure = procedure;
    if (values.length === 1) {
      const current = this.#procedure ?? PROCEDURES[0] ?? '';
      this.#place(line, `${current}.${result}`, [slot(current, result)]);
      if (result === RESULTS.at(-1)) {
        this.#used.add(current);
        this.#procedure = PROCEDURES.find((key) => !this.#used.has(key)) ?? null;
      }
      return;
    }
    const names = this.#header.procedures.length === PROCEDURES.length ? this.#header.procedures : PROCEDURES;
    this.#place(
      line,
      result,
      names.map((name) => slot(name, result)),
    );
    for (const key of PROCEDURES) this.#used.add(key);
  }

  #place(line: TableLine, row: string, slots: readonly string[], places?: readonly HeaderColumn[]): void {
    const first = line.reading.values[0]?.column ?? 0;
    const columns = slots.map((key, index) => ({ column: first + index, colSpan: 1, ...places?.[index], key }));
    const check = slots.length > RESULTS.length ? sumsHold(slots, this.#edition) : undefined;
    const starts = places?.[0] ? new Map([[String(line.block), places[0].column]]) : undefined;
    this.placed.push(placeRow(line, row, columns, keyOf, { check, starts }));
  }
}

/** Values of one line may run on in the next: fifteen figures broken over two or three lines of cells. */
function joinValueLines(copy: TableCopy): TableLine[] {
  const joined: TableLine[] = [];
  for (const line of copy) {
    const last = joined.at(-1);
    const onlyValues = (one: TableLine) => one.reading.labels.length === 0 && one.reading.values.length > 0;
    if (last && last.borders === 'none' && line.borders === 'none' && onlyValues(last) && onlyValues(line)) {
      const values: LineCell[] = [...last.reading.values, ...line.reading.values];
      joined[joined.length - 1] = { ...last, reading: { ...last.reading, values } };
    } else {
      joined.push(line);
    }
  }
  return joined;
}

const TABLE = '行政复议诉讼 (disputes)';

/** A line of figures that is left over may be that of a procedure, whose place another has taken. */
function headerDoubts({ printed, sure, strays }: DisputeLines, keys: readonly string[], drawn: boolean): Doubt[] {
  if (!printed) return [exGrid.headerMissing(keys, TABLE, drawn)];
  return sure && !strays.some(hasFigures) ? [] : [exGrid.headUnsure(keys, TABLE)];
}

/** Table 4: fifteen figures side by side, however they are laid out. Both editions print it alike, so the edition is the one given. */
export const disputesSpecification: TableSpecification = {
  role: 'disputes',
  totals: true,
  wholeLine: '行政复议、行政诉讼',
  doubtOrder: ['layout', 'missing', 'blanks', 'merges', 'strays', 'cells'],
  layOut(copy, edition) {
    const gathered = new DisputeLines(edition);
    for (const line of joinValueLines(copy)) gathered.add(line);
    gathered.finish();
    const rows = [...formRows(edition, 'disputes').values()];
    const all = rows.flatMap(({ keys }) => keys);
    const line = copy.find(isInferred) ?? copy[0];
    return {
      edition,
      lines: null,
      strays: gathered.strays,
      placed: gathered.placed,
      taken: line ? rows.map(({ keys }) => ({ line, keys, known: true })) : [],
      doubts: headerDoubts(gathered, all, !copy.some(isInferred)),
    };
  },
};
