import { expect, test } from 'vitest';
import { firstStatement } from '../../../db/sqlite/single-statement.ts';

test.each([
  ['plain', 'SELECT 1', 'SELECT 1', false],
  ['a closing semicolon', 'SELECT 1;', 'SELECT 1', false],
  ['semicolons, space and comments behind', 'SELECT 1; ; -- done\n /* really */ ', 'SELECT 1', false],
  ['a second statement', 'SELECT 1; SELECT 2', 'SELECT 1', true],
  ['a second statement behind a comment', 'SELECT 1; -- x\nDROP TABLE t', 'SELECT 1', true],
  ['a string', "SELECT ';' || 'it''s;'", "SELECT ';' || 'it''s;'", false],
  ['quoted names', 'SELECT ";", `;`, [;], "a"";"', 'SELECT ";", `;`, [;], "a"";"', false],
  ['comments before the end', 'SELECT /* ; */ 1 -- ;', 'SELECT /* ; */ 1 -- ;', false],
  ['a string that looks like a comment', "SELECT '--'; DROP TABLE t", "SELECT '--'", true],
  ['a comment that looks like a string', "SELECT 1 -- '\n; DROP TABLE t", "SELECT 1 -- '\n", true],
  ['an unclosed string', "SELECT 'a; b", "SELECT 'a; b", false],
  ['an unclosed comment', 'SELECT 1 /* ; DROP', 'SELECT 1 /* ; DROP', false],
  ['nothing', ' -- nothing\n', ' -- nothing\n', false],
] as const)('%s', (_, text, sql, more) => {
  expect(firstStatement(text)).toMatchObject({ sql, more });
});

test.each([
  ['/* a */ select 1', ['SELECT', '1']],
  ['explain query plan select 1', ['EXPLAIN', 'QUERY', 'PLAN', 'SELECT']],
  ["PRAGMA 'select'", ['PRAGMA', "'select'"]],
])('the words of %s', (text, words) => {
  expect(firstStatement(text).words).toEqual(words);
});
