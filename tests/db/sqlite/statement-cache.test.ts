import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SqliteConnection } from '../../../db/sqlite/connection.ts';

let connection: SqliteConnection;
beforeEach(async () => {
  connection = await SqliteConnection.open(':memory:', 'read-write');
  await connection.exec('CREATE TABLE town (name TEXT UNIQUE)');
});
afterEach(() => connection.close());

const insert = (name: string) => connection.all('INSERT INTO town VALUES (?) RETURNING name', [name]);
const towns = () => connection.all('SELECT * FROM town ORDER BY name');

describe('statements that stay prepared', () => {
  test('take other values each time, also after one was refused', async () => {
    await insert('兰亭');
    await expect(insert('兰亭')).rejects.toThrow(/UNIQUE/);
    await insert('兰渚');
    expect(await towns()).toEqual([{ name: '兰亭' }, { name: '兰渚' }]);
  });

  test('see a table that was changed since', async () => {
    await insert('兰亭');
    expect(await towns()).toEqual([{ name: '兰亭' }]);
    await connection.exec('ALTER TABLE town ADD COLUMN reports INTEGER NOT NULL DEFAULT 3');
    expect(await towns()).toEqual([{ name: '兰亭', reports: 3 }]);
    await connection.exec('DROP TABLE town');
    await expect(towns()).rejects.toThrow(/no such table/);
  });

  test('many texts at once, each of them twice, all give their own rows', async () => {
    const numbers = Array.from({ length: 400 }, (_, index) => index % 200);
    const rows = await Promise.all(
      numbers.map((number) => connection.all(`SELECT ${number} AS number, ? AS given`, ['x'])),
    );
    expect(rows).toEqual(numbers.map((number) => [{ number, given: 'x' }]));
  });
});
