import type { Message } from '../../src/model/report.ts';

/** What SQLite says of statements and of the file, in Chinese; names and values stand in the holes. In its order of testing. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^no such table: (.*)$/, '没有表或视图 $1'],
  [/^no such column: (.*)$/, '没有列 $1'],
  [/^ambiguous column name: (.*)$/, '列名 $1 有歧义，请写明属于哪个表'],
  [/^no such function: (.*)$/, '没有函数 $1'],
  [/^no such collation sequence: (.*)$/, '没有排序规则 $1'],
  [/^no such module: (.*)$/, '没有模块 $1'],
  [/^no such index: (.*)$/, '没有索引 $1'],
  [/^no tables specified$/, '未写明表'],
  [/^near "(.*)": syntax error$/, '在“$1”附近有语法错误'],
  [/^unrecognized token: "(.*)"$/, '无法识别的内容：$1'],
  [/^incomplete input$/, '语句不完整'],
  [/^wrong number of arguments to function (.*)$/, '函数 $1 的参数个数不对'],
  [/^parameters are not allowed here$/, '此处不能用参数'],
  [/^misuse of aggregate(?: function)?:? (.*)$/, '此处不能用聚合函数 $1'],
  [/^misuse of window function (.*)$/, '此处不能用窗口函数 $1'],
  [/^a GROUP BY clause is required before HAVING$/, 'HAVING 之前须有 GROUP BY'],
  [
    /^(\d+)(?:st|nd|rd|th) (ORDER|GROUP) BY term out of range - should be between 1 and (\d+)$/,
    '$2 BY 的第 $1 项超出范围，应在 1 与 $3 之间',
  ],
  [
    /^SELECTs to the left and right of (.*) do not have the same number of result columns$/,
    '$1 左右两个 SELECT 的列数不同',
  ],
  [/^sub-select returns (\d+) columns - expected (\d+)$/, '子查询返回 $1 列，应为 $2 列'],
  [/^row value misused$/, '行值使用有误'],
  [/^malformed JSON$/, 'JSON 格式有误'],
  [/^integer overflow$/, '整数溢出'],
  [/^string or blob too big$/, '文本或字节过长'],
  [/^too many (.*)$/, '数量过多：$1'],
  [/^interrupted$/, '查询被中止'],
  [/^not authorized.*$/, '不允许此操作'],
  [/^access to (.*) is prohibited$/, '不允许访问 $1'],
  [/^attempt to write a readonly database$/, '不能写入只读的数据库'],
  [/^database is locked$/, '数据库正被占用'],
  [/^database table is locked(.*)$/, '数据表正被占用$1'],
  [/^database disk image is malformed$/, '数据库文件已损坏'],
  [/^malformed database schema.*$/, '数据库结构已损坏'],
  [/^database or disk is full$/, '磁盘空间已满'],
  [/^disk I\/O error$/, '磁盘读写出错'],
  [/^unable to open database file$/, '无法打开数据库文件'],
  [/^file is not a database$/, '文件不是数据库'],
  [/^out of memory$/, '内存不足'],
  [/^large file support is disabled$/, '系统不支持这样大的文件'],
  [/^locking protocol$/, '文件锁定出错'],
  [/^UNIQUE constraint failed: (.*)$/, '值重复：$1'],
  [/^NOT NULL constraint failed: (.*)$/, '不能为空：$1'],
  [/^FOREIGN KEY constraint failed$/, '引用的行不存在'],
  [/^CHECK constraint failed: (.*)$/, '值不合规定：$1'],
];

/** What SQLite says, in both languages; what is not in the list stands in SQLite's own words. */
export function sqliteReason(en: string): Message {
  const found = REASONS.find(([pattern]) => pattern.test(en));
  return { zh: found ? en.replace(...found) : en, en };
}
