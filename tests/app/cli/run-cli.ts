import { spawn } from 'node:child_process';
import { PassThrough, type Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../../src/app/cli/main.ts';

/** What a run left behind. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly stdin?: Iterable<Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => number;
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs a command line in this process. The locale is English unless the surroundings say otherwise. */
export async function runCli(
  args: readonly string[],
  { cwd = '/', stdin = [], env = {}, now = Date.now }: Surroundings = {},
): Promise<Ran> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  const input = PassThrough.from(stdin) as Readable;
  const code = await main(args, { stdin: input, stdout, stderr, env: { LANG: 'C.UTF-8', ...env }, cwd, now });
  return { code, out: stdout.text, err: stderr.text };
}

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BIN = fileURLToPath(new URL('../../../dist/src/app/cli/bin.js', import.meta.url));

export interface Spawned extends Surroundings {
  /** Bytes of output after which its reader goes away. */
  readonly readOnly?: number;
  /** The user to run as, where this process may choose. */
  readonly uid?: number;
}

/** Runs the built program as a process of its own. */
export const spawnCli = (args: readonly string[], surroundings: Spawned = {}): Promise<Ran> =>
  spawnProgram([BIN, ...args], surroundings);

/** Runs a program for Node, the path of its script first. */
export function spawnProgram(args: readonly string[], { cwd = '/', env, readOnly, uid }: Spawned = {}): Promise<Ran> {
  const child = spawn(process.execPath, args, {
    cwd,
    ...(env ? { env: { ...process.env, ...env } } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (readOnly !== undefined && out.length >= readOnly) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((done, fail) => {
    child.on('error', fail).on('close', (code) => done({ code, out, err }));
  });
}
