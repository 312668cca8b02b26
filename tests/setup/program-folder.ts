import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Ran } from '../app/cli/run-cli.ts';
import { ROOT } from '../app/cli/run-cli.ts';

const BINARY = 'build/Release/node_sqlite3.node';
const SQLITE = join(ROOT, 'node_modules/sqlite3');

/** The binary that this checkout runs with. */
export const GOOD = readFileSync(join(SQLITE, BINARY));

interface Tar {
  create(options: { file: string; cwd: string; gzip: boolean }, paths: string[]): Promise<void>;
  extract(options: { file: string; cwd: string; strip: number }): Promise<void>;
}

/** The package that sqlite3 itself packs and unpacks with. */
export const tar = (): Tar => createRequire(join(SQLITE, 'package.json'))('tar') as Tar;

/** A binary packed as the makers of sqlite3 pack theirs; an archive may bring along other files of the package. */
export async function packed(binary: Uint8Array, others: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-binary-'));
  mkdirSync(join(folder, dirname(BINARY)), { recursive: true });
  writeFileSync(join(folder, BINARY), binary);
  for (const [path, text] of Object.entries(others)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const file = join(folder, 'binary.tar.gz');
  await tar().create({ file, cwd: folder, gzip: true }, ['build', ...Object.keys(others)]);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** How compiling ends: it takes too long to be done in a test, so a script stands for it that copies a binary, or fails. */
export type Compiling = 'works' | 'fails' | 'makes half';

const COMPILERS: Readonly<Record<Compiling, string>> = {
  works: `make(readFileSync(${JSON.stringify(join(SQLITE, BINARY))}));`,
  fails: 'process.exitCode = 1;',
  'makes half': `make(readFileSync(${JSON.stringify(join(SQLITE, BINARY))}).subarray(0, 100_000));`,
};

const compiler = (compiling: Compiling): string => `
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
function make(bytes) {
  mkdirSync('build/Release', { recursive: true });
  writeFileSync('${BINARY}', bytes);
}
${COMPILERS[compiling]}`;

/** A folder as npm leaves it that installed the program with no scripts run: SQLite's package has no binary. */
export class ProgramFolder {
  readonly folder = mkdtempSync(join(tmpdir(), 'lanting-setup-'));
  readonly #sqlite = join(this.folder, 'node_modules/sqlite3');

  constructor(compiling: Compiling, settings: Record<string, boolean> = {}) {
    for (const part of ['setup.mjs', 'setup']) cpSync(join(ROOT, part), join(this.folder, part), { recursive: true });
    this.#writePackage(this.folder, (content) => Object.assign(content.lanting as object, settings), ROOT);
    cpSync(SQLITE, this.#sqlite, { recursive: true, filter: (path) => !/build$|\.tar\.gz$/.test(path) });
    this.#writePackage(this.#sqlite, ({ scripts }) =>
      Object.assign(scripts as object, { rebuild: 'node compiler.cjs' }),
    );
    writeFileSync(join(this.#sqlite, 'compiler.cjs'), compiler(compiling));
    for (const name of ['bindings', 'prebuild-install']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(this.folder, 'node_modules', name), 'junction');
    }
  }

  #writePackage(folder: string, change: (content: Record<string, unknown>) => void, from = folder): void {
    const content = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
    change(content);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(content));
  }

  /** The bytes of the binary in its place; null where there is none. */
  get binary(): Buffer | null {
    return existsSync(join(this.#sqlite, BINARY)) ? readFileSync(join(this.#sqlite, BINARY)) : null;
  }

  set binary(bytes: Uint8Array) {
    mkdirSync(join(this.#sqlite, dirname(BINARY)), { recursive: true });
    writeFileSync(join(this.#sqlite, BINARY), bytes);
  }

  /** What stands in node_modules. */
  get packages(): string[] {
    return readdirSync(join(this.folder, 'node_modules')).sort();
  }

  start(env: Readonly<Record<string, string>> = {}): ChildProcess {
    const { PATH = '', HOME = '', SYSTEMROOT = '' } = process.env;
    return spawn(process.execPath, [join(this.folder, 'setup.mjs')], {
      cwd: tmpdir(),
      env: { PATH, HOME, SYSTEMROOT, LANG: 'C.UTF-8', LANTING_BROWSER: 'off', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Runs the set-up to its end. */
  setUp(env: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const child = this.start(env);
    let [out, err] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    return new Promise((done, fail) => {
      child.on('error', fail).on('close', (code) => done({ code, out, err }));
    });
  }
}
