import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import type { Message } from '../../src/model/report.ts';
import { DeclarationError, type Fault } from './declaration-error.ts';

/** What the parts of a declaration are called in Chinese; keys of the file are called as they are written. */
const TERMS: Readonly<Record<string, string>> = {
  'the file': '文件',
  'a portal': '网站声明',
  'a host': '主机',
  'the id': 'id ',
  'the region': '区划代码',
  'a column': '栏目',
  'a correction': '更正',
};

export const termOf = (what: string): string => TERMS[what] ?? `${what.replace(/^connect for /, 'connect 中 ')} `;

/** What the YAML parser reports, by its code; where it stands is said by the line. */
const SYNTAX: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进有误',
  BLOCK_AS_IMPLICIT_KEY: '此处不能作为键',
  BLOCK_IN_FLOW: '括号之内不能换用缩进写法',
  DUPLICATE_KEY: '键重复',
  MISSING_CHAR: '缺少引号、括号、冒号或逗号',
  MULTILINE_IMPLICIT_KEY: '键不能跨行',
  TAB_AS_INDENT: '不能用制表符缩进',
  UNEXPECTED_TOKEN: '此处的内容多余',
};

function syntaxFault({ code, message }: YAMLParseError): Message {
  const en = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'no YAML';
  return { zh: `${SYNTAX[code] ?? '不合 YAML 语法'}（${en}）`, en };
}

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
        message: syntaxFault(error),
      })),
    );
  }

  lineOf(node: MaybeNode): number {
    const at = node?.range?.[0];
    return at === undefined ? 1 : Math.max(1, this.#lines.linePos(at).line);
  }

  fault(node: MaybeNode, message: Message): void {
    this.faults.push({ file: this.file, line: this.lineOf(node), message });
  }

  /** The entries of a mapping by key; keys beyond the known ones are faults. Null where it is no mapping. */
  fields(node: MaybeNode, what: string, known: readonly string[]): ReadonlyMap<string, MaybeNode> | null {
    if (!isMap(node)) {
      this.fault(node, {
        zh: `${termOf(what)}应为含 ${known.join('、')} 的映射`,
        en: `${what} must be a mapping with ${known.join(', ')}`,
      });
      return null;
    }
    const fields = new Map<string, MaybeNode>();
    for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (known.includes(name)) fields.set(name, value ?? key);
      else
        this.fault(key, {
          zh: `${termOf(what)}没有键 ${shown(name)}；可用的键为 ${known.join('、')}`,
          en: `${what} knows no ${shown(name)}; its keys are ${known.join(', ')}`,
        });
    }
    return fields;
  }

  /** The entries of a mapping whose keys are free. */
  entries(node: MaybeNode, what: string): readonly (readonly [string, MaybeNode])[] {
    if (node === undefined) return [];
    if (isMap(node))
      return node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value as MaybeNode]);
    this.fault(node, { zh: `${termOf(what)} 应为映射`, en: `${what} must be a mapping` });
    return [];
  }

  items(node: MaybeNode, what: string): readonly MaybeNode[] {
    if (node === undefined) return [];
    if (isSeq(node)) return node.items as MaybeNode[];
    this.fault(node, { zh: `${termOf(what)} 应为列表`, en: `${what} must be a list` });
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
    this.fault(node, {
      zh: `${termOf(what)}应为文本，而不是${isScalar(node) ? ` ${shown(value)}` : '列表或映射'}`,
      en: `${what} must be a text, not ${isScalar(node) ? shown(value) : 'a list or mapping'}`,
    });
    return null;
  }

  /** `true` or `false`; false where it is absent or, with a fault, something else. */
  flag(node: MaybeNode, what: string): boolean {
    const value = isScalar(node) ? node.value : undefined;
    if (node !== undefined && typeof value !== 'boolean')
      this.fault(node, { zh: `${termOf(what)} 应为 true 或 false`, en: `${what} must be true or false` });
    return value === true;
  }

  /** @throws {DeclarationError} where anything was wrong. */
  finish(): void {
    if (this.faults.length > 0) throw new DeclarationError(this.faults.toSorted((a, b) => a.line - b.line));
  }
}

/** A value as messages show it. */
export const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 120) ?? String(value);
