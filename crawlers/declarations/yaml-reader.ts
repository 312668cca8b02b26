import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';
import { DeclarationError, type Fault } from './declaration-error.ts';

type MaybeNode = ParsedNode | Node | null | undefined;

/** Reads values out of one YAML file, and gathers what is wrong with it by line. */
export class YamlReader {
  readonly faults: Fault[] = [];
  readonly root: MaybeNode;
  readonly file: string;
  readonly #lines = new LineCounter();

  /** @throws {DeclarationError} where the text is no YAML. */
  constructor(text: string, file: string) {
    this.file = file;
    const document = parseDocument(text, { lineCounter: this.#lines, merge: false, uniqueKeys: true, schema: 'core' });
    this.root = document.contents;
    if (document.errors.length === 0) return;
    throw new DeclarationError(
      document.errors.map((error) => ({
        file,
        line: error.linePos?.[0].line ?? 1,
        message: error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'no YAML',
      })),
    );
  }

  lineOf(node: MaybeNode): number {
    const at = node?.range?.[0];
    return at === undefined ? 1 : Math.max(1, this.#lines.linePos(at).line);
  }

  fault(node: MaybeNode, message: string): void {
    this.faults.push({ file: this.file, line: this.lineOf(node), message });
  }

  /** The entries of a mapping by key; keys beyond the known ones are faults. Null where it is no mapping. */
  fields(node: MaybeNode, what: string, known: readonly string[]): ReadonlyMap<string, MaybeNode> | null {
    if (!isMap(node)) {
      this.fault(node, `${what} must be a mapping with ${known.join(', ')}`);
      return null;
    }
    const fields = new Map<string, MaybeNode>();
    for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (known.includes(name)) fields.set(name, value ?? key);
      else this.fault(key, `${what} knows no ${shown(name)}; its keys are ${known.join(', ')}`);
    }
    return fields;
  }

  /** The entries of a mapping whose keys are free. */
  entries(node: MaybeNode, what: string): readonly (readonly [string, MaybeNode])[] {
    if (node === undefined) return [];
    if (isMap(node))
      return node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value as MaybeNode]);
    this.fault(node, `${what} must be a mapping`);
    return [];
  }

  items(node: MaybeNode, what: string): readonly MaybeNode[] {
    if (node === undefined) return [];
    if (isSeq(node)) return node.items as MaybeNode[];
    this.fault(node, `${what} must be a list`);
    return [];
  }

  /** A text that is not empty; null where it is absent or, with a fault, something else. */
  text(node: MaybeNode, what: string): string | null {
    if (node === undefined) return null;
    const value = isScalar(node) ? node.value : undefined;
    if (value === null) return null;
    if (typeof value === 'string' && value.trim() !== '' && value.length <= 2_000) return value.trim();
    // Codes written without quotes are numbers to YAML.
    if (typeof value === 'number' && isScalar(node) && typeof node.source === 'string') return node.source;
    this.fault(node, `${what} must be a text, not ${shown(isScalar(node) ? value : 'a list or mapping')}`);
    return null;
  }

  /** `true` or `false`; false where it is absent or, with a fault, something else. */
  flag(node: MaybeNode, what: string): boolean {
    const value = isScalar(node) ? node.value : undefined;
    if (node !== undefined && typeof value !== 'boolean') this.fault(node, `${what} must be true or false`);
    return value === true;
  }

  /** @throws {DeclarationError} where anything was wrong. */
  finish(): void {
    if (this.faults.length > 0) throw new DeclarationError(this.faults.toSorted((a, b) => a.line - b.line));
  }
}

/** A value as messages show it. */
export const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 120) ?? String(value);
