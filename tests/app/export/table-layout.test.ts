import { describe, expect, test } from 'vitest';
import { layOutTable } from '../../../src/app/export/table-layout.ts';
import { TABLE_ROLES } from '../../../src/model/forms/form.ts';
import { EDITIONS, tableOf } from '../../../src/model/forms/forms.ts';
import { variablesOf } from '../../../src/model/forms/variables.ts';

const TABLES = EDITIONS.flatMap((edition) => TABLE_ROLES.map((role) => [edition, role] as const));

describe.each(TABLES)('the table of edition %s, %s', (edition, role) => {
  const cells = layOutTable(tableOf(edition, role));

  test('has a place for every figure', () => {
    const wanted = variablesOf(edition).filter((one) => one.table === role);
    expect(cells.flatMap(({ key }) => key ?? []).sort()).toEqual(wanted.map(({ key }) => key).sort());
  });

  test('has no two cells in one place', () => {
    const seen = new Set<string>();
    for (const { row, column, rows, columns } of cells) {
      for (let y = row; y < row + rows; y += 1) {
        for (let x = column; x < column + columns; x += 1) {
          expect(seen.has(`${y} ${x}`)).toBe(false);
          seen.add(`${y} ${x}`);
        }
      }
    }
  });
});

test('numbers stand as the form prints them', () => {
  const texts = layOutTable(tableOf('2021', 'requests')).map(({ text }) => text);
  for (const text of ['一、本年新收政府信息公开申请数量', '（三）不予公开', '1.属于国家秘密'])
    expect(texts).toContain(text);
});
