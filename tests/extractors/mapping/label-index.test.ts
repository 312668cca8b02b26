import { describe, expect, it } from 'vitest';
import { labelSimilarity } from '../../../extractors/mapping/align-rows.ts';
import { readLabel, UNION_ROWS } from '../../../extractors/mapping/label-index.ts';
import { FORMS } from '../../../src/model/forms/forms.ts';

const hits = (text: string): string[] => readLabel(text).hits.map(({ kind, role, key }) => `${kind} ${role}.${key}`);

describe('reading labels', () => {
  it.each([
    ['1.属于国家秘密', 'row requests.refused_state_secret', 'as printed'],
    ['1、属于国家秘密', 'row requests.refused_state_secret', 'other mark'],
    ['①属于国家秘密', 'row requests.refused_state_secret', 'circled number'],
    ['（1）属于国家秘密', 'row requests.refused_state_secret', 'bracketed number'],
    ['1属于国家秘密', 'row requests.refused_state_secret', 'mark lost'],
    ['（三）不予公开1.属于国家秘密', 'row requests.refused_state_secret', 'group in the same cell'],
    ['三、本年度办理结果（一）予以公开', 'row requests.granted', 'outer group in the same cell'],
    ['属 于\n国 家 秘 密', 'row requests.refused_state_secret', 'spaces and line breaks'],
    ['属\u200b于国家秘密', 'row requests.refused_state_secret', 'zero-width space'],
    ['3.危及"三安全一稳定"', 'row requests.refused_security', 'straight quotes'],
    ['3.危及‘三安全一稳定’', 'row requests.refused_security', 'single quotes'],
    ['（二）部分公开', 'row requests.partial', 'note dropped'],
    ['（七）合計', 'row requests.total', 'traditional, other word'],
    ['⾏政许可', 'row proactive.licensing', 'Kangxi radical for 行'],
    ['本年增／减', 'column proactive.items_change', 'full-width slash'],
    ['本年新\n制作数量', 'column proactive.made', 'line break'],
    ['第二十条第(一)项', 'block proactive.regulations', 'half-width brackets'],
    ['总 计', 'column requests.total', 'spaced'],
    ['规章（件）', 'row proactive.regulations', 'unit in brackets'],
    ['不予公开小计', 'subtotal requests.refused', 'a sum of others'],
  ])('%j is %s (%s)', (text, expected) => {
    expect(hits(text)).toContain(expected);
  });

  it.each(['2020年政府信息公开工作年度报告', '当前位置', '', '12', '一、总体情况'])('%j is no label', (text) => {
    expect(hits(text)).toEqual([]);
  });

  it('knows every row and column of every form by the words the form prints', () => {
    for (const form of FORMS) {
      for (const table of Object.values(form.tables)) {
        for (const block of table.blocks) {
          for (const row of block.rows) expect(hits(row.label)).toContain(`row ${table.role}.${row.key}`);
          for (const column of block.columns)
            expect(hits(column.label)).toContain(`column ${table.role}.${column.key}`);
        }
      }
    }
  });

  it('has no wording that names two different rows of one edition', () => {
    for (const form of FORMS) {
      for (const table of Object.values(form.tables)) {
        const owner = new Map<string, string>();
        for (const row of UNION_ROWS[table.role].filter(({ editions }) => editions.includes(form.edition))) {
          for (const wording of row.folded) {
            expect(owner.get(wording) ?? row.key, wording).toBe(row.key);
            owner.set(wording, row.key);
          }
        }
      }
    }
  });
});

describe('similarity of labels', () => {
  it.each([
    ['其他法律行政止公开', '其他法律行政法规禁止公开', 0.75],
    ['重复申请', '重复申请', 1],
    ['规章', '行政强制', 0],
  ])('%s and %s: %d', (a, b, expected) => {
    expect(labelSimilarity(a, b)).toBeCloseTo(expected, 2);
  });
});
