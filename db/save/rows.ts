/**
 * Rows of one table as a unit of work holds them: those that were read, those that were added, and what became of them.
 * Ids are given here; the write lock of the transaction keeps them free.
 */
export class Rows<Row extends { readonly id: number }> {
  readonly #rows = new Map<number, Row>();
  readonly #changed = new Set<number>();
  readonly #removed: Row[] = [];
  #lastId: number;

  constructor(found: readonly Row[], lastId: number) {
    for (const row of found) this.#rows.set(row.id, row);
    this.#lastId = lastId;
  }

  find(matches: (row: Row) => boolean): Row | undefined {
    for (const row of this.#rows.values()) if (matches(row)) return row;
    return undefined;
  }

  filter(matches: (row: Row) => boolean): Row[] {
    return [...this.#rows.values()].filter(matches);
  }

  add(row: Omit<Row, 'id'>): Row {
    this.#lastId += 1;
    const added = { ...row, id: this.#lastId } as Row;
    this.#rows.set(added.id, added);
    this.#changed.add(added.id);
    return added;
  }

  change(id: number, columns: Partial<Omit<Row, 'id'>>): void {
    const row = this.#rows.get(id);
    if (!row) throw new Error(`row ${id} was never read`);
    this.#rows.set(id, { ...row, ...columns });
    this.#changed.add(id);
  }

  remove(id: number): void {
    const row = this.#rows.get(id);
    if (!row) throw new Error(`row ${id} was never read`);
    this.#rows.delete(id);
    this.#changed.delete(id);
    this.#removed.push(row);
  }

  /** Added or changed, in the order of their ids. */
  get changed(): Row[] {
    return [...this.#changed].sort((a, b) => a - b).flatMap((id) => this.#rows.get(id) ?? []);
  }

  get removed(): readonly Row[] {
    return this.#removed;
  }
}
