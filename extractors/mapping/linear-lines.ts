import type { TableRole } from '../../src/model/forms/form.ts';
import type { Locator } from '../../src/model/report.ts';
import { splitEnumerator } from '../../src/model/text/enumerator.ts';
import { tidyText } from '../../src/model/text/fold.ts';
import type { Paragraph } from '../document.ts';
import { labelSimilarity } from './align-rows.ts';
import { isPageLine } from './furniture.ts';
import { type LabelHit, type LabelReading, NUMBERED_LABELS, readLabel } from './label-index.ts';
import { looksLikeValue } from './parse-number.ts';
import { mayRunOn, splitHeads, splitRunOn } from './run-on.ts';
import { type LineCell, type TableLine, tableLine } from './table-line.ts';

/**
 * Tables that lost their borders: a text rendering has one cell a line, or several cells run together. The known labels
 * divide the text again; what stands between two labels belongs to the first.
 */

interface Token {
  readonly kind: 'label' | 'value' | 'unknown' | 'prose';
  readonly text: string;
  readonly reading: LabelReading | null;
  /** The blocks it was taken from, more than one where a label was broken over lines. */
  readonly blocks: readonly number[];
  readonly at: Locator;
}

interface LinearTables {
  readonly lines: readonly TableLine[];
  /** Blocks whose text belongs to a table and is therefore no prose. */
  readonly consumed: ReadonlySet<number>;
}

/** Longer than any label of the forms with its groups; anything longer is prose. */
const LABEL_LENGTH = 90;

/** A unit that stands apart from its number: `16 件`. */
const LOOSE_UNIT = /(\d) +(?=(?:件次|件|项|条|个|宗|份|元|万元)(?:\s|$))/g;

/** A sentence, or several: too long for a label and without a word that a run-on table would hold. */
const isProse = (line: string): boolean =>
  (line.length > LABEL_LENGTH || (line.length > 30 && line.includes('。'))) && !mayRunOn(line);

function tokensOf(line: string): { kind: Token['kind']; text: string }[] {
  if (isProse(line)) return [{ kind: 'prose', text: line }];
  const text = line.replace(LOOSE_UNIT, '$1');
  const parts = text.split(' ');
  if (parts.every((part) => looksLikeValue(part))) return parts.map((part) => ({ kind: 'value', text: part }));
  if (readLabel(text).hits.length > 0) return [{ kind: 'label', text }];
  if (looksLikeValue(text)) return [{ kind: 'value', text }];
  let firstValue = parts.length;
  while (firstValue > 0 && looksLikeValue(parts[firstValue - 1] as string)) firstValue -= 1;
  const label = parts.slice(0, firstValue).join(' ');
  const values = parts.slice(firstValue).map((part) => ({ kind: 'value' as const, text: part }));
  if (values.length > 0 && label.length <= LABEL_LENGTH) return [...tokensOf(label), ...values];
  const glued = /^(.*[\p{Script=Han}）)”"’」])(\d[\d,.]*)$/u.exec(text);
  if (glued?.[1] && glued[2] && readLabel(glued[1]).hits.length > 0) {
    return [
      { kind: 'label', text: glued[1] },
      { kind: 'value', text: glued[2] },
    ];
  }
  const runOn = splitRunOn(text);
  if (runOn) return runOn.flatMap((piece) => (piece.kind === 'unknown' ? [piece] : tokensOf(piece.text)));
  const heads = splitHeads(text);
  if (heads) return heads.map((head) => ({ kind: 'label', text: head }));
  if (parts.length > 1 && parts.every((part) => looksLikeValue(part) || readLabel(part).hits.length > 0)) {
    return parts.map((part) => ({ kind: looksLikeValue(part) ? 'value' : 'label', text: part }));
  }
  return [{ kind: text.length > LABEL_LENGTH || /[。；]/.test(text) ? 'prose' : 'unknown', text }];
}

function tokenize(paragraph: Paragraph, block: number): Token[] {
  return paragraph.text.split('\n').flatMap((line) => {
    const text = tidyText(line);
    if (text === '' || isPageLine(text)) return [];
    return tokensOf(text).map(
      (token): Token => ({
        ...token,
        reading: token.kind === 'value' || token.kind === 'prose' ? null : readLabel(token.text),
        blocks: [block],
        at: paragraph.at,
      }),
    );
  });
}

/** A label may be broken over several lines: joins up to four neighbours where that makes a known label. */
function joinBroken(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const first = tokens[i] as Token;
    let taken = 1;
    if (first.kind === 'unknown' || first.kind === 'label') {
      for (let count = 4; count > 1; count -= 1) {
        const group = tokens.slice(i, i + count);
        if (group.length < count || group.some(({ kind }) => kind === 'value' || kind === 'prose')) continue;
        if (group.every(({ kind }) => kind === 'label')) continue;
        const text = group.map((token) => token.text).join('');
        const reading = readLabel(text);
        if (reading.hits.length > 0) {
          joined.push({ ...first, kind: 'label', text, reading, blocks: group.flatMap(({ blocks }) => blocks) });
          taken = count;
          break;
        }
      }
    }
    if (taken === 1) joined.push(first);
    i += taken;
  }
  return joined;
}

const AMBIGUOUS = new Set(['总计', '合计', '其他', '共计', '总数', '小计', '内容', '企业', '申请人', '其他组织']);

function roleOf(reading: LabelReading): TableRole | null {
  if (AMBIGUOUS.has(reading.folded)) return null;
  return reading.hits[0]?.role ?? null;
}

/** A numbered line that is no row of table 3 begins a new section. */
function endsTable(token: Token): boolean {
  if (token.kind === 'prose') return true;
  if (token.kind !== 'unknown') return false;
  const numbered = splitEnumerator(token.text);
  if (numbered?.enumerator.level !== 1) return false;
  const folded = token.reading?.folded ?? '';
  return !NUMBERED_LABELS.some((label) => labelSimilarity(label, folded) >= 0.6);
}

interface Region {
  readonly role: TableRole;
  readonly tokens: Token[];
}

function findRegions(tokens: readonly Token[]): Region[] {
  const regions: Region[] = [];
  let open = false;
  for (const token of tokens) {
    if (endsTable(token)) {
      open = false;
      continue;
    }
    const role = token.kind === 'label' && token.reading ? roleOf(token.reading) : null;
    if (role && !(open && regions.at(-1)?.role === role)) {
      regions.push({ role, tokens: [] });
      open = true;
    }
    if (open) regions.at(-1)?.tokens.push(token);
  }
  return regions;
}

const LEAST_LABELS: Readonly<Record<TableRole, number>> = { proactive: 4, requests: 5, disputes: 3 };

function isTable({ role, tokens }: Region): boolean {
  const keys = new Set<string>();
  for (const { reading } of tokens) {
    for (const hit of reading?.hits ?? []) if (hit.role === role) keys.add(`${hit.kind}:${hit.key}`);
  }
  return keys.size >= LEAST_LABELS[role];
}

const hasHit = (token: Token, test: (hit: LabelHit) => boolean): boolean => token.reading?.hits.some(test) ?? false;

/** The text tokens between two runs of values, told apart: header cells first, then the labels of rows. */
function splitLabels(texts: readonly Token[], role: TableRole, rowsBegan: boolean): { header: Token[]; rows: Token[] } {
  const header: Token[] = [];
  const rows: Token[] = [];
  let began = rowsBegan;
  // After a page break the header comes again: 总计 and 其他 among names of applicants are columns.
  const namesColumn = (token: Token) =>
    hasHit(token, ({ kind }) => kind === 'column') && !AMBIGUOUS.has(token.reading?.folded ?? '');
  const repeated = texts.filter(namesColumn).length >= 2;
  for (const [index, token] of texts.entries()) {
    const isRow = hasHit(token, (hit) => hit.kind === 'row' && hit.role === role);
    const isHeader = hasHit(token, (hit) => hit.kind !== 'row' && hit.role === role);
    const last = index === texts.length - 1;
    if (role === 'disputes') {
      (isRow && !isHeader && last ? rows : header).push(token);
    } else if (isRow && (!isHeader || (began && !repeated) || token.reading?.enumerator)) {
      rows.push(token);
      began = true;
    } else if (last && hasHit(token, ({ kind }) => kind === 'group' || kind === 'subtotal')) {
      rows.push(token);
    } else if (token.kind === 'unknown' && (last || began)) {
      rows.push(token);
    } else {
      header.push(token);
    }
  }
  return { header, rows };
}

function toCells(tokens: readonly Token[]): LineCell[] {
  return tokens.map(({ text, at }, column) => ({ text, column, colSpan: 1, at }));
}

function regionLines({ role, tokens }: Region): TableLine[] {
  const lines: TableLine[] = [];
  let rowsBegan = false;
  const push = (cells: readonly Token[]) => {
    const first = cells[0];
    if (first) lines.push(tableLine(first.blocks[0] ?? 0, toCells(cells), 'none'));
  };
  for (let i = 0; i < tokens.length; ) {
    const texts: Token[] = [];
    for (; i < tokens.length && tokens[i]?.kind !== 'value'; i += 1) texts.push(tokens[i] as Token);
    const values: Token[] = [];
    for (; i < tokens.length && tokens[i]?.kind === 'value'; i += 1) values.push(tokens[i] as Token);
    const { header, rows } = splitLabels(texts, role, rowsBegan);
    rowsBegan = role === 'requests' && (rowsBegan || rows.length > 0);
    push(header);
    const label = rows.at(-1);
    for (const row of rows.slice(0, -1)) if (row.kind === 'label') push([row]);
    if (label && (values.length > 0 || label.kind === 'label')) push([label, ...values]);
    else if (values.length > 0) push(values);
  }
  return lines;
}

/** Finds tables in a stretch of consecutive paragraphs. */
export function linearLines(
  paragraphs: readonly { readonly paragraph: Paragraph; readonly block: number }[],
): LinearTables {
  const tokens = joinBroken(paragraphs.flatMap(({ paragraph, block }) => tokenize(paragraph, block)));
  const regions = findRegions(tokens).filter(isTable);
  return {
    lines: regions.flatMap(regionLines),
    consumed: new Set(regions.flatMap((region) => region.tokens.flatMap(({ blocks }) => blocks))),
  };
}
