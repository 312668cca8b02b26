import { spawnSync } from 'node:child_process';

/** One line (or more) to the person who runs the set-up. */
export const say = (message) => console.error(`setup: ${message}`);

/** What is missing can't be provided; the message says what to do. */
export class SetupError extends Error {}

export function fail(message) {
  throw new SetupError(message);
}

/** Runs a program whose output the person sees; true where it did its work. npm is a script of the shell on Windows. */
export function run(command, args, cwd, env = process.env) {
  const shell = process.platform === 'win32' && command === 'npm';
  return spawnSync(command, args, { cwd, env, shell, stdio: ['ignore', 2, 2] }).status === 0;
}
