import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Reads a corpus as tools other than this program do, each with the SQLite that it brings. */
export interface OtherSqlite {
  readonly name: string;
  /** The rows of each query; throws SQLite's own error. */
  read(path: string, ...queries: string[]): unknown[][][];
}

interface SqlJs {
  readonly Database: new (
    bytes: Uint8Array,
  ) => {
    exec(sql: string): { readonly values: unknown[][] }[];
    close(): void;
  };
}

const require = createRequire(import.meta.url);

/** SQLite 3.36 (2021) without FTS5, from a package; so this one is there on every machine. */
async function sqlJs(): Promise<OtherSqlite> {
  // It would fetch this file from itself, as in a browser.
  const wasmBinary = readFileSync(require.resolve('sql.js/dist/sql-wasm.wasm'));
  const open = require('sql.js') as (options: { wasmBinary: Uint8Array }) => Promise<SqlJs>;
  const { Database } = await open({ wasmBinary });
  return {
    name: 'sql.js',
    read(path, ...queries) {
      const db = new Database(readFileSync(path));
      try {
        return queries.map((sql) => db.exec(sql)[0]?.values ?? []);
      } finally {
        db.close();
      }
    },
  };
}

const PYTHON = `
import json, sqlite3, sys
corpus = sqlite3.connect(sys.argv[1])
print(json.dumps([[list(row) for row in corpus.execute(query)] for query in sys.argv[2:]]))
`;

/** Its columns end with US and its rows with RS; no value of the tests holds them. */
const cellsOf = (output: string): string[][] =>
  output
    .split('\x1e')
    .slice(0, -1)
    .map((row) => row.split('\x1f'));

const PROGRAMS: readonly OtherSqlite[] = [
  {
    name: 'python3',
    read: (path, ...queries) => JSON.parse(run('python3', ['-c', PYTHON, path, ...queries])),
  },
  {
    name: 'sqlite3',
    read: (path, ...queries) => queries.map((sql) => cellsOf(run('sqlite3', ['-readonly', '-ascii', path, sql]))),
  },
];

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });

function isThere({ read }: OtherSqlite): boolean {
  try {
    return String(read(':memory:', 'SELECT 1')) === '1';
  } catch {
    return false;
  }
}

/** sql.js, and those of the programs that this machine has. */
export const otherSqlites = async (): Promise<OtherSqlite[]> => [await sqlJs(), ...PROGRAMS.filter(isThere)];
