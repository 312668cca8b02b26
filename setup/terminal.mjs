import { spawnSync } from 'node:child_process';

/** A message to the person who runs the set-up. */
export const say = (message) => console.error(`setup: ${message}`);

/** What is missing can't be provided; the message says what to do. */
export class SetupError extends Error {}

export function fail(message) {
  throw new SetupError(message);
}

/** Runs a program; true where it did its work. npm is a script of the shell on Windows. */
export function run(command, args, cwd, output = 2) {
  const shell = process.platform === 'win32' && command === 'npm';
  return spawnSync(command, args, { cwd, shell, stdio: ['ignore', output, output] }).status === 0;
}
