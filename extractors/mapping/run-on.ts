import { FORMS } from '../../src/model/forms/forms.ts';
import { unifyCharacters } from '../../src/model/text/compatibility.ts';
import { toSimplified } from '../../src/model/text/traditional.ts';

/** Text of several cells in one piece, divided where the forms' labels begin and end. */
interface RunOnPiece {
  readonly kind: 'label' | 'value' | 'unknown';
  readonly text: string;
}

/** Labels as a pattern in which spaces may stand anywhere and quotes, commas and brackets may vary. */
function loosePattern(label: string): string {
  return [...label.replace(/[\s“”"'‘’「」]/g, '')]
    .map((char) => {
      if (/[（）()]/.test(char)) return '[（()）]';
      if (/[、，,]/.test(char)) return '[、，,]?';
      if (/[:：]/.test(char)) return '[:：]?';
      if (/[\p{L}\p{N}]/u.test(char)) return char;
      return '[/／、]?';
    })
    .join('\\s*[“”"\'‘’「」]?\\s*');
}

function allLabels(): string[] {
  const labels = new Set<string>(['信息内容', '申请人情况', '法人或其他组织']);
  for (const form of FORMS) {
    for (const table of Object.values(form.tables)) {
      for (const group of table.groups) labels.add(group.label);
      for (const block of table.blocks) {
        if (block.title) labels.add(block.title);
        for (const item of [...block.columns, ...block.rows]) {
          labels.add(item.label);
          for (const variant of item.variants ?? []) if (variant.length >= 4) labels.add(variant);
        }
      }
    }
  }
  return [...labels].sort((a, b) => b.length - a.length);
}

const ENUMERATOR =
  '(?:[（(〔]\\s*[一二三四五六七八九十]{1,2}\\s*[)）〕]|[一二三四五六七八九十]{1,2}\\s*[、.．，,]|\\d\\s*[.．、])?\\s*';
const LABELS = new RegExp(
  `${ENUMERATOR}(?:[（(]?本列数据的勾稽关系[^）)]{0,40}[）)]|${allLabels().map(loosePattern).join('|')})`,
  'g',
);

/** Words that every table has; a text without any is prose and is not searched. */
const TELLING = /自然人|本年新收|[国國]家秘密|第二十[条條]|[结結]果[维維]持|行政[许許]可|予以?公[开開]|[⺀-⿕]/g;

/** Whether a text may hold rows of a table run together: figures and several telling words. Wrong only towards yes. */
export const mayRunOn = (text: string): boolean =>
  FIGURES.test(text) && (text.match(TELLING)?.length ?? 0) >= LEAST_TELLING;
const FIGURES = /\d\d|\d\s+\d|[０-９]/;

/** A sentence names one or two of them in passing. */
const LEAST_TELLING = 3;

/** Fewer labels than this in one piece of text are chance. */
const LEAST_LABELS = 3;

/**
 * Divides text in which whole rows stand without borders (`一、本年新收…3000003二、上年结转…0000000`). Null where the text
 * holds too few labels to be part of a table. A digit before `属于国家秘密` that belongs to the number of the row
 * (`…00000001.属于国家秘密`) goes with the label.
 */
export function splitRunOn(text: string): RunOnPiece[] | null {
  if (text.length < 12 || text.length > 20_000) return null;
  if (!mayRunOn(text)) return null;
  const plain = toSimplified(unifyCharacters(text));
  const found = [...plain.matchAll(LABELS)];
  if (found.length < LEAST_LABELS) return null;
  const pieces: RunOnPiece[] = [];
  let from = 0;
  let matched = 0;
  const between = (piece: string) => {
    for (const part of piece.split(/\s+/)) {
      if (part !== '') pieces.push({ kind: /\d/.test(part) ? 'value' : 'unknown', text: part });
    }
  };
  for (const match of found) {
    between(text.slice(from, match.index));
    pieces.push({ kind: 'label', text: match[0].trim() });
    matched += match[0].length;
    from = match.index + match[0].length;
  }
  between(text.slice(from));
  const values = pieces.filter(({ kind }) => kind === 'value').reduce((sum, { text: value }) => sum + value.length, 0);
  return matched + values >= plain.replace(/\s/g, '').length * 0.6 ? pieces : null;
}

/** Heads of columns that ran together, 结果维持结果纠正其他结果: several labels of the forms and nothing else. */
export function splitHeads(text: string): string[] | null {
  if (text.length < 6 || text.length > 120 || !HEAD_WORDS.test(text)) return null;
  const plain = toSimplified(unifyCharacters(text));
  const found = [...plain.matchAll(LABELS)].filter(([label]) => label.trim() !== '');
  const covered = found.reduce((sum, [label]) => sum + label.replace(/\s/g, '').length, 0);
  if (found.length < 2 || covered < plain.replace(/\s/g, '').length) return null;
  return found.map(([label]) => label.trim());
}

/** Each head of the tables holds one of these. */
const HEAD_WORDS = /自然人|商[业業]企[业業]|[结結]果[维維]持|行政[复復][议議]|信息[内內]容|申[请請]人|本年|[数數]量/;
