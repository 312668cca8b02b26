import { QueryRefusedError } from '../errors.ts';
import { firstStatement } from '../sqlite/single-statement.ts';

/**
 * Pragmas that only tell. The list is closed because some others take effect while they are compiled, even after EXPLAIN,
 * and reach beyond the corpus (`hard_heap_limit` binds the whole process).
 */
const TELLING = new Set([
  ...['table_info', 'table_xinfo', 'table_list', 'index_list', 'index_info', 'index_xinfo', 'foreign_key_list'],
  ...['database_list', 'collation_list', 'function_list', 'module_list', 'pragma_list', 'compile_options'],
  ...['user_version', 'application_id', 'schema_version', 'data_version', 'page_count', 'page_size', 'freelist_count'],
  ...['encoding', 'journal_mode', 'query_only'],
]);
const ABOUT_A_NAME = new Set([
  ...['table_info', 'table_xinfo', 'index_list', 'index_info', 'index_xinfo', 'foreign_key_list'],
]);
const PRAGMA = /^\s*PRAGMA\s+(?:main\s*\.\s*)?(?<name>\w+)\s*(?<argument>\(\s*(?:\w+|'[^']*'|"[^"]*")\s*\))?\s*$/i;

interface ReadingStatement {
  readonly sql: string;
  /** `select`: a query whose rows are a table (SELECT, WITH, VALUES); `tell`: EXPLAIN or a telling PRAGMA. */
  readonly kind: 'select' | 'tell';
}

const SELECTS = new Set(['SELECT', 'WITH', 'VALUES']);

function kindOf(sql: string, words: readonly string[]): ReadingStatement['kind'] {
  const [verb = '', second = '', third = '', fourth = ''] = words;
  if (SELECTS.has(verb)) return 'select';
  if (verb === 'EXPLAIN' && SELECTS.has(second === 'QUERY' && third === 'PLAN' ? fourth : second)) return 'tell';
  if (verb === 'PRAGMA') {
    const { name = '', argument } = PRAGMA.exec(sql)?.groups ?? {};
    const pragma = name.toLowerCase();
    if (TELLING.has(pragma) && (argument === undefined || ABOUT_A_NAME.has(pragma))) return 'tell';
    throw new QueryRefusedError({ zh: '此 PRAGMA 可能改动内容', en: 'this PRAGMA may change something' }, sql);
  }
  throw new QueryRefusedError(
    verb === ''
      ? { zh: '没有语句', en: 'there is no statement' }
      : { zh: `${verb} 不是读取语句`, en: `${verb} does not read` },
    sql,
  );
}

/**
 * The one reading statement of a text, or `QueryRefusedError`. This says early and clearly what is refused; that nothing
 * can be written is the work of the connection, which does not trust this.
 */
export function readingStatement(text: string): ReadingStatement {
  // SQLite stops reading at a NUL.
  if (text.includes('\0'))
    throw new QueryRefusedError({ zh: '其中有 NUL 字符', en: 'there is a NUL character in it' }, text);
  const { sql, words, more } = firstStatement(text);
  const kind = kindOf(sql, words);
  if (more) throw new QueryRefusedError({ zh: '语句不止一条', en: 'there is more than one statement' }, text);
  return { sql, kind };
}
